import { stringify } from 'csv-stringify/sync';
import { CSV_COLUMNS, joinNames, neutralizeCell, type CsvColumn } from '../read/csv-columns.js';
import { manyLines, oneLine } from '../read/texts.js';
import { clockOf, minutesOf, withOffset } from './export-days.js';
import type { ExportedSchedule, ExportedSession } from './exported-schedule.js';
import { plainAddress } from './plain-address.js';
import { typeOf } from './write-schedule-xml.js';

/** Writes a CSV with every documented column, UTF-8 with a byte order mark as spreadsheets want it, harmless when opened in one. */
export function writeCsv(schedule: ExportedSchedule): string {
  const rows = schedule.sessions.map((session) => {
    const row = rowOf(session);
    return CSV_COLUMNS.map((column) => neutralizeCell(row[column]));
  });
  return stringify([[...CSV_COLUMNS], ...rows], { bom: true, record_delimiter: 'windows' });
}

function rowOf(session: ExportedSession): Record<CsvColumn, string> {
  const { room } = session;
  const start = withOffset(session.startsAt, room.city.zone);
  return {
    city: oneLine(room.city.name),
    country: room.city.country ?? '',
    zone: room.city.zone,
    venue: oneLine(room.venue.name),
    room: oneLine(room.name),
    capacity: room.capacity === null ? '' : String(room.capacity),
    // with its offset, or the hour that the end of summer time repeats would be ambiguous
    date: start,
    start: start.slice(11, 16),
    end: withOffset(session.endsAt, room.city.zone),
    duration: clockOf(minutesOf(session)),
    title: oneLine(session.title),
    subtitle: oneLine(session.subtitle),
    track: oneLine(session.track?.name),
    kind: typeOf(session),
    language: session.language ?? '',
    speakers: joinNames(session.appearances.map(({ person }) => oneLine(person.name))),
    abstract: manyLines(session.abstract),
    description: manyLines(session.description),
    guid: session.guid,
    url: plainAddress(session.url) ?? '',
    status: session.cancelled ? 'cancelled' : 'scheduled',
    reason: oneLine(session.cancelReason),
  };
}
