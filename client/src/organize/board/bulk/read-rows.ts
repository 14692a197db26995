import type { BoardSlot } from '@contract/board.js';
import { foldText } from '../../../ui/fold-text.js';
import { europeanDigits } from '../../spreadsheet-cells.js';
import { toInstant, toWallTime } from '../../fields/wall-time.js';
import { type BoardEntry, type BoardIndex, type BoardPlace, lengthOf } from '../model/board-index.js';
import { slotFor } from '../model/slot-change.js';

/** A session's slot as it stands in a table: words that somebody types or pastes. */
export interface Row {
  room: string;
  /** On the clock of the room's city, `2026-11-24 10:00`; empty with an empty room: not scheduled. */
  start: string;
  minutes: string;
}

export const CELLS = ['room', 'start', 'minutes'] as const satisfies readonly (keyof Row)[];

export type CellProblem = 'unknown' | 'ambiguous' | 'missing' | 'wrong';

export interface ReadRow {
  /** Undefined where a cell has a problem. */
  to: BoardSlot | null | undefined;
  problems: Partial<Record<keyof Row, CellProblem>>;
}

/** The rooms by what they are called. Made once for all rows: a large conference has hundreds of rooms and thousands of rows. */
export class RoomNames {
  private readonly called = new Map<string, BoardPlace[]>();
  private readonly times = new Map<string, number>();

  constructor(places: readonly BoardPlace[]) {
    for (const place of places) {
      const { room, city } = place;
      this.times.set(room.name, (this.times.get(room.name) ?? 0) + 1);
      for (const name of new Set([room.name, `${room.name}, ${city.name}`, `${room.name} (${city.name})`].map(folded))) this.called.set(name, [...(this.called.get(name) ?? []), place]);
    }
  }

  /** A room's name, with its city where another room has the same name. */
  nameOf({ room, city }: BoardPlace): string {
    return (this.times.get(room.name) ?? 0) > 1 ? `${room.name}, ${city.name}` : room.name;
  }

  /** Whichever room is meant. */
  placesCalled(name: string): readonly BoardPlace[] {
    return this.called.get(folded(name)) ?? [];
  }
}

const folded = (name: string): string => foldText(name).trim();

export function rowOf(entry: BoardEntry, index: BoardIndex, names: RoomNames): Row {
  const place = entry.at === null ? undefined : index.placeOf.get(entry.at.roomId);
  const minutes = String(Math.round(lengthOf(entry) / 60_000));
  if (entry.at === null || place === undefined) return { room: '', start: '', minutes };
  return { room: names.nameOf(place), start: toWallTime(new Date(entry.at.start).toISOString(), place.city.zone).replace('T', ' '), minutes };
}

/** What a row of the table means for its session, or what is wrong with which of its cells. */
export function readRow(row: Row, entry: BoardEntry, names: RoomNames): ReadRow {
  const problems: ReadRow['problems'] = {};
  const minutes = Number(europeanDigits(row.minutes));
  if (!Number.isInteger(minutes) || minutes < 1) problems.minutes = 'wrong';
  if (row.room.trim() === '' && row.start.trim() === '') return { to: problems.minutes === undefined ? null : undefined, problems };
  const places = names.placesCalled(row.room);
  if (row.room.trim() === '') problems.room = 'missing';
  else if (places.length === 0) problems.room = 'unknown';
  else if (places.length > 1) problems.room = 'ambiguous';
  const place = places.length === 1 ? places[0] : undefined;
  const start = place === undefined ? NaN : Date.parse(toInstant(europeanDigits(row.start).trim().replace(/\s+/, 'T'), place.city.zone));
  if (row.start.trim() === '') problems.start = 'missing';
  else if (place !== undefined && Number.isNaN(start)) problems.start = 'wrong';
  if (place === undefined || Object.keys(problems).length > 0) return { to: undefined, problems };
  return { to: slotFor(entry, { roomId: place.room.id, start, end: start + minutes * 60_000 }), problems };
}
