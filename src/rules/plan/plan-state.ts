import type { Random } from '../search/random.js';
import type { SearchState, Snapshot } from '../search/state.js';
import { PlanCosts } from './plan-costs.js';
import { NOWHERE, roomsFor, startsIn, type PlanTables } from './plan-tables.js';

/** A way to change a plan; false when it found nothing to do. */
export type PlanMove = (state: PlanState, random: Random) => boolean;

const HOUR = 3_600_000;

/**
 * A plan in which sessions are taken out of their slots and put into others. No hard rule is ever broken in it: what has no place
 * is in the tray, and each in the tray is one point of the hard cost.
 */
export class PlanState implements SearchState {
  hard = 0;
  soft = 0;
  readonly roomOf: Int32Array;
  readonly startOf: Int32Array;
  readonly costs: PlanCosts;
  /** The movable sessions that have no place, the first `hard` of them. */
  readonly tray: Int32Array;
  /** Who stands in the way of the slot that `isFree` looked at last, the first `inTheWayCount` of them. Movable ones only. */
  readonly inTheWay: Int32Array;
  inTheWayCount = 0;
  /** What keeps it from being free for good, as `isFree` found it last. */
  stuckBy: 'room' | 'speaker' | 'travel' | 'uplink' | null = null;
  private readonly inTray: Int32Array;
  /** Who is in a room at a unit, plus one, at `room * length + unit`. */
  private readonly occupied: Int32Array;
  private readonly live: Int16Array;
  private readonly liveBySatellite: Int16Array;
  private readonly ofTrack: Int16Array;
  private readonly trackInRoom: Int16Array;
  private readonly trackRooms: Int16Array;
  private readonly allowed: (Int32Array | undefined)[];
  private readonly starts = new Map<number, Int32Array>();
  private journal: number[] = [];
  private before = { hard: 0, soft: 0 };

  constructor(readonly tables: PlanTables, private readonly moves: readonly { weight: number; move: PlanMove }[]) {
    const { sessions, rooms, venues, tracks, cities, scale, movable, nowRoom, nowStart } = tables;
    this.roomOf = new Int32Array(sessions.length).fill(NOWHERE);
    this.startOf = new Int32Array(sessions.length).fill(NOWHERE);
    this.costs = new PlanCosts(tables);
    this.tray = new Int32Array(movable.length);
    this.inTray = new Int32Array(sessions.length).fill(NOWHERE);
    this.inTheWay = new Int32Array(sessions.length);
    this.occupied = new Int32Array(rooms.length * scale.length);
    this.live = new Int16Array(venues.length * scale.length);
    this.liveBySatellite = new Int16Array(venues.length * scale.length);
    this.ofTrack = new Int16Array(tracks.length * cities.length * scale.length);
    this.trackInRoom = new Int16Array(tracks.length * rooms.length);
    this.trackRooms = new Int16Array(tracks.length * cities.length);
    this.allowed = sessions.map(() => undefined);
    for (const session of sessions.keys()) {
      if (tables.isMovable[session] === 0 && nowRoom[session] !== NOWHERE) this.put(session, nowRoom[session]!, nowStart[session]!);
    }
    for (const session of movable) this.toTray(session);
    for (const session of movable) {
      const room = nowRoom[session]!;
      if (room !== NOWHERE && this.mayBegin(session, room, nowStart[session]!) && this.isFree(session, room, nowStart[session]!)) this.put(session, room, nowStart[session]!);
    }
    this.journal = [];
  }

  move(random: Random): boolean {
    let pick = random.next();
    let at = 0;
    while (at < this.moves.length - 1 && pick >= this.moves[at]!.weight) pick -= this.moves[at++]!.weight;
    return this.make(this.moves[at]!.move, random);
  }

  /** Makes one move of a kind; false when it found nothing to do, and then nothing changed. */
  make(move: PlanMove, random: Random): boolean {
    if (this.tables.movable.length === 0) return false;
    this.journal.length = 0;
    this.before.hard = this.hard;
    this.before.soft = this.soft;
    if (move(this, random)) return true;
    this.undo();
    return false;
  }

  undo(): void {
    for (let at = this.journal.length - 3; at >= 0; at -= 3) {
      const session = this.journal[at]!;
      if (this.roomOf[session] === NOWHERE) this.add(session, this.journal[at + 1]!, this.journal[at + 2]!);
      else this.remove(session);
    }
    this.journal.length = 0;
    this.hard = this.before.hard;
    this.soft = this.before.soft;
  }

  take(session: number): void {
    this.journal.push(session, this.roomOf[session]!, this.startOf[session]!);
    this.remove(session);
  }

  /** Puts a session that is nowhere into a slot that `isFree`. */
  put(session: number, room: number, start: number): void {
    this.journal.push(session, room, start);
    this.add(session, room, start);
  }

  /** The rooms that a session may have, whatever the time. */
  roomsOf(session: number): Int32Array {
    return (this.allowed[session] ??= Int32Array.from(roomsFor(this.tables, session)));
  }

  /** First and last start of each stretch in which a session may begin in a room, by itself. */
  startsOf(session: number, room: number): Int32Array {
    const key = session * this.tables.rooms.length + room;
    let starts = this.starts.get(key);
    if (starts === undefined) this.starts.set(key, (starts = Int32Array.from(startsIn(this.tables, session, room))));
    return starts;
  }

  mayBegin(session: number, room: number, start: number): boolean {
    if (!this.roomsOf(session).includes(room)) return false;
    const starts = this.startsOf(session, room);
    for (let at = 0; at < starts.length; at += 2) if (starts[at]! <= start && start <= starts[at + 1]!) return true;
    return false;
  }

  /** Whether a session that is nowhere could stand there beside all others; if not, `inTheWay` and `stuckBy` say why. */
  isFree(session: number, room: number, start: number): boolean {
    this.inTheWayCount = 0;
    this.stuckBy = null as PlanState['stuckBy'];
    this.lookInRoom(session, room, start);
    this.lookAtSpeakers(session, room, start);
    this.lookAtUplinks(session, room, start);
    return this.inTheWayCount === 0 && this.stuckBy === null;
  }

  private lookInRoom(session: number, room: number, start: number): void {
    const { shared, changeover, duration, scale } = this.tables;
    if (shared[room] === 1) return;
    const first = room * scale.length + Math.max(0, start - changeover[room]!);
    const end = room * scale.length + Math.min(scale.length, start + duration[session]! + changeover[room]!);
    let last = 0;
    for (let at = first; at < end; at += 1) {
      const there = this.occupied[at]!;
      if (there !== 0 && there !== last) this.blocks(there - 1, 'room');
      last = there;
    }
  }

  private lookAtSpeakers(session: number, room: number, start: number): void {
    const { relatedFrom, related, travels, duration, venueOf, way, venues } = this.tables;
    const end = start + duration[session]!;
    for (let at = relatedFrom[session]!; at < relatedFrom[session + 1]!; at += 1) {
      const other = related[at]!;
      const otherRoom = this.roomOf[other]!;
      if (otherRoom === NOWHERE) continue;
      const otherStart = this.startOf[other]!;
      const otherEnd = otherStart + duration[other]!;
      const needed = travels[at] === 1 ? way[venueOf[room]! * venues.length + venueOf[otherRoom]!]! : 0;
      if (start < otherEnd && otherStart < end) this.blocks(other, 'speaker');
      else if (start < otherEnd + needed && otherStart < end + needed) this.blocks(other, 'travel');
    }
  }

  private lookAtUplinks(session: number, room: number, start: number): void {
    const { sentBy, venueOf, duration, scale, uplinks, satellites } = this.tables;
    if (sentBy[session] === 0) return;
    const venue = venueOf[room]!;
    for (let unit = start; unit < start + duration[session]!; unit += 1) {
      const at = venue * scale.length + unit;
      const full = this.live[at]! >= uplinks[venue]!;
      const fullBySatellite = sentBy[session] === 2 && this.liveBySatellite[at]! >= satellites[venue]!;
      if (full || fullBySatellite) return this.lookForSent(venue, unit, fullBySatellite ? 2 : 1);
    }
  }

  /** One of those that are live from a venue then stands in the way: it is enough if one goes. */
  private lookForSent(venue: number, unit: number, by: 1 | 2): void {
    const { sessions, sentBy, venueOf, duration, isMovable } = this.tables;
    for (let other = 0; other < sessions.length; other += 1) {
      const room = this.roomOf[other]!;
      if (room === NOWHERE || sentBy[other]! < by || venueOf[room] !== venue || isMovable[other] === 0) continue;
      if (this.startOf[other]! <= unit && unit < this.startOf[other]! + duration[other]!) return this.blocks(other, 'uplink');
    }
    this.stuckBy ??= 'uplink';
  }

  private blocks(other: number, by: 'room' | 'speaker' | 'travel' | 'uplink'): void {
    if (this.tables.isMovable[other] === 0) {
      this.stuckBy ??= by;
      return;
    }
    for (let at = 0; at < this.inTheWayCount; at += 1) if (this.inTheWay[at] === other) return;
    this.inTheWay[this.inTheWayCount++] = other;
  }

  private add(session: number, room: number, start: number): void {
    const { tables } = this;
    this.roomOf[session] = room;
    this.startOf[session] = start;
    if (tables.isMovable[session] === 1) {
      this.fromTray(session);
      this.soft += this.costs.alone(session, room, start);
    }
    this.soft += this.mark(session, room, start, 1);
  }

  private remove(session: number): void {
    const room = this.roomOf[session]!;
    const start = this.startOf[session]!;
    this.soft -= this.costs.alone(session, room, start) + this.mark(session, room, start, -1);
    this.roomOf[session] = NOWHERE;
    this.startOf[session] = NOWHERE;
    this.toTray(session);
  }

  /** Writes a session into what is counted by units, or out of it; returns what it costs for the others of its track. */
  private mark(session: number, room: number, start: number, by: 1 | -1): number {
    const { scale, duration, sentBy, venueOf, cityOf, cities, rooms, trackOf, shared, request } = this.tables;
    const end = Math.min(scale.length, start + duration[session]!);
    if (shared[room] === 0) this.occupied.fill(by === 1 ? session + 1 : 0, room * scale.length + start, room * scale.length + end);
    if (sentBy[session] !== 0) {
      for (let at = venueOf[room]! * scale.length + start; at < venueOf[room]! * scale.length + end; at += 1) {
        this.live[at] = this.live[at]! + by;
        if (sentBy[session] === 2) this.liveBySatellite[at] = this.liveBySatellite[at]! + by;
      }
    }
    const track = trackOf[session]!;
    if (track === NOWHERE) return 0;
    const inCity = track * cities.length + cityOf[room]!;
    let together = 0;
    for (let at = inCity * scale.length + start; at < inCity * scale.length + end; at += 1) {
      const others = by === 1 ? this.ofTrack[at]! : this.ofTrack[at]! - 1;
      together += others;
      this.ofTrack[at] = this.ofTrack[at]! + by;
    }
    const here = track * rooms.length + room;
    const had = this.trackInRoom[here]!;
    this.trackInRoom[here] = had + by;
    let moreRooms = 0;
    if (had + by === (by === 1 ? 1 : 0)) {
      if (by === -1) this.trackRooms[inCity] = this.trackRooms[inCity]! - 1;
      if (this.trackRooms[inCity]! > 0) moreRooms = 1;
      if (by === 1) this.trackRooms[inCity] = this.trackRooms[inCity]! + 1;
    }
    return (request.weights.parallelTracks * together * scale.unit) / HOUR + request.weights.trackRooms * moreRooms;
  }

  private toTray(session: number): void {
    this.inTray[session] = this.hard;
    this.tray[this.hard] = session;
    this.hard += 1;
  }

  private fromTray(session: number): void {
    this.hard -= 1;
    const filler = this.tray[this.hard]!;
    this.tray[this.inTray[session]!] = filler;
    this.inTray[filler] = this.inTray[session]!;
    this.inTray[session] = NOWHERE;
  }

  save(): Snapshot {
    const snapshot = new Int32Array(this.roomOf.length * 2);
    snapshot.set(this.roomOf);
    snapshot.set(this.startOf, this.roomOf.length);
    return snapshot;
  }

  restore(snapshot: Snapshot): void {
    for (const session of this.tables.movable) if (this.roomOf[session] !== NOWHERE) this.remove(session);
    for (const session of this.tables.movable) {
      if (snapshot[session] !== NOWHERE) this.add(session, snapshot[session]!, snapshot[this.roomOf.length + session]!);
    }
    this.journal.length = 0;
  }
}
