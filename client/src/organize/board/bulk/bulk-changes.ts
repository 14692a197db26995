import { wallClock } from '../../../app/wall-clock.js';
import type { BoardEntry, BoardIndex } from '../model/board-index.js';
import type { Wanted } from '../model/drafting.js';
import { slotFor } from '../model/slot-change.js';
import { atWall } from '../model/time-line.js';

const DAY = 24 * 3_600_000;

/** All of them so many minutes later, or earlier where it is below zero. */
export const shiftedBy = (entries: readonly BoardEntry[], minutes: number): Wanted[] =>
  entries.flatMap((entry) => (entry.at === null ? [] : [{ sessionId: entry.session.id, to: slotFor(entry, { ...entry.at, start: entry.at.start + minutes * 60_000, end: entry.at.end + minutes * 60_000 }) }]));

/** All of them in one room, at their times. */
export const toRoom = (entries: readonly BoardEntry[], roomId: string): Wanted[] =>
  entries.flatMap((entry) => (entry.at === null || entry.at.roomId === roomId ? [] : [{ sessionId: entry.session.id, to: slotFor(entry, { ...entry.at, roomId }) }]));

/** All of them so many days later at the same hours of their city's clocks, and as long as they were. */
export function shiftedDays(entries: readonly BoardEntry[], days: number, index: BoardIndex): Wanted[] {
  return entries.flatMap((entry) => {
    if (entry.at === null) return [];
    const zone = index.placeOf.get(entry.at.roomId)?.city.zone ?? index.board.conference.zone;
    const start = atWall(wallClock(entry.at.start, zone) + days * DAY, zone);
    return [{ sessionId: entry.session.id, to: slotFor(entry, { ...entry.at, start, end: start + (entry.at.end - entry.at.start) }) }];
  });
}
