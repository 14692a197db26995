/** Starts that lie one step apart, and what is painted over them. Instants and lengths in milliseconds; `to` is included. */
export class StartGrid {
  constructor(readonly from: number, readonly step: number, readonly count: number) {}

  startAt(index: number): number {
    return this.from + index * this.step;
  }

  /** Sets a bit at the starts from one instant to another. */
  mark(mask: Uint8Array, bit: number, from: number, to: number): void {
    const last = this.lastUntil(to);
    for (let index = this.firstFrom(from); index <= last; index += 1) mask[index]! |= bit;
  }

  /** Sets a bit at all starts that lie in none of these stretches. */
  markOutside(mask: Uint8Array, bit: number, stretches: readonly { from: number; to: number }[]): void {
    let next = this.from;
    for (const { from, to } of stretches.filter((stretch) => stretch.from <= stretch.to).sort((a, b) => a.from - b.from)) {
      this.mark(mask, bit, next, from - 1);
      next = Math.max(next, to + 1);
    }
    this.mark(mask, bit, next, this.startAt(this.count));
  }

  add(sums: Float64Array, amount: number, from: number, to: number): void {
    const last = this.lastUntil(to);
    for (let index = this.firstFrom(from); index <= last; index += 1) sums[index]! += amount;
  }

  private firstFrom(instant: number): number {
    return Math.max(0, Math.ceil((instant - this.from) / this.step));
  }

  private lastUntil(instant: number): number {
    return Math.min(this.count - 1, Math.floor((instant - this.from) / this.step));
  }
}

/** Where a session of that length may start so that it touches that time: the starts between `from` and `to`, both included. */
export const touching = (startsAt: number, endsAt: number, length: number): { from: number; to: number } => ({ from: startsAt - length + 1, to: endsAt - 1 });
