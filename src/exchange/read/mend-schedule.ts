import type { ImportFormat } from '../../contract/exchange.js';
import { readDuration } from './durations.js';
import { FILE, type Findings, type Place } from './findings.js';
import { refuse } from './import-refused.js';
import type { ImportedAppearance, ImportedSchedule, ImportedSession } from './imported-schedule.js';
import { LIMITS } from './limits.js';
import { mendDay, mendDuration, mendStart, dateOf, type MendedDay } from './mend-time.js';
import { mendTexts } from './mend-texts.js';
import { mendAddress, mendUpstream } from './mend-upstream.js';
import { readMeridianPlace } from './meridian-place.js';
import { PersonIndex } from './person-index.js';
import type { RawConference, RawEvent, RawPerson, RawRoom, RawSchedule } from './raw-schedule.js';
import { reportWindow } from './report-window.js';
import { repeatedRoomNames, RoomIndex, UNPLACED } from './room-index.js';
import { cut, oneLine, positiveInteger, uuidOf, webAddress } from './texts.js';
import { readDate } from './times.js';
import { knownZone } from './zones.js';

const TIMESLOT = 30;

interface Mending {
  findings: Findings;
  rooms: RoomIndex;
  persons: PersonIndex;
  zone: string | null;
  timeslot: number;
  base: string | null;
  /** Sessions, each with the numbers of its persons' mentions. */
  sessions: { session: ImportedSession; mentions: { mention: number; person: RawPerson }[] }[];
  refused: number;
}

/** Makes a schedule of what a pentabarf file says: every session comes in, each oddity is noted. */
export function mendSchedule(raw: RawSchedule, format: ImportFormat, findings: Findings): ImportedSchedule {
  const { conference } = raw;
  if (raw.days.length > LIMITS.days) refuse(conference.where, `The file has more than ${LIMITS.days} days.`);
  const base = webAddress(conference.baseUrl, LIMITS.url) ?? webAddress(conference.url, LIMITS.url);
  const mending: Mending = {
    findings,
    rooms: new RoomIndex(conference.rooms, findings, repeatedRoomNames(raw.days)),
    persons: new PersonIndex(findings),
    zone: zoneOf(conference, findings),
    timeslot: timeslotOf(conference),
    base,
    sessions: [],
    refused: 0,
  };
  const days = raw.days.map((day) => {
    const mended = mendDay(day, conference.dayChange);
    if (mended.date === null) findings.mended('day-without-date', { ...FILE, where: day.where }, 'The day has no date.');
    for (const room of day.rooms) mendRoom(mending, room, mended);
    return mended;
  });
  const { persons, keys } = mending.persons.finish();
  const rooms = mending.rooms.finish();
  const place = readMeridianPlace(conference.meridian, rooms);
  return {
    format,
    exportedFrom: raw.exportedFrom,
    title: cut(oneLine(conference.title), LIMITS.title) || null,
    acronym: cut(oneLine(conference.acronym), 100) || null,
    url: mendAddress(conference.url, null, { ...FILE, where: conference.where }, findings),
    zone: place.zone ?? mending.zone,
    languages: place.languages,
    days: datesOf(days, conference),
    dayCount: days.length,
    cities: place.cities,
    venues: place.venues,
    rooms,
    tracks: tracksOf(conference, mending),
    persons,
    sessions: mending.sessions.map(({ session, mentions }) => ({ ...session, appearances: appearancesOf(session, mentions, keys, findings) })),
    items: findings.items,
    mended: new Set(mending.sessions.map(({ session }) => session.where).filter((where) => findings.mendedAt(where))),
    refused: mending.refused,
  };
}

function mendRoom(mending: Mending, room: RawRoom, day: MendedDay): void {
  const name = oneLine(room.name);
  // a room without sessions is a room all the same
  if (name !== '') mending.rooms.keyOf(name, uuidOf(room.guid), room.where);
  for (const event of room.events) mendEvent(mending, event, name, room, day);
}

function mendEvent(mending: Mending, event: RawEvent, roomName: string, room: RawRoom, day: MendedDay): void {
  const { findings } = mending;
  const place: Place = { where: event.where, session: cut(oneLine(event.title), LIMITS.title) || null };
  const start = mendStart(event, day, mending.zone, place, findings);
  if (start === null) {
    mending.refused += 1;
    findings.refused('no-time', place, 'Neither the event nor its day has a date: it can’t be placed.');
    return;
  }
  if (mending.sessions.length >= LIMITS.sessions) refuse(event.where, `The file has more than ${LIMITS.sessions} sessions.`);
  const minutes = mendDuration(event, start, mending.timeslot, place, findings);
  reportWindow(start, minutes, day, place, findings);
  const upstream = mendUpstream(event, mending.base, place, findings);
  const mentions = event.persons.flatMap((person) => {
    const mention = mending.persons.mention(person, place);
    return mention === null ? [] : [{ mention, person }];
  });
  const session: ImportedSession = {
    where: event.where,
    key: keyOf(event, roomName, place, findings),
    ...mendTexts(event, place, findings),
    track: cut(oneLine(event.track), LIMITS.name) || null,
    url: mendAddress(event.url, mending.base, place, findings),
    room: mending.rooms.keyOf(roomOf(event, roomName, place, findings), uuidOf(room.guid), event.where),
    start,
    minutes,
    appearances: [],
    upstream,
  };
  mending.sessions.push({ session, mentions });
}

function roomOf(event: RawEvent, roomName: string, place: Place, findings: Findings): string {
  const own = oneLine(event.room);
  if (roomName === '') {
    findings.mended('room-missing', place, own === '' ? `No room is named: put into “${UNPLACED}”.` : `Put into the room “${own}” that the event names.`);
    return own === '' ? UNPLACED : own;
  }
  if (own === '') findings.mended('room-missing', place, `The event names no room: it is in “${roomName}”, where it stands.`);
  else if (own !== roomName) findings.accepted('room-differs', place, `The event names “${own}” but stands in “${roomName}”, which is taken.`);
  return roomName;
}

/** What the file knows a session by: its guid, else id, code or slug, else what it is. */
function keyOf(event: RawEvent, roomName: string, place: Place, findings: Findings): string {
  const guid = uuidOf(event.guid);
  if (guid !== null) return guid;
  const given = oneLine(event.guid).slice(0, 200);
  findings.mended(given === '' ? 'guid-missing' : 'guid-invalid', place, given === '' ? 'There is no guid.' : `The guid “${given}” is no UUID: kept as it is.`);
  if (given !== '') return `guid:${given}`;
  const id = positiveInteger(event.id);
  if (id !== null) return `id:${id}`;
  const text = oneLine(event.id) || oneLine(event.code) || oneLine(event.slug);
  return text !== '' ? `id:${text.slice(0, 200)}` : `title:${cut(oneLine(event.title), 200)}\n${roomName}`;
}

function appearancesOf(
  session: ImportedSession, mentions: readonly { mention: number; person: RawPerson }[], keys: readonly string[], findings: Findings,
): ImportedAppearance[] {
  const place = { where: session.where, session: session.title };
  const appearances = new Map<string, ImportedAppearance>();
  for (const { mention, person } of mentions) {
    const key = keys[mention];
    if (key === undefined) continue;
    if (appearances.has(key)) findings.mended('person-twice', place, 'A person is named twice: kept once.');
    else appearances.set(key, { person: key, ...roleOf(person) });
  }
  if (appearances.size > LIMITS.personsPerSession) {
    findings.mended('persons-cut', place, `Of ${appearances.size} persons the first ${LIMITS.personsPerSession} are kept.`);
  }
  return [...appearances.values()].slice(0, LIMITS.personsPerSession);
}

function roleOf({ role, mode }: RawPerson): Omit<ImportedAppearance, 'person'> {
  return {
    ...(role === 'speaker' || role === 'moderator' || role === 'interpreter' ? { role } : {}),
    ...(mode === 'on-site' || mode === 'remote' ? { mode } : {}),
  };
}

function zoneOf(conference: RawConference, findings: Findings): string | null {
  const given = oneLine(conference.zone);
  const zone = knownZone(given);
  if (zone === null && given !== '') {
    findings.mended('zone-unknown', { ...FILE, where: conference.where }, `The time zone “${given.slice(0, 60)}” is not known here: not used.`);
  }
  return zone;
}

function timeslotOf(conference: RawConference): number {
  const given = conference.timeslot;
  return (typeof given === 'number' || typeof given === 'string' ? readDuration(given)?.minutes : undefined) ?? TIMESLOT;
}

function tracksOf(conference: RawConference, mending: Mending): ImportedSchedule['tracks'] {
  const tracks = new Map<string, string | undefined>();
  for (const { name, colour } of conference.tracks) {
    const text = cut(oneLine(name), LIMITS.name);
    const tint = oneLine(colour).toLowerCase();
    if (text !== '' && tracks.size < LIMITS.rooms) tracks.set(text, /^#[0-9a-f]{6}$/.test(tint) ? tint : undefined);
  }
  for (const { session } of mending.sessions) if (session.track !== null && !tracks.has(session.track)) tracks.set(session.track, undefined);
  return [...tracks].map(([name, colour]) => (colour === undefined ? { name } : { name, colour }));
}

function datesOf(days: readonly MendedDay[], conference: RawConference): string[] {
  const dates = days.flatMap(({ date }) => (date === null ? [] : [date]));
  if (dates.length === 0) dates.push(...[conference.start, conference.end].flatMap((value) => dateOf(readDate(oneLine(value))) ?? []));
  return [...new Set(dates)].sort();
}
