import type { Tables } from './tables.js';

/** Which sessions and rooms each track uses, and what that costs; counted, so that a cell more or less takes no time. */
export class TrackUse {
  /** Cells of a track in a session, at `session * tracks + track`. */
  readonly inSession: Int32Array;
  private readonly inRoom: Int32Array;
  private readonly rooms: Int32Array;
  private readonly runs: Int32Array;

  constructor(private readonly tables: Tables) {
    this.inSession = new Int32Array(tables.sessions * tables.tracks);
    this.inRoom = new Int32Array(tables.tracks * tables.rooms);
    this.rooms = new Int32Array(tables.tracks);
    this.runs = new Int32Array(tables.tracks);
  }

  /** A track begins to use a cell; returns what it costs. */
  enter(track: number, session: number, room: number): number {
    const { tables, inSession, inRoom, rooms } = this;
    let cost = this.company(track, session);
    const inside = inSession[session * tables.tracks + track]!;
    if (inside > 0) cost += tables.moreParallel;
    else cost += this.run(track, session, 1);
    inSession[session * tables.tracks + track] = inside + 1;
    const here = inRoom[track * tables.rooms + room]!;
    inRoom[track * tables.rooms + room] = here + 1;
    if (here === 0) {
      if (rooms[track]! > 0) cost += tables.moreRooms;
      rooms[track] = rooms[track]! + 1;
    }
    return cost;
  }

  /** A track uses a cell no more; returns what it cost. */
  leave(track: number, session: number, room: number): number {
    const { tables, inSession, inRoom, rooms } = this;
    const inside = inSession[session * tables.tracks + track]! - 1;
    inSession[session * tables.tracks + track] = inside;
    let cost = this.company(track, session);
    if (inside > 0) cost += tables.moreParallel;
    else cost -= this.run(track, session, -1);
    const here = inRoom[track * tables.rooms + room]! - 1;
    inRoom[track * tables.rooms + room] = here;
    if (here === 0) {
      rooms[track] = rooms[track]! - 1;
      if (rooms[track] > 0) cost += tables.moreRooms;
    }
    return cost;
  }

  /** What a cell of the track costs for the other tracks in the session. */
  private company(track: number, session: number): number {
    const { tables, inSession } = this;
    const { start, to, cost } = tables.together;
    let sum = 0;
    for (let at = start[track]!; at < start[track + 1]!; at += 1) sum += inSession[session * tables.tracks + to[at]!]! * cost[at]!;
    return sum;
  }

  /** Counts the runs of adjacent sessions of a track as a session is added or taken away; returns how the cost of a gap changes. */
  private run(track: number, session: number, by: 1 | -1): number {
    const { tables, inSession, runs } = this;
    const before = session > 0 && inSession[(session - 1) * tables.tracks + track]! > 0 ? 1 : 0;
    const after = session < tables.sessions - 1 && inSession[(session + 1) * tables.tracks + track]! > 0 ? 1 : 0;
    const had = runs[track]!;
    const has = had + by * (1 - before - after);
    runs[track] = has;
    return tables.gap * ((has > 1 ? 1 : 0) - (had > 1 ? 1 : 0));
  }
}
