import type { BoardSlot } from '@contract/board.js';
import { foldText } from '../../../ui/fold-text.js';
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

/** A room's name, with its city where another room has the same name. */
export function nameOfRoom(place: BoardPlace, places: readonly BoardPlace[]): string {
  return places.filter(({ room }) => room.name === place.room.name).length > 1 ? `${place.room.name}, ${place.city.name}` : place.room.name;
}

export function rowOf(entry: BoardEntry, index: BoardIndex): Row {
  const place = entry.at === null ? undefined : index.placeOf.get(entry.at.roomId);
  const minutes = String(Math.round(lengthOf(entry) / 60_000));
  if (entry.at === null || place === undefined) return { room: '', start: '', minutes };
  return { room: nameOfRoom(place, index.places), start: toWallTime(new Date(entry.at.start).toISOString(), place.city.zone).replace('T', ' '), minutes };
}

/** What a row of the table means for its session, or what is wrong with which of its cells. */
export function readRow(row: Row, entry: BoardEntry, index: BoardIndex): ReadRow {
  const problems: ReadRow['problems'] = {};
  const minutes = Number(digitsOf(row.minutes));
  if (!Number.isInteger(minutes) || minutes < 1) problems.minutes = 'wrong';
  if (row.room.trim() === '' && row.start.trim() === '') return { to: problems.minutes === undefined ? null : undefined, problems };
  const places = roomsCalled(row.room, index.places);
  if (row.room.trim() === '') problems.room = 'missing';
  else if (places.length === 0) problems.room = 'unknown';
  else if (places.length > 1) problems.room = 'ambiguous';
  const place = places.length === 1 ? places[0] : undefined;
  const start = place === undefined ? NaN : Date.parse(toInstant(digitsOf(row.start).trim().replace(/\s+/, 'T'), place.city.zone));
  if (row.start.trim() === '') problems.start = 'missing';
  else if (place !== undefined && Number.isNaN(start)) problems.start = 'wrong';
  if (place === undefined || Object.keys(problems).length > 0) return { to: undefined, problems };
  return { to: slotFor(entry, { roomId: place.room.id, start, end: start + minutes * 60_000 }), problems };
}

/** The cells that a spreadsheet puts on the clipboard: tabs between them, quotes around what holds tabs, lines or quotes. */
export function parseCells(text: string): string[][] {
  const body = text.replace(/\r?\n$/, '');
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
  for (let at = 0; ; ) {
    cell.lastIndex = at;
    const [whole = '', quoted, plain = ''] = cell.exec(body) ?? [];
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (at >= body.length) return rows;
    if (body[at] === '\t') at += 1;
    else {
      at += body.startsWith('\r\n', at) ? 2 : 1;
      rows.push([]);
    }
  }
}

function roomsCalled(name: string, places: readonly BoardPlace[]): readonly BoardPlace[] {
  const wanted = foldText(name).trim();
  return places.filter(({ room, city }) => foldText(room.name).trim() === wanted || foldText(`${room.name}, ${city.name}`) === wanted || foldText(`${room.name} (${city.name})`) === wanted);
}

/** With European digits, whichever were typed. */
const digitsOf = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
