import ICAL from 'ical.js';
import type { Findings } from './findings.js';
import { icsOccurrences } from './ics-occurrences.js';
import { icsSession } from './ics-session.js';
import { IcsZones } from './ics-zones.js';
import { refuse } from './import-refused.js';
import type { ImportedSchedule, ImportedSession } from './imported-schedule.js';
import { LIMITS } from './limits.js';
import { PersonIndex } from './person-index.js';
import { RoomIndex } from './room-index.js';
import { cut, oneLine } from './texts.js';

/**
 * Reads an iCalendar file (RFC 5545). Recurring entries become one session an occurrence.
 * @throws ImportRefused where it is no calendar
 */
export function readIcs(source: string, findings: Findings): ImportedSchedule {
  const calendar = calendarOf(source);
  const property = (name: string): string => oneLine(calendar.getFirstPropertyValue(name));
  const zones = new IcsZones(calendar, findings);
  const rooms = new RoomIndex([], findings);
  const persons = new PersonIndex(findings);
  const sessions: { session: ImportedSession; mentions: number[] }[] = [];
  let refused = 0;
  for (const occurrence of icsOccurrences(calendar.getAllSubcomponents('vevent'), zones, findings)) {
    if (sessions.length >= LIMITS.sessions) refuse(occurrence.where, `The file has more than ${LIMITS.sessions} sessions.`);
    const read = icsSession(occurrence, { zones, rooms, persons, findings });
    if (read === null) refused += 1;
    else sessions.push(read);
  }
  const { persons: known, keys } = persons.finish();
  return {
    format: 'ics',
    exportedFrom: property('x-meridian-conference') || null,
    title: cut(property('x-wr-calname') || property('name'), LIMITS.title) || null,
    acronym: null,
    url: null,
    zone: zones.own,
    languages: null,
    days: [],
    dayCount: 0,
    cities: [],
    venues: [],
    rooms: rooms.finish(),
    tracks: [...new Set(sessions.flatMap(({ session }) => session.track ?? []))].map((name) => ({ name })),
    persons: known,
    sessions: sessions.map(({ session, mentions }) => ({
      ...session,
      appearances: [...new Set(mentions.map((mention) => keys[mention] ?? ''))].slice(0, LIMITS.personsPerSession).map((person) => ({ person })),
    })),
    items: findings.items,
    mended: new Set(sessions.map(({ session }) => session.where).filter((where) => findings.mendedAt(where))),
    refused,
  };
}

function calendarOf(source: string): ICAL.Component {
  let parsed: unknown;
  try {
    parsed = ICAL.parse(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /"([^"]{1,40})"?$/.exec(message)?.[1];
    const at = line === undefined ? -1 : source.split(/\r?\n/).findIndex((text) => text.includes(line));
    refuse(`line ${Math.max(at, 0) + 1}`, `Not a well-formed iCalendar file: ${message.slice(0, 300)}`);
  }
  // several calendars in one file make a list of them
  const [first] = typeof (parsed as unknown[])[0] === 'string' ? [parsed] : (parsed as unknown[]);
  const calendar = new ICAL.Component(first as unknown[]);
  if (calendar.name !== 'vcalendar') refuse('line 1', `The file holds a “${calendar.name}”, not a calendar.`);
  return calendar;
}
