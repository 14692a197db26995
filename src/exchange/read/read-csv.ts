import { parse } from 'csv-parse/sync';
import { CSV_COLUMNS, CSV_SYNONYMS, reviveCell, splitNames, type CsvColumn } from './csv-columns.js';
import { CsvPlaces } from './csv-places.js';
import { readDuration } from './durations.js';
import type { Findings, Place } from './findings.js';
import { refuse } from './import-refused.js';
import type { ImportedSchedule, ImportedSession, ImportedTime } from './imported-schedule.js';
import { LIMITS } from './limits.js';
import { mendAddress } from './mend-upstream.js';
import { mendTexts } from './mend-texts.js';
import { PersonIndex } from './person-index.js';
import { cut, oneLine, uuidOf } from './texts.js';
import { isDate, readClock, readDate, wallText } from './times.js';

type Row = Partial<Record<CsvColumn, string>>;
const MINUTES = 30;

/**
 * Reads a CSV with the columns of {@link CSV_COLUMNS}, in any order, separated by comma, semicolon or tab.
 * @throws ImportRefused where it is no CSV or has no `title` column
 */
export function readCsv(source: string, findings: Findings): ImportedSchedule {
  const rows = rowsOf(source, findings);
  if (rows.length > LIMITS.sessions) refuse(`line ${LIMITS.sessions + 2}`, `The file has more than ${LIMITS.sessions} rows.`);
  const places = new CsvPlaces(findings);
  const persons = new PersonIndex(findings);
  const sessions: { session: ImportedSession; mentions: number[] }[] = [];
  let refused = 0;
  for (const { row, line } of rows) {
    const place: Place = { where: `line ${line}`, session: cut(oneLine(row.title), LIMITS.title) || null };
    const start = startOf(row);
    if (start === null) {
      findings.refused('no-time', place, 'Give “date” as 2026-11-24 and “start” as 09:30.');
      refused += 1;
      continue;
    }
    const { room, zone } = places.roomOf(row, place);
    const mentions = splitNames(row.speakers ?? '').flatMap((name) => {
      const mention = persons.mention({ name, id: null, guid: null, code: null, biography: null, role: null, mode: null }, place);
      return mention === null ? [] : [mention];
    });
    sessions.push({ mentions, session: sessionOf(row, inZone(start, zone), room, place, findings) });
  }
  const { persons: known, keys } = persons.finish();
  return {
    format: 'csv',
    exportedFrom: null,
    title: null,
    acronym: null,
    url: null,
    zone: null,
    languages: null,
    days: [],
    dayCount: 0,
    ...places.finish(),
    tracks: [...new Set(sessions.flatMap(({ session }) => session.track ?? []))].map((name) => ({ name })),
    persons: known,
    sessions: sessions.map(({ session, mentions }) => ({
      ...session,
      appearances: [...new Set(mentions.map((mention) => keys[mention] ?? ''))].slice(0, LIMITS.personsPerSession).map((person) => ({ person })),
    })),
    // that persons are known by name is how this format is meant
    items: findings.items.filter(({ code }) => code !== 'person-without-id'),
    mended: new Set(sessions.map(({ session }) => session.where).filter((where) => findings.mendedAt(where))),
    refused,
  };
}

function rowsOf(source: string, findings: Findings): { row: Row; line: number }[] {
  const [header = ''] = source.split(/\r?\n/, 1);
  const delimiter = [',', ';', '\t'].reduce((best, mark) => (header.split(mark).length > header.split(best).length ? mark : best));
  try {
    const records = parse(source, {
      bom: true, columns: (names: string[]) => columnsOf(names, findings), delimiter, info: true, relax_column_count: true, skip_empty_lines: true,
      max_record_size: 2_000_000,
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
    // the parser counts the line on which a record ends
    return records.map(({ record, info }) => ({
      row: Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, reviveCell(cell)])),
      line: info.lines - Object.values(record).reduce((count, cell) => count + (cell.match(/\n/g)?.length ?? 0), 0),
    }));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const lines = (error as { lines?: number }).lines;
    return refuse(`line ${lines ?? 1}`, `Not a well-formed CSV: ${error.message}`);
  }
}

function columnsOf(names: readonly string[], findings: Findings): (string | false)[] {
  const columns = names.map((name) => {
    const text = oneLine(name).toLowerCase();
    const column = CSV_SYNONYMS.get(text) ?? CSV_COLUMNS.find((known) => known === text);
    if (column === undefined && text !== '') findings.accepted('column-unknown', { where: 'line 1', session: null }, `The column “${text.slice(0, 60)}” is not read.`);
    return column ?? false;
  });
  if (!columns.includes('title')) refuse('line 1', `The first line must name the columns, “title” among them. Known are: ${CSV_COLUMNS.join(', ')}.`);
  // a heading that stands twice, or a synonym beside it, would overwrite the first
  return columns.map((column, index) => (column !== false && columns.indexOf(column) < index ? false : column));
}

function startOf(row: Row): ImportedTime | null {
  const date = readDate(row.date ?? '') ?? readDate(row.start ?? '');
  if (date?.has === 'instant') return date.time;
  if (date?.has === 'wall') return { at: 'wall', text: date.text, zone: null };
  const clock = readClock(row.start ?? '');
  const text = date === null || clock === null ? null : wallText(date.date, clock);
  return text === null ? null : { at: 'wall', text, zone: null };
}

const inZone = (start: ImportedTime, zone: string | null): ImportedTime => (start.at === 'wall' ? { ...start, zone } : start);

function sessionOf(row: Row, start: ImportedTime, room: string, place: Place, findings: Findings): ImportedSession {
  const type = cut(oneLine(row.kind), LIMITS.title);
  const guid = uuidOf(row.guid);
  const key = cut(oneLine(row.guid), 200) || `title:${cut(oneLine(row.title), 200)}\n${room}`;
  const cancelled = /^(cancell?ed|abgesagt|annulée?)$/i.test(oneLine(row.status));
  return {
    where: place.where,
    key: guid ?? key,
    ...mendTexts({ ...EMPTY, ...row, type }, place, findings),
    track: cut(oneLine(row.track), LIMITS.name) || null,
    url: mendAddress(row.url, null, place, findings),
    room,
    start,
    minutes: minutesOf(row, start, place, findings),
    appearances: [],
    cancelled,
    cancelReason: cancelled ? cut(oneLine(row.reason), 500) : '',
    upstream: { ...(guid === null ? {} : { guid }), ...(type === '' ? {} : { type }) },
  };
}

const EMPTY = { title: '', subtitle: '', abstract: '', description: '', language: '' };

function minutesOf(row: Row, start: ImportedTime, place: Place, findings: Findings): number {
  const minutes = minutesToEnd(oneLine(row.end), start);
  if (minutes !== null && minutes > 0 && minutes <= LIMITS.minutes) return minutes;
  const duration = readDuration(row.duration ?? '');
  if (duration !== null) return duration.minutes;
  findings.mended('duration-missing', place, `Neither “end” nor “duration” can be read: ${MINUTES} minutes are taken.`);
  return MINUTES;
}

function minutesToEnd(text: string, start: ImportedTime): number | null {
  const end = readDate(text);
  if (end?.has === 'instant' && start.at === 'instant') return (end.time.epoch - start.epoch) / 60_000;
  const wall = start.at === 'wall' ? start.text : new Date(start.epoch + (start.offsetMinutes ?? 0) * 60_000).toISOString().slice(0, 19);
  if (end?.has === 'wall') return (Date.parse(`${end.text}Z`) - Date.parse(`${wall}Z`)) / 60_000;
  const clock = isDate(text) ? null : readClock(text);
  if (clock === null) return null;
  const minutes = clock - (Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16)));
  // an end before the start is on the next day
  return minutes > 0 ? minutes : minutes + 1_440;
}
