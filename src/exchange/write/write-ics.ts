import ICAL from 'ical.js';
import { manyLines, oneLine } from '../read/texts.js';
import type { ExportedSchedule, ExportedSession } from './exported-schedule.js';
import { plainAddress } from './plain-address.js';

export interface CalendarOptions {
  /** Fewer sessions than the conference has: a subscription to a part, which is no export of it. */
  sessions?: readonly ExportedSession[];
  name?: string;
}

/** How often a subscriber should ask again, as an iCalendar duration. */
const REFRESH = 'PT15M';

/**
 * Writes an iCalendar file (RFC 5545). Times are in UTC, which each calendar shows in its own zone. Cancelled sessions stay
 * in, marked, or a subscriber would not learn of it; `SEQUENCE` is the last revision that changed the session.
 */
export function writeIcs(schedule: ExportedSchedule, options: CalendarOptions = {}): string {
  const { conference } = schedule;
  const calendar = new ICAL.Component('vcalendar');
  const add = (name: string, value: string): void => void calendar.addPropertyWithValue(name, value);
  add('prodid', '-//Meridian//Agenda//EN');
  add('version', '2.0');
  add('calscale', 'GREGORIAN');
  add('method', 'PUBLISH');
  const name = options.name ?? oneLine(conference.title);
  addText(calendar, 'name', name);
  addText(calendar, 'x-wr-calname', name);
  addText(calendar, 'x-wr-timezone', conference.zone);
  // the part of a conference must never be taken for all of it when it is imported
  if (options.sessions === undefined) addText(calendar, 'x-meridian-conference', conference.id);
  addTyped(calendar, 'refresh-interval', 'duration', ICAL.Duration.fromString(REFRESH));
  addText(calendar, 'x-published-ttl', REFRESH);
  const frame = calendar.toString();
  const events = (options.sessions ?? schedule.sessions).map((session) => linesOf(session, schedule));
  return `${[frame.slice(0, -END.length), ...events].join('')}${END}\r\n`;
}

const END = 'END:VCALENDAR';

/** The lines of each session, made once a snapshot: calendars are asked for by anyone, each with other sessions, and are made of the same ones. */
const written = new WeakMap<ExportedSchedule, Map<ExportedSession, string>>();

function linesOf(session: ExportedSession, schedule: ExportedSchedule): string {
  const held = written.get(schedule) ?? new Map<ExportedSession, string>();
  written.set(schedule, held);
  const lines = held.get(session) ?? `${eventOf(session, schedule).toString()}\r\n`;
  held.set(session, lines);
  return lines;
}

function eventOf(session: ExportedSession, schedule: ExportedSchedule): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const changed = utc(Date.parse(schedule.changedAt));
  event.addPropertyWithValue('uid', session.guid);
  event.addPropertyWithValue('dtstamp', changed);
  event.addPropertyWithValue('last-modified', changed);
  event.addPropertyWithValue('sequence', session.revision);
  event.addPropertyWithValue('dtstart', utc(session.startsAt));
  event.addPropertyWithValue('dtend', utc(session.endsAt));
  const summary = event.addPropertyWithValue('summary', oneLine(session.title));
  if (session.language !== null) summary.setParameter('language', session.language);
  event.addPropertyWithValue('location', placeOf(session));
  addText(event, 'x-meridian-room', session.room.label);
  addText(event, 'x-meridian-kind', session.kind);
  const description = descriptionOf(session);
  if (description !== '') event.addPropertyWithValue('description', description);
  if (session.track !== null) event.addPropertyWithValue('categories', oneLine(session.track.name));
  const url = plainAddress(session.url);
  if (url !== null) event.addPropertyWithValue('url', url);
  event.addPropertyWithValue('status', session.cancelled ? 'CANCELLED' : 'CONFIRMED');
  if (session.cancelled && session.cancelReason !== '') event.addPropertyWithValue('comment', oneLine(session.cancelReason));
  for (const { person } of session.appearances) {
    const property = addText(event, 'x-meridian-person', oneLine(person.name));
    property.setParameter('x-guid', person.guid);
  }
  return event;
}

function placeOf({ room }: ExportedSession): string {
  const names = [room.name, room.venue.name, room.city.name].map(oneLine);
  return [...new Set(names)].join(', ');
}

function descriptionOf(session: ExportedSession): string {
  const speakers = session.appearances.map(({ person }) => oneLine(person.name)).join(', ');
  return [oneLine(session.subtitle), speakers, manyLines(session.abstract), manyLines(session.description)].filter((text) => text !== '').join('\n\n');
}

const addText = (component: ICAL.Component, name: string, value: string): ICAL.Property => addTyped(component, name, 'text', value);

// properties that ical.js does not know have no type of their own: without one their text would not be escaped
function addTyped(component: ICAL.Component, name: string, type: string, value: string | ICAL.Duration): ICAL.Property {
  const property = new ICAL.Property(name);
  property.resetType(type);
  property.setValue(value);
  return component.addProperty(property);
}

const utc = (epoch: number): ICAL.Time => ICAL.Time.fromJSDate(new Date(epoch), true);
