import { manyLines, oneLine } from '../read/texts.js';
import { withOffset } from './export-days.js';
import type { ExportedRoom, ExportedSchedule, ExportedSession } from './exported-schedule.js';
import { plainAddress } from './plain-address.js';

const SCHEMA = 'https://schema.org';

/** Writes JSON-LD in the words of schema.org: the conference as an Event, its sessions as subEvents, times with the city's offset. */
export function writeJsonld(schedule: ExportedSchedule): string {
  const { conference } = schedule;
  const starts = schedule.sessions.map(({ startsAt }) => startsAt);
  const ends = schedule.sessions.map(({ endsAt }) => endsAt);
  return JSON.stringify({
    '@context': SCHEMA,
    '@type': 'Event',
    '@id': `urn:uuid:${conference.id}`,
    name: oneLine(conference.title),
    ...given('url', plainAddress(conference.url)),
    startDate: starts.length === 0 ? conference.startsOn : withOffset(starts.reduce((a, b) => Math.min(a, b)), conference.zone),
    endDate: ends.length === 0 ? conference.endsOn : withOffset(ends.reduce((a, b) => Math.max(a, b)), conference.zone),
    eventStatus: `${SCHEMA}/EventScheduled`,
    eventAttendanceMode: `${SCHEMA}/MixedEventAttendanceMode`,
    inLanguage: conference.languages,
    location: schedule.venues.map((venue) => {
      const city = schedule.cities.find(({ id }) => id === venue.cityId);
      return city === undefined ? null : placeOf(venue, city);
    }).filter((place) => place !== null),
    subEvent: schedule.sessions.map(subEvent),
  }, null, 1);
}

function subEvent(session: ExportedSession): object {
  const { room } = session;
  const description = [manyLines(session.abstract), manyLines(session.description)].filter((text) => text !== '').join('\n\n');
  return {
    '@type': session.kind === 'performance' ? 'TheaterEvent' : 'EducationEvent',
    '@id': `urn:uuid:${session.guid}`,
    name: oneLine(session.title),
    ...given('alternativeHeadline', oneLine(session.subtitle)),
    ...given('description', description),
    ...given('url', plainAddress(session.url)),
    ...given('image', plainAddress(session.upstream.logo)),
    ...given('keywords', oneLine(session.track?.name)),
    startDate: withOffset(session.startsAt, room.city.zone),
    endDate: withOffset(session.endsAt, room.city.zone),
    eventStatus: `${SCHEMA}/${session.cancelled ? 'EventCancelled' : session.rescheduledFrom === null ? 'EventScheduled' : 'EventRescheduled'}`,
    ...given('previousStartDate', session.rescheduledFrom === null ? null : withOffset(session.rescheduledFrom, room.city.zone)),
    ...given('inLanguage', session.language),
    location: roomOf(room),
    performer: session.appearances.map(({ person }) => ({ '@type': 'Person', '@id': `urn:uuid:${person.guid}`, name: oneLine(person.name) })),
  };
}

function roomOf(room: ExportedRoom): object {
  return {
    '@type': 'Place',
    '@id': `urn:uuid:${room.guid}`,
    name: oneLine(room.name),
    ...(room.capacity === null ? {} : { maximumAttendeeCapacity: room.capacity }),
    containedInPlace: placeOf(room.venue, room.city),
  };
}

function placeOf(venue: ExportedRoom['venue'], city: ExportedRoom['city']): object {
  return {
    '@type': 'Place',
    '@id': `urn:uuid:${venue.id}`,
    name: oneLine(venue.name),
    address: {
      '@type': 'PostalAddress',
      addressLocality: oneLine(city.name),
      ...given('addressCountry', city.country),
      ...given('streetAddress', oneLine(venue.address)),
    },
    ...(city.latitude === null || city.longitude === null ? {} : { geo: { '@type': 'GeoCoordinates', latitude: city.latitude, longitude: city.longitude } }),
  };
}

const given = (key: string, value: string | null): object => (value === null || value === '' ? {} : { [key]: value });
