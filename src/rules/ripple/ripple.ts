import type { SessionId } from '../../contract/ids.js';
import type { DayChange, DayConflict, RippleCause, RippleOptions } from '../../contract/live-day.js';
import type { Placement, PlacementSlot } from '../placement/world.js';
import { comeForward } from './come-forward.js';
import { isOver, MINUTE, sameSlot, type Day } from './day.js';
import { giveSlots, isUnfit, type GivenDay, type GivenSlot, type UnfitChange } from './given-slots.js';
import { findLimits, homeWindow, type Limit } from './limits.js';
import { Precedence } from './precedence.js';
import { Queue } from './queue.js';

/** What an organizer asks to be worked out. */
export interface Asked {
  readonly changes: readonly DayChange[];
  readonly options: RippleOptions;
}

export interface RippleMove {
  readonly sessionId: SessionId;
  readonly from: PlacementSlot;
  readonly to: PlacementSlot;
  readonly cancelReason: string;
  readonly cause: RippleCause;
}

export interface Ripple {
  /** Only what differs from what is published, in the order of the new times. */
  readonly moves: readonly RippleMove[];
  readonly conflicts: readonly DayConflict[];
}

/**
 * What follows from changes of a day: the smallest set of new starts that keeps the order in each room and for each speaker.
 * A session moves only where it must, by as little as it needs, and never to before where it is published, unless
 * `catchUp` says so. What may not move (a fixed anchor, what is over, what would leave its satellite window) stays, and
 * is a conflict where it would have to.
 */
export function ripple(day: Day, changes: readonly DayChange[], options: RippleOptions): Ripple | UnfitChange {
  const given = giveSlots(day, changes);
  return isUnfit(given) ? given : new Run(day, given, options).result();
}

/** The agenda with these moves made, or taken back. */
export function withMoves(placement: Placement, moves: readonly RippleMove[], which: 'to' | 'from' = 'to'): Placement {
  return new Map([...placement, ...moves.map((move) => [move.sessionId, move[which]] as const)]);
}

/** The day once these moves are made, without reading all of it again. */
export function dayAfter(day: Day, moves: readonly RippleMove[]): Day {
  const inRoom = new Map(day.inRoom);
  for (const { sessionId, from, to } of moves) {
    if (from.roomId === to.roomId) continue;
    inRoom.set(from.roomId, (inRoom.get(from.roomId) ?? []).filter((id) => id !== sessionId));
    inRoom.set(to.roomId, [...(inRoom.get(to.roomId) ?? []), sessionId]);
  }
  return { ...day, published: withMoves(day.published, moves), inRoom };
}

interface Placed {
  slot: PlacementSlot;
  cause: RippleCause;
}

/** What can't be pushed is where the change wants it, but for its start where that is what may not change. */
function unmoved(published: PlacementSlot, wanted: PlacementSlot): PlacementSlot {
  if (published.anchor !== 'fixed') return wanted;
  return { ...wanted, startsAt: published.startsAt, endsAt: published.startsAt + (wanted.endsAt - wanted.startsAt) };
}

const codeFor = ({ code, severity }: Limit, cause: RippleCause): DayConflict['code'] => (cause.via === 'room-lost' && severity === 'blocking' ? 'room-lost' : code);

const GIVEN: RippleCause = { via: 'given' };

class Run {
  private readonly placed = new Map<SessionId, Placed>();
  private readonly conflicts = new Map<SessionId, DayConflict[]>();
  private readonly given: ReadonlyMap<SessionId, GivenSlot>;
  private readonly order: Precedence;

  constructor(
    private readonly day: Day,
    private readonly changed: GivenDay,
    private readonly options: RippleOptions,
  ) {
    this.given = options.catchUp ? comeForward(day, changed.slots, options) : changed.slots;
    this.order = new Precedence(day, this.given);
  }

  result(): Ripple {
    const queue = new Queue<SessionId>((a, b) => this.order.compare(a, b));
    for (const id of this.given.keys()) queue.add(id);
    for (const id of this.inLostRooms()) queue.add(id);
    for (let id = queue.take(); id !== undefined; id = queue.take()) {
      this.place(id);
      for (const next of this.order.after(id)) {
        const gap = this.order.gap(id, next.id, next.tie);
        const [slot, other] = [this.slot(id), this.order.start(next.id)];
        if (gap !== null && slot !== undefined && other !== undefined && !slot.cancelled && slot.endsAt + gap > other.startsAt) queue.add(next.id);
      }
    }
    return { moves: this.moves(), conflicts: [...this.conflicts.values()].flat() };
  }

  private place(id: SessionId): void {
    const published = this.day.published.get(id);
    const wanted = this.order.start(id);
    if (published === undefined || wanted === undefined) return;
    const { slot, cause } = wanted.cancelled ? { slot: wanted, cause: GIVEN } : this.push(id, wanted);
    const because = 'after' in cause ? cause.after : null;
    const conflicts = findLimits(this.day, id, slot, homeWindow(this.day, id, wanted)).map((limit) => ({ ...limit, because, code: codeFor(limit, cause) }));
    this.conflicts.set(id, conflicts);
    const stays = conflicts.some(({ severity }) => severity === 'blocking');
    this.placed.set(id, { slot: stays ? unmoved(published, wanted) : slot, cause });
  }

  /** As late as what comes before it demands, and no later. */
  private push(id: SessionId, wanted: PlacementSlot): Placed {
    let earliest = wanted.startsAt;
    let cause = GIVEN;
    const demand = (at: number, why: RippleCause): void => {
      if (at <= earliest) return;
      earliest = Math.ceil(at / this.grid) * this.grid;
      cause = why;
    };
    for (const previous of this.order.before(id)) {
      const gap = this.order.gap(previous.id, id, previous.tie);
      const slot = this.slot(previous.id);
      if (gap === null || slot === undefined) continue;
      demand(slot.endsAt + gap, { ...previous.tie, after: previous.id });
    }
    const home = homeWindow(this.day, id, wanted);
    if (home !== null && earliest < home.startsAt && this.options.catchUp) demand(home.startsAt, cause);
    for (const lost of this.changed.lost.get(wanted.roomId) ?? []) {
      const runs = this.changed.slots.has(id) && wanted.startsAt <= this.day.now;
      if (!runs && earliest < lost.endsAt && lost.startsAt < this.endFor(id, wanted, earliest)) demand(lost.endsAt, { via: 'room-lost', roomId: wanted.roomId });
    }
    return { slot: { ...wanted, startsAt: earliest, endsAt: this.endFor(id, wanted, earliest) }, cause };
  }

  /** A break that may be cut gives up of its length what it is pushed by. */
  private endFor(id: SessionId, wanted: PlacementSlot, startsAt: number): number {
    const length = wanted.endsAt - wanted.startsAt;
    const { shortenBreaksTo } = this.options;
    if (shortenBreaksTo === null || this.day.world.sessions.get(id)?.kind !== 'break' || wanted.anchor === 'fixed') return startsAt + length;
    return Math.max(wanted.endsAt, startsAt + Math.min(length, shortenBreaksTo * MINUTE));
  }

  private get grid(): number {
    return this.options.gridMinutes * MINUTE;
  }

  private slot(id: SessionId): PlacementSlot | undefined {
    return this.placed.get(id)?.slot ?? this.order.start(id);
  }

  private *inLostRooms(): Iterable<SessionId> {
    for (const [roomId, windows] of this.changed.lost) {
      for (const id of this.day.inRoom.get(roomId) ?? []) {
        const slot = this.order.start(id);
        if (slot?.roomId !== roomId || isOver(this.day, slot)) continue;
        if (windows.some((lost) => slot.startsAt < lost.endsAt && lost.startsAt < slot.endsAt)) yield id;
      }
    }
  }

  private moves(): RippleMove[] {
    const moves: RippleMove[] = [];
    for (const [sessionId, { slot, cause }] of this.placed) {
      const from = this.day.published.get(sessionId);
      if (from === undefined || sameSlot(from, slot)) continue;
      const { roomId, startsAt, endsAt, anchor, cancelled, waived } = slot;
      moves.push({ sessionId, from, to: { roomId, startsAt, endsAt, anchor, cancelled, waived }, cancelReason: this.given.get(sessionId)?.cancelReason ?? '', cause });
    }
    return moves.sort((a, b) => a.to.startsAt - b.to.startsAt || (a.sessionId < b.sessionId ? -1 : 1));
  }
}
