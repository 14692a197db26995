import type { RoomId, SessionId, SpeakerId } from '../../contract/ids.js';
import type { PlacementSlot, PlacementWorld } from '../placement/world.js';
import { MINUTE, speakersOf, venueOf, type Day } from './day.js';
import type { GivenSlot } from './given-slots.js';

/** What must not begin before something else has ended: in one room, or with one speaker. */
export type Tie = { via: 'room'; roomId: RoomId } | { via: 'speaker'; speakerId: SpeakerId };

export interface Neighbour {
  id: SessionId;
  tie: Tie;
}

/**
 * The order of a day: who comes after whom in a room and with a speaker. It is the published order, but for what a change
 * moves on purpose. All ties lead from earlier to later, so that one pass in this order reaches the least fixed point.
 */
export class Precedence {
  private readonly lines = new Map<string, SessionId[]>();

  constructor(
    private readonly day: Day,
    private readonly given: ReadonlyMap<SessionId, GivenSlot>,
  ) {}

  /** Where the session is before anything is pushed. */
  start(id: SessionId): PlacementSlot | undefined {
    return this.given.get(id) ?? this.day.published.get(id);
  }

  /** Negative where `a` comes first. */
  compare(a: SessionId, b: SessionId): number {
    return this.rank(a) - this.rank(b) || this.publishedStart(a) - this.publishedStart(b) || (a < b ? -1 : 1);
  }

  before(id: SessionId): Neighbour[] {
    return this.neighbours(id).filter((other) => this.compare(other.id, id) < 0);
  }

  after(id: SessionId): Neighbour[] {
    return this.neighbours(id).filter((other) => this.compare(id, other.id) < 0);
  }

  /**
   * Milliseconds that have to lie between the end of `a` and the start of `b`; null where they are not held apart. Never
   * more than the agenda gives them already: what was published too tight, or waived to overlap, is no reason to move.
   */
  gap(a: SessionId, b: SessionId, tie: Tie): number | null {
    const needed = this.needed(a, b, tie);
    const [from, to] = [this.day.published.get(a), this.day.published.get(b)];
    if (from === undefined || to === undefined || from.cancelled || to.cancelled || !this.stoodTied(a, from, tie) || !this.stoodTied(b, to, tie)) return needed;
    if (from.startsAt < to.endsAt && to.startsAt < from.endsAt) return null;
    const published = to.startsAt - from.endsAt;
    // it came after it, and comes before it now
    return published < 0 ? needed : Math.min(needed, published);
  }

  private needed(a: SessionId, b: SessionId, tie: Tie): number {
    const { world } = this.day;
    if (tie.via === 'room') return (world.rooms.get(tie.roomId)?.changeoverMinutes ?? 0) * MINUTE;
    const [from, to] = [this.start(a), this.start(b)].map((slot) => (slot === undefined ? null : venueOf(world, slot)));
    if (from == null || to == null || from === to || !isThere(world, a, tie.speakerId) || !isThere(world, b, tie.speakerId)) return 0;
    return this.day.travel.between(from, to).minutes * MINUTE;
  }

  /** Whether the published slot was bound by this tie in the same way: in the same room, or for a speaker in the same venue. */
  private stoodTied(id: SessionId, published: PlacementSlot, tie: Tie): boolean {
    const now = this.start(id);
    if (tie.via === 'room') return published.roomId === tie.roomId;
    return now !== undefined && venueOf(this.day.world, published) === venueOf(this.day.world, now);
  }

  private neighbours(id: SessionId): Neighbour[] {
    const { world } = this.day;
    const slot = this.start(id);
    if (slot === undefined || slot.cancelled) return [];
    const found: Neighbour[] = [];
    if (world.rooms.get(slot.roomId)?.shared !== true) {
      for (const other of this.line(`room ${slot.roomId}`, this.day.inRoom.get(slot.roomId) ?? [], ({ roomId }) => roomId === slot.roomId)) {
        if (other !== id) found.push({ id: other, tie: { via: 'room', roomId: slot.roomId } });
      }
    }
    for (const speakerId of speakersOf(world, id)) {
      for (const other of this.line(`speaker ${speakerId}`, this.day.ofSpeaker.get(speakerId) ?? [], (_slot, given) => speakersOf(world, given).includes(speakerId))) {
        if (other !== id) found.push({ id: other, tie: { via: 'speaker', speakerId } });
      }
    }
    return found;
  }

  private line(key: string, published: readonly SessionId[], belongs: (slot: PlacementSlot, id: SessionId) => boolean): SessionId[] {
    const held = this.lines.get(key);
    if (held !== undefined) return held;
    const stayed = published.filter((id) => !this.given.has(id) && this.day.published.get(id)?.cancelled !== true);
    const given = [...this.given].filter(([id, slot]) => !slot.cancelled && belongs(slot, id)).map(([id]) => id);
    const line = [...stayed, ...given];
    this.lines.set(key, line);
    return line;
  }

  private rank(id: SessionId): number {
    const given = this.given.get(id);
    return given?.reorders === true ? given.startsAt : this.publishedStart(id);
  }

  private publishedStart(id: SessionId): number {
    return this.day.published.get(id)?.startsAt ?? 0;
  }
}

const isThere = (world: PlacementWorld, id: SessionId, speakerId: SpeakerId): boolean =>
  world.sessions.get(id)?.appearances.some((appearance) => appearance.speakerId === speakerId && appearance.mode === 'on-site') === true;
