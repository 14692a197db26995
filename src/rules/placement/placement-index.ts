import type { SessionId } from '../../contract/ids.js';
import type { Finding } from '../finding.js';
import { Lanes } from './lanes.js';
import { place, type Placed } from './placed.js';
import { prepareWorld, type PreparedWorld } from './prepared-world.js';
import { StandingFindings } from './standing-findings.js';
import type { Placement, PlacementSlot, PlacementWorld } from './world.js';

/** Where a session is to stand; null: nowhere. */
export interface Move {
  readonly sessionId: SessionId;
  readonly slot: PlacementSlot | null;
}

/**
 * A placement that knows its findings, kept up to date as slots are set: what a slot does not touch is not looked at again.
 * It is made for one world; when sessions, speakers, rooms or audiences change, make another. Sessions and rooms that the
 * world does not know are kept, and have no findings.
 */
export class PlacementIndex {
  readonly prepared: PreparedWorld;
  /** For rules and searches over the neighbours of a slot; not to be changed from outside. */
  readonly lanes: Lanes;
  private readonly slots: Map<SessionId, PlacementSlot>;
  private readonly placed = new Map<SessionId, Placed>();
  private readonly standing: StandingFindings;

  constructor(world: PlacementWorld, placement: Placement) {
    this.prepared = prepareWorld(world);
    this.slots = new Map(placement);
    for (const [id, slot] of placement) {
      const placed = place(world, this.prepared.casts, id, slot);
      if (placed !== null) this.placed.set(id, placed);
    }
    this.lanes = new Lanes(this.prepared, [...this.placed.values()]);
    this.standing = new StandingFindings(this.lanes);
  }

  get world(): PlacementWorld {
    return this.prepared.world;
  }

  /** Where everything is. It follows what is set. */
  get placement(): Placement {
    return this.slots;
  }

  /** Puts a session somewhere, or, with null, nowhere. */
  set(sessionId: SessionId, slot: PlacementSlot | null): void {
    for (const { was, is } of this.swap([{ sessionId, slot }])) this.standing.follow(was, is);
    if (slot === null) this.slots.delete(sessionId);
    else this.slots.set(sessionId, slot);
  }

  /** All findings as it stands, in the order of the sessions that bring them about. */
  findings(): readonly Finding[] {
    return this.standing.all();
  }

  /** Those that concern one session, as it stands. */
  findingsOf(sessionId: SessionId): readonly Finding[] {
    return this.standing.of(sessionId);
  }

  /** Those that would concern a session if it stood there and all else as it does. Nothing is changed. */
  findingsFor(sessionId: SessionId, slot: PlacementSlot): Finding[] {
    return this.findingsIf([{ sessionId, slot }]);
  }

  /** Those that would concern any of these sessions once all of them had moved, as when two change places. Nothing is changed. */
  findingsIf(moves: readonly Move[]): Finding[] {
    const swapped = this.swap(moves);
    const ids = new Set(moves.map(({ sessionId }) => sessionId));
    const moved = [...ids].flatMap((id) => this.placed.get(id) ?? []);
    const judged = new Set(moved);
    for (const one of moved) for (const other of this.lanes.concernedAfter(one)) judged.add(other);
    const findings = [...judged].flatMap((one) => this.lanes.broughtAboutBy(one).filter(({ sessions }) => sessions.some((id) => ids.has(id))));
    for (const { was, is } of swapped.reverse()) this.exchange(is, was);
    return findings;
  }

  private swap(moves: readonly Move[]): { was: Placed | null; is: Placed | null }[] {
    return moves.map(({ sessionId, slot }) => {
      const was = this.placed.get(sessionId) ?? null;
      const is = slot === null ? null : place(this.world, this.prepared.casts, sessionId, slot);
      this.exchange(was, is);
      return { was, is };
    });
  }

  private exchange(was: Placed | null, is: Placed | null): void {
    if (was !== null) {
      this.lanes.remove(was);
      this.placed.delete(was.id);
    }
    if (is === null) return;
    this.lanes.add(is);
    this.placed.set(is.id, is);
  }
}
