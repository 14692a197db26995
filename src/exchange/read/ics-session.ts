import ICAL from 'ical.js';
import type { Findings, Place } from './findings.js';
import type { IcsOccurrence } from './ics-occurrences.js';
import { roughEpoch, type IcsZones } from './ics-zones.js';
import type { ImportedSession, ImportedTime } from './imported-schedule.js';
import { kindOf } from './kinds.js';
import { LIMITS } from './limits.js';
import { mendTexts } from './mend-texts.js';
import { mendAddress } from './mend-upstream.js';
import type { PersonIndex } from './person-index.js';
import { UNPLACED, type RoomIndex } from './room-index.js';
import { cut, oneLine, uuidOf } from './texts.js';

const MINUTES = 30;

export interface IcsReading {
  zones: IcsZones;
  rooms: RoomIndex;
  persons: PersonIndex;
  findings: Findings;
}

/** A calendar's entry as a session, with the numbers of its persons' mentions. Null where it has no start. */
export function icsSession(occurrence: IcsOccurrence, reading: IcsReading): { session: ImportedSession; mentions: number[] } | null {
  const { event, where, start } = occurrence;
  const { findings } = reading;
  const text = (name: string): string => textOfProperty(event, name);
  const place: Place = { where, session: cut(oneLine(text('summary')), LIMITS.title) || null };
  if (start === null) {
    findings.refused('no-time', place, 'The entry has no DTSTART: it can’t be placed.');
    return null;
  }
  const categories = event.getAllProperties('categories').flatMap((property) => property.getValues().map(oneLine)).filter((name) => name !== '');
  const own = oneLine(text('x-meridian-kind'));
  const type = own || categories.find((category) => kindOf(category) !== null) || '';
  const guid = uuidOf(occurrence.uid);
  if (occurrence.uid === '') findings.mended('guid-missing', place, 'The entry has no UID: known by its title and room.');
  const room = roomOf(event, place, findings);
  const key = occurrence.uid === '' ? `title:${place.session ?? ''}\n${room}` : (guid ?? `uid:${occurrence.uid}`);
  const cancelled = oneLine(text('status')).toUpperCase() === 'CANCELLED';
  return {
    mentions: personsOf(event, reading.persons, place),
    session: {
      where,
      key: occurrence.recurrence === '' ? key : `${key}\n${occurrence.recurrence}`,
      ...mendTexts(
        {
          title: text('summary'), subtitle: '', abstract: '', description: text('description'), type,
          language: event.getFirstProperty('summary')?.getFirstParameter('language') ?? '',
        },
        place, findings,
      ),
      track: cut(categories[0] ?? '', LIMITS.name) || null,
      url: mendAddress(event.getFirstPropertyValue('url'), null, place, findings),
      room: reading.rooms.keyOf(room, null, where),
      start,
      minutes: minutesOf(event, start, reading.zones, place, findings),
      appearances: [],
      cancelled,
      cancelReason: cancelled ? cut(oneLine(text('comment')), 500) : '',
      upstream: { ...(guid === null ? {} : { guid }), ...(type === '' ? {} : { type }) },
    },
  };
}

function roomOf(event: ICAL.Component, place: Place, findings: Findings): string {
  const name = oneLine(textOfProperty(event, 'x-meridian-room')) || oneLine(textOfProperty(event, 'location'));
  if (name !== '') return name;
  findings.mended('room-missing', place, `There is no LOCATION: put into “${UNPLACED}”.`);
  return UNPLACED;
}

// attendees of a calendar's entry are its audience; only our own exports say who speaks
function personsOf(event: ICAL.Component, persons: PersonIndex, place: Place): number[] {
  return event.getAllProperties('x-meridian-person').flatMap((property) => {
    const person = { name: property.getFirstValue(), guid: property.getFirstParameter('x-guid'), id: null, code: null, biography: null, role: null, mode: null };
    return persons.mention(person, place) ?? [];
  });
}

function minutesOf(event: ICAL.Component, start: ImportedTime, zones: IcsZones, place: Place, findings: Findings): number {
  const duration = event.getFirstPropertyValue('duration');
  const value = event.getFirstPropertyValue('dtstart');
  const allDay = value instanceof ICAL.Time && value.isDate;
  // an exception's start may differ from the entry's, so that lengths are measured on the entry itself
  const own = zones.timeOf(event.getFirstProperty('dtstart')) ?? start;
  const end = zones.timeOf(event.getFirstProperty('dtend'));
  const minutes = duration instanceof ICAL.Duration ? duration.toSeconds() / 60 : end === null ? (allDay ? 1_440 : 0) : (roughEpoch(end) - roughEpoch(own)) / 60_000;
  if (allDay) findings.accepted('all-day', place, 'It has no time of day: it lasts from midnight on.');
  if (minutes > 0 && minutes <= LIMITS.minutes) return minutes;
  findings.mended('duration-missing', place, `It has no end: ${MINUTES} minutes are taken.`);
  return MINUTES;
}

function textOfProperty(event: ICAL.Component, name: string): string {
  const value = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}
