import { refuse } from './import-refused.js';
import type { RawConference, RawDay, RawEvent, RawPerson, RawReference, RawRoom, RawSchedule } from './raw-schedule.js';
import { childOf, childrenOf, parseXml, textOfChild, textWithin, type XmlElement } from './xml-tree.js';

/**
 * Reads pentabarf's `schedule.xml` as frab, pretalx and the hub write it.
 * @throws ImportRefused where it is not well-formed, has a DOCTYPE, or its root is not `schedule`
 */
export function readScheduleXml(source: string): RawSchedule {
  const root = parseXml(source);
  if (root.name !== 'schedule') refuse(root.where, `The root element is “${root.name}”; a schedule.xml begins with “schedule”.`);
  const generator = childOf(root, 'generator')?.attributes;
  return {
    exportedFrom: generator?.['name'] === 'Meridian' ? (generator['system'] ?? '').replace(/^urn:uuid:/, '') : null,
    conference: conferenceOf(childOf(root, 'conference'), root),
    days: childrenOf(root, 'day').map(dayOf),
  };
}

function conferenceOf(element: XmlElement | undefined, root: XmlElement): RawConference {
  const text = (name: string): unknown => (element === undefined ? undefined : textOfChild(element, name));
  return {
    where: (element ?? root).where,
    title: text('title'),
    acronym: text('acronym'),
    start: text('start'),
    end: text('end'),
    timeslot: text('timeslot_duration'),
    dayChange: text('day_change'),
    zone: text('time_zone_name'),
    url: text('url'),
    baseUrl: text('base_url'),
    tracks: (element === undefined ? [] : childrenOf(element, 'track')).map((track) => ({
      name: track.attributes['name'] ?? textWithin(track),
      colour: track.attributes['color'],
    })),
    rooms: [],
    meridian: undefined,
  };
}

function dayOf(day: XmlElement): RawDay {
  const { date, start, end } = day.attributes;
  const rooms = childrenOf(day, 'room').map(roomOf);
  // some writers leave the rooms out and put events straight into the day
  const loose = childrenOf(day, 'event');
  if (loose.length > 0) rooms.push({ where: day.where, name: undefined, guid: undefined, events: loose.map(eventOf) });
  return { where: day.where, date, start, end, rooms };
}

function roomOf(room: XmlElement): RawRoom {
  return { where: room.where, name: room.attributes['name'], guid: room.attributes['guid'], events: childrenOf(room, 'event').map(eventOf) };
}

function eventOf(event: XmlElement): RawEvent {
  const text = (name: string): unknown => textOfChild(event, name);
  const recording = childOf(event, 'recording');
  const recorded = (name: string): unknown => (recording === undefined ? undefined : textOfChild(recording, name));
  return {
    where: event.where,
    id: event.attributes['id'],
    guid: event.attributes['guid'],
    code: event.attributes['code'],
    date: text('date'),
    start: text('start'),
    end: text('end'),
    duration: text('duration'),
    room: text('room'),
    slug: text('slug'),
    url: text('url'),
    title: text('title'),
    subtitle: text('subtitle'),
    track: text('track'),
    type: text('type'),
    language: text('language'),
    abstract: text('abstract'),
    description: text('description'),
    logo: text('logo'),
    feedbackUrl: text('feedback_url'),
    originUrl: text('origin_url'),
    videoUrl: text('video_download_url'),
    recordingLicense: recorded('license'),
    doNotRecord: recorded('optout'),
    doNotStream: undefined,
    recordingUrl: recorded('url'),
    recordingLink: recorded('link'),
    persons: personsOf(event),
    links: referencesOf(childOf(event, 'links'), 'link'),
    attachments: referencesOf(childOf(event, 'attachments'), 'attachment'),
  };
}

function personsOf(event: XmlElement): RawPerson[] {
  const holders = [event, ...childrenOf(event, 'persons', 'speakers')];
  return holders.flatMap((holder) => childrenOf(holder, 'person', 'speaker')).map((person) => ({
    id: person.attributes['id'],
    guid: person.attributes['guid'],
    code: person.attributes['code'],
    name: textOfChild(person, 'name') ?? textOfChild(person, 'public_name') ?? person.attributes['name'] ?? textWithin(person),
    biography: textOfChild(person, 'biography'),
    role: person.attributes['role'],
    mode: undefined,
  }));
}

function referencesOf(holder: XmlElement | undefined, name: string): RawReference[] {
  return (holder === undefined ? [] : childrenOf(holder, name)).map((reference) => ({
    url: reference.attributes['href'] ?? textWithin(reference),
    title: textWithin(reference),
    type: reference.attributes['type'],
  }));
}
