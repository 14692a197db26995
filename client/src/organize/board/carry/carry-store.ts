import type { Finding } from '@rules/finding.js';
import type { Seen } from '../model/drafting.js';
import type { BoardEntry, PlacedAt } from '../model/board-index.js';

/** Where what is carried would come to stand: null where that is nowhere. */
export type Target = PlacedAt | 'tray' | null;

/** Sessions on their way from one place to another, not dropped yet. */
export interface Carried {
  by: 'pointer' | 'keyboard';
  act: 'move' | 'resize';
  lead: BoardEntry;
  /** Others that were chosen with it and go the same way. */
  alongside: readonly BoardEntry[];
  /** What was seen of them when they were picked up: who moved one of them meanwhile is not overwritten. */
  seen: Seen;
  target: Target;
  /** What the rules say about the target. */
  findings: readonly Finding[];
}

/** Judges where something would stand, before it does. */
export type Judge = (lead: BoardEntry, alongside: readonly BoardEntry[], target: PlacedAt) => readonly Finding[];

/** What is carried over the board. Only the few that draw it listen: the board itself is not drawn anew while something moves. */
export class CarryStore {
  private held: Carried | null = null;
  private readonly listeners = new Set<() => void>();

  /** @param seenOf the edits that put sessions where they are now */
  constructor(private readonly judge: Judge, private readonly seenOf: (sessionIds: readonly string[]) => Seen) {}

  read = (): Carried | null => this.held;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  pickUp(carried: Omit<Carried, 'findings' | 'target' | 'seen'>, target: Target): void {
    const seen = this.seenOf([carried.lead, ...carried.alongside].map(({ session }) => session.id));
    this.set({ ...carried, seen, target, findings: this.judged(carried, target) });
  }

  aim(target: Target): void {
    if (this.held === null || sameTarget(this.held.target, target)) return;
    this.set({ ...this.held, target, findings: this.judged(this.held, target) });
  }

  /** Lets go, and says of what. */
  letGo(): Carried | null {
    const carried = this.held;
    if (carried !== null) this.set(null);
    return carried;
  }

  private judged({ lead, alongside }: Pick<Carried, 'lead' | 'alongside'>, target: Target): readonly Finding[] {
    return target === null || target === 'tray' ? [] : this.judge(lead, alongside, target);
  }

  private set(carried: Carried | null): void {
    this.held = carried;
    for (const listener of this.listeners) listener();
  }
}

export function sameTarget(a: Target, b: Target): boolean {
  if (a === null || b === null || a === 'tray' || b === 'tray') return a === b;
  return a.roomId === b.roomId && a.start === b.start && a.end === b.end;
}
