import { wallClock } from '../../../app/wall-clock.js';
import { type BoardEntry, type BoardIndex, lengthOf, type PlacedAt } from '../model/board-index.js';
import type { Wanted } from '../model/drafting.js';
import { slotFor } from '../model/slot-change.js';
import { atWall } from '../model/time-line.js';

const DAY = 24 * 3_600_000;

/** A day's arrangement: where sessions stand on it, in order of their start and then of the rooms. */
export type Grid = readonly PlacedAt[];

export interface GridCopy {
  /** What is placed where: each session takes the copied place's room, start and length. */
  set: readonly Wanted[];
  /** Places that no session was left for, as they would stand on the other day. */
  empty: Grid;
  /** Sessions that no place was left for. */
  left: readonly BoardEntry[];
}

/** The ISO date on which a slot begins, on its city's clocks. */
export function dateOf({ roomId, start }: PlacedAt, { placeOf, board }: BoardIndex): string {
  return new Date(wallClock(start, placeOf.get(roomId)?.city.zone ?? board.conference.zone)).toISOString().slice(0, 10);
}

/** The arrangement of a day in the rooms that one may plan in; what is cancelled is not part of it. */
export function gridOf(date: string, index: BoardIndex, mayMoveIn: (cityId: string) => boolean): Grid {
  return index.places
    .filter(({ city }) => mayMoveIn(city.id))
    .flatMap(({ room }) => (index.byRoom.get(room.id) ?? []).flatMap(({ at, session }) => (at !== null && session.slot?.cancelled !== true && dateOf(at, index) === date ? [at] : [])))
    .sort((a, b) => a.start - b.start);
}

/**
 * Puts sessions into the arrangement of one day on another: the same rooms at the same hours of their city's clocks. Each
 * place takes the first session of the list whose length differs least from its own, so that a list of equal sessions is
 * placed in its order; the session is as long as the place. Places where something stands already stay as they are.
 */
export function copyGrid(from: string, to: string, sessions: readonly BoardEntry[], index: BoardIndex, mayMoveIn: (cityId: string) => boolean): GridCopy {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  const waiting = [...sessions];
  const set: Wanted[] = [];
  const empty: PlacedAt[] = [];
  for (const { roomId, start, end } of gridOf(from, index, mayMoveIn)) {
    const zone = index.placeOf.get(roomId)?.city.zone ?? index.board.conference.zone;
    const moved = atWall(wallClock(start, zone) + days * DAY, zone);
    const place = { roomId, start: moved, end: moved + (end - start) };
    if (isTaken(place, index)) continue;
    const entry = closest(waiting, end - start);
    if (entry === null) empty.push(place);
    else {
      waiting.splice(waiting.indexOf(entry), 1);
      set.push({ sessionId: entry.session.id, to: slotFor(entry, place) });
    }
  }
  return { set, empty, left: waiting };
}

const isTaken = ({ roomId, start, end }: PlacedAt, { byRoom }: BoardIndex): boolean => (byRoom.get(roomId) ?? []).some(({ at }) => at !== null && at.start < end && at.end > start);

function closest(entries: readonly BoardEntry[], length: number): BoardEntry | null {
  const away = (entry: BoardEntry): number => Math.abs(lengthOf(entry) - length);
  return entries.reduce<BoardEntry | null>((best, entry) => (best === null || away(entry) < away(best) ? entry : best), null);
}
