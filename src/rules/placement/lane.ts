import type { Placed } from './placed.js';

const NONE: readonly Placed[] = [];

/** Slots in the order of their starts; of those that start together, in the order of their sessions' ids. */
export class Lane {
  private readonly held: Placed[] = [];
  /** No slot that it ever held lasts longer. Milliseconds. */
  private longest = 0;

  get slots(): readonly Placed[] {
    return this.held;
  }

  /** Many at once, for a lane that is made from a whole placement. The caller has put them in order. */
  append(placed: Placed): void {
    this.held.push(placed);
    this.longest = Math.max(this.longest, placed.endsAt - placed.startsAt);
  }

  add(placed: Placed): void {
    this.held.splice(this.positionOf(placed), 0, placed);
    this.longest = Math.max(this.longest, placed.endsAt - placed.startsAt);
  }

  remove(placed: Placed): void {
    const position = this.positionOf(placed);
    if (this.held[position]?.id === placed.id) this.held.splice(position, 1);
  }

  /** Those before it that end after its start, or less than `reach` milliseconds before. In order. */
  before(placed: Placed, reach: number): readonly Placed[] {
    let found: Placed[] | null = null;
    const earliest = placed.startsAt - this.longest - reach;
    for (let at = this.positionOf(placed) - 1; at >= 0; at -= 1) {
      const other = this.held[at]!;
      if (other.startsAt <= earliest) break;
      if (other.endsAt + reach > placed.startsAt) (found ??= []).push(other);
    }
    return found?.reverse() ?? NONE;
  }

  /** Those after it that start before its end, or less than `reach` milliseconds after. In order. */
  after(placed: Placed, reach: number): Placed[] {
    const found: Placed[] = [];
    for (let at = this.positionOf(placed); at < this.held.length; at += 1) {
      const other = this.held[at]!;
      if (other.startsAt >= placed.endsAt + reach) break;
      if (other.id !== placed.id) found.push(other);
    }
    return found;
  }

  private positionOf(placed: Placed): number {
    let low = 0;
    let high = this.held.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(this.held[middle]!, placed) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export const inOrder = (a: Placed, b: Placed): number => a.startsAt - b.startsAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
