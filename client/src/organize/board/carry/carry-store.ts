import type { Finding } from '@rules/finding.js';
import type { BoardEntry, PlacedAt } from '../model/board-index.js';
import type { Following } from '../model/carried-along.js';
import type { Seen } from '../model/drafting.js';

/** Where what is carried would come to stand: null where that is nowhere. */
export type Target = PlacedAt | 'tray' | null;

/** Moves the whole, or one end of it. */
export type Act = 'move' | 'resize-start' | 'resize-end';

/** Sessions on their way from one place to another, not dropped yet. */
export interface Carried {
  by: 'pointer' | 'keyboard';
  act: Act;
  lead: BoardEntry;
  /** Others that were chosen with it and go the same way. */
  alongside: readonly BoardEntry[];
  /** What was seen of them when they were picked up: who moved one of them meanwhile is not overwritten. */
  seen: Seen;
  target: Target;
  /** Where those alongside would come to stand. */
  beside: readonly Following<BoardEntry>[];
  /** What the rules say about all of them there. */
  findings: readonly Finding[];
}

type Group = Pick<Carried, 'lead' | 'alongside'>;

export interface CarryRules {
  /** Judges where sessions would stand, before they do. */
  judge: (all: readonly Following<BoardEntry>[]) => readonly Finding[];
  /** Where those go that are carried with another; null where one of them cannot go there. */
  follow: (lead: BoardEntry, alongside: readonly BoardEntry[], target: PlacedAt) => readonly Following<BoardEntry>[] | null;
  /** The edits that put sessions where they are now. */
  seenOf: (sessionIds: readonly string[]) => Seen;
}

/** What is carried over the board. Only the few that draw it listen: the board itself is not drawn anew while something moves. */
export class CarryStore {
  private held: Carried | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly rules: CarryRules) {}

  read = (): Carried | null => this.held;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  pickUp(carried: Pick<Carried, 'by' | 'act' | 'lead' | 'alongside'>, target: Target): void {
    const seen = this.rules.seenOf([carried.lead, ...carried.alongside].map(({ session }) => session.id));
    this.set({ ...carried, seen, ...this.aimedAt(carried, target) });
  }

  aim(target: Target): void {
    const { held } = this;
    if (held === null || sameTarget(held.target, target)) return;
    const aimed = this.aimedAt(held, target);
    // a pointer is where it is; by hand nothing goes where it cannot stand
    if (held.by === 'keyboard' && aimed.target === null) return;
    this.set({ ...held, ...aimed });
  }

  /** Lets go, and says of what. */
  letGo(): Carried | null {
    const carried = this.held;
    if (carried !== null) this.set(null);
    return carried;
  }

  /** What the rules would say about a place; null where those alongside cannot follow there. */
  findingsAt(group: Group, target: PlacedAt): readonly Finding[] | null {
    const aimed = this.aimedAt(group, target);
    return aimed.target === null ? null : aimed.findings;
  }

  private aimedAt({ lead, alongside }: Group, target: Target): Pick<Carried, 'target' | 'beside' | 'findings'> {
    const beside = target === null || target === 'tray' ? [] : this.rules.follow(lead, alongside, target);
    if (target === null || target === 'tray' || beside === null) return { target: beside === null ? null : target, beside: [], findings: [] };
    return { target, beside, findings: this.rules.judge([{ entry: lead, to: target }, ...beside]) };
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
