import type { Findings } from './findings.js';
import { refuse, type Fault } from './import-refused.js';
import { listOf, objectOf, parseJson, step, type JsonObject } from './json-walk.js';
import type { RawDay, RawEvent, RawPerson, RawReference, RawSchedule } from './raw-schedule.js';
import { scheduleJsonFaults } from './schedule-json-faults.js';
import { oneLine } from './texts.js';

/**
 * Reads c3voc's `schedule.json`.
 * @throws ImportRefused where it is no JSON, has no days, or has rooms where the schema forbids them
 */
export function readScheduleJson(source: string, findings: Findings): RawSchedule {
  const root = objectOf(parseJson(source));
  const schedule = objectOf(root?.['schedule']);
  if (root === null || schedule === null) refuse('/schedule', 'A schedule.json holds an object “schedule”; there is none.');
  const conference = objectOf(schedule['conference']);
  if (conference === null) refuse('/schedule/conference', 'The schedule has no “conference”.');
  const { days } = conference;
  if (!Array.isArray(days)) refuse('/schedule/conference/days', 'The conference has no list of “days”.');
  if ('rooms' in schedule) {
    const more: Fault[] = scheduleJsonFaults(conference);
    refuse('/schedule/rooms', 'The schema forbids “rooms” here: they belong to /schedule/conference/rooms.', more);
  }

  const generator = objectOf(root['generator']);
  const meridian = objectOf(objectOf(conference['meta'])?.['meridian']);
  return {
    exportedFrom: generator?.['name'] === 'Meridian' && typeof meridian?.['conference'] === 'string' ? meridian['conference'] : null,
    conference: {
      where: '/schedule/conference',
      title: inOneLanguage(conference['title']),
      acronym: conference['acronym'],
      start: conference['start'],
      end: conference['end'],
      timeslot: conference['timeslot_duration'],
      dayChange: conference['day_change'],
      zone: conference['time_zone_name'],
      url: conference['url'],
      baseUrl: schedule['base_url'],
      tracks: listOf(conference['tracks']).map((track) => ({ name: inOneLanguage(objectOf(track)?.['name'] ?? track), colour: objectOf(track)?.['color'] })),
      rooms: listOf(conference['rooms']).map((room) => {
        const given = objectOf(room);
        return { name: inOneLanguage(given?.['name'] ?? room), guid: given?.['guid'], capacity: given?.['capacity'] };
      }),
      meridian: meridian ?? undefined,
    },
    days: days.map((day: unknown, index) => dayOf(objectOf(day) ?? {}, step('/schedule/conference/days', index), findings)),
  };
}

function dayOf(day: JsonObject, where: string, findings: Findings): RawDay {
  return {
    where,
    date: day['date'],
    start: day['day_start'],
    end: day['day_end'],
    rooms: roomsOf(day['rooms'], step(where, 'rooms')).map(({ where: at, name, guid, events }) => ({
      where: at, name, guid, events: listOf(events).map((event, index) => eventOf(objectOf(event) ?? {}, step(at, index), findings)),
    })),
  };
}

/** Rooms by name, as the schema has them, or in a list, each with its name and events. */
function roomsOf(rooms: unknown, where: string): { where: string; name: unknown; guid: unknown; events: unknown }[] {
  if (!Array.isArray(rooms)) return Object.entries(objectOf(rooms) ?? {}).map(([name, events]) => ({ where: step(where, name), name, guid: undefined, events }));
  return rooms.map((value: unknown, index) => {
    const room = objectOf(value) ?? {};
    return { where: step(step(where, index), 'events'), name: inOneLanguage(room['name']), guid: room['guid'], events: room['events'] };
  });
}

function eventOf(given: JsonObject, where: string, findings: Findings): RawEvent {
  const event = { ...given };
  const translated = TEXTS.filter((field) => objectOf(given[field]) !== null);
  for (const field of translated) event[field] = inOneLanguage(given[field]);
  if (translated.length > 0) {
    findings.mended('texts-by-language', { where, session: oneLine(event['title']) || null }, `Given by language: ${translated.join(', ')}. One language is taken.`);
  }
  return {
    where,
    id: event['id'],
    guid: event['guid'],
    code: event['code'],
    date: event['date'],
    start: event['start'],
    end: event['end'],
    duration: event['duration'],
    room: event['room'],
    slug: event['slug'],
    url: event['url'],
    title: event['title'],
    subtitle: event['subtitle'],
    track: event['track'],
    type: event['type'],
    language: event['language'],
    abstract: event['abstract'],
    description: event['description'],
    logo: event['logo'],
    feedbackUrl: event['feedback_url'],
    originUrl: event['origin_url'],
    videoUrl: event['video_download_url'],
    recordingLicense: event['recording_license'],
    doNotRecord: event['do_not_record'],
    doNotStream: event['do_not_stream'],
    recordingUrl: undefined,
    recordingLink: undefined,
    persons: listOf(event['persons'] ?? event['speakers']).map(personOf),
    links: listOf(event['links']).map(referenceOf),
    attachments: listOf(event['attachments']).map(referenceOf),
  };
}

const TEXTS = ['title', 'subtitle', 'abstract', 'description', 'track', 'type', 'room'];

/** A text, where some writers give one by language (`{ "en": …, "de": … }`) or a thing with a name: the name, English, else the first. */
function inOneLanguage(value: unknown): unknown {
  const given = objectOf(value);
  if (given === null) return value;
  if (given['name'] !== undefined) return inOneLanguage(given['name']);
  return given['en'] ?? Object.values(given).find((text) => typeof text === 'string' && text.trim() !== '');
}

function personOf(value: unknown): RawPerson {
  const person = objectOf(value) ?? { name: value };
  const names = ['name', 'public_name', 'full_public_name', 'display_name', 'full_name'];
  return {
    id: person['id'],
    guid: person['guid'],
    code: person['code'],
    name: names.map((name) => person[name]).find((name) => typeof name === 'string' && name.trim() !== ''),
    biography: person['biography'],
    role: person['role'],
    mode: person['mode'],
  };
}

function referenceOf(value: unknown): RawReference {
  const reference = objectOf(value) ?? { url: value };
  return { url: reference['url'] ?? reference['href'], title: reference['title'] ?? reference['name'], type: reference['type'] };
}
