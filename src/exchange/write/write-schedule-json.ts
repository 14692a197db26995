import { manyLines, oneLine } from '../read/texts.js';
import type { Reference } from '../read/imported-schedule.js';
import { exportAcronym } from './export-identity.js';
import { clockOf, exportDays, minutesOf, withOffset } from './export-days.js';
import type { ExportedSchedule, ExportedSession } from './exported-schedule.js';
import { plainAddress } from './plain-address.js';
import { typeOf } from './write-schedule-xml.js';

/**
 * Writes a schedule.json that is valid against c3voc's schema. Cancelled sessions are left out: the format has no word for
 * them. Cities and venues, which it has none for either, are in `conference.meta.meridian`.
 */
export function writeScheduleJson(schedule: ExportedSchedule): string {
  const { conference } = schedule;
  const days = exportDays(schedule);
  const url = plainAddress(conference.url);
  return JSON.stringify({
    $schema: 'https://c3voc.de/schedule/schema.json',
    generator: { name: 'Meridian', version: '1' },
    schedule: {
      version: String(schedule.revision),
      conference: {
        acronym: exportAcronym(conference.slug),
        title: oneLine(conference.title),
        start: conference.startsOn,
        end: conference.endsOn,
        daysCount: days.length,
        timeslot_duration: '00:05',
        ...(/^([A-Z][a-z]+\/[A-Z][a-z]+)|UTC$/.test(conference.zone) ? { time_zone_name: conference.zone } : {}),
        ...(url === null ? {} : { url }),
        tracks: schedule.tracks.map(({ name, colour }) => ({ name: oneLine(name), ...(colour === null ? {} : { color: colour }) })),
        rooms: schedule.rooms.map(({ label, guid, capacity }) => ({ name: label, guid, capacity })),
        meta: { meridian: meridianPlace(schedule) },
        days: days.map((day) => ({
          index: day.index,
          date: day.date,
          day_start: day.start,
          day_end: day.end,
          rooms: Object.fromEntries(day.rooms.map(({ room, sessions }) => [room.label, sessions.map(eventOf)])),
        })),
      },
    },
  }, null, 1);
}

// read back by exchange/read/meridian-place.ts
function meridianPlace(schedule: ExportedSchedule): object {
  const { conference } = schedule;
  return {
    conference: conference.id,
    zone: conference.zone,
    languages: conference.languages,
    cities: schedule.cities.map(({ id, name, country, zone, latitude, longitude }) => ({ id, name: oneLine(name), country, zone, latitude, longitude })),
    venues: schedule.venues.map(({ id, cityId, name, address }) => ({ id, city: cityId, name: oneLine(name), address })),
    rooms: schedule.rooms.map(({ guid, name, venue }) => ({ guid, name: oneLine(name), venue: venue.id })),
  };
}

function eventOf(session: ExportedSession): object {
  const { upstream, room } = session;
  const { zone } = room.city;
  const date = withOffset(session.startsAt, zone);
  const url = plainAddress(session.url);
  const address = (key: string, value: unknown): object => {
    const text = plainAddress(value);
    return text === null ? {} : { [key]: text };
  };
  return {
    guid: session.guid,
    id: session.number,
    ...(session.code === null ? {} : { code: session.code }),
    ...address('logo', upstream.logo),
    date,
    start: date.slice(11, 16),
    end: withOffset(session.endsAt, zone),
    duration: clockOf(minutesOf(session)),
    room: room.label,
    slug: session.slug,
    // the schema wants one: where a session has no page, its name in the space of names
    url: url ?? `urn:uuid:${session.guid}`,
    title: oneLine(session.title),
    subtitle: oneLine(session.subtitle),
    track: oneLine(session.track?.name),
    type: typeOf(session),
    language: session.language,
    abstract: manyLines(session.abstract),
    description: manyLines(session.description),
    recording_license: oneLine(upstream.recordingLicense),
    do_not_record: upstream.doNotRecord ?? null,
    ...(upstream.doNotStream === undefined ? {} : { do_not_stream: upstream.doNotStream }),
    persons: session.appearances.map(({ person, role, mode }) => ({
      id: person.number,
      guid: person.guid,
      public_name: oneLine(person.name),
      biography: manyLines(person.biography),
      ...(role === 'speaker' ? {} : { role }),
      ...(mode === 'on-site' ? {} : { mode }),
    })),
    links: references(upstream.links),
    ...address('feedback_url', upstream.feedbackUrl),
    ...address('origin_url', upstream.originUrl),
    attachments: references(upstream.attachments),
  };
}

const TYPES = new Set(['slides', 'paper', 'web', 'blog', 'article', 'media', 'related', 'activitypub']);

function references(list: readonly Reference[] | undefined): object[] {
  return (list ?? []).flatMap(({ url, title, type }) => {
    const plain = plainAddress(url);
    return plain === null ? [] : [{ url: plain, title, ...(type !== undefined && TYPES.has(type) ? { type } : {}) }];
  });
}
