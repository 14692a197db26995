import type { ImportItem } from '../../contract/exchange.js';
import type { CityId, RoomId, TrackId, VenueId } from '../../contract/ids.js';
import { newId } from '../../platform/new-id.js';
import type { ImportedSchedule } from '../read/imported-schedule.js';
import { oneLine } from '../read/texts.js';
import type { Existing, ExistingSession } from './existing.queries.js';
import { groupRooms } from './group-rooms.js';
import { implausibleShrink, type Shrink } from './implausible-shrink.js';
import { matchSessions, type PlacedSession } from './match-sessions.js';
import type { OwnExport } from './own-export.js';
import { PeoplePlanner } from './plan-people.js';
import { planPlaces, type PlannedPlaces } from './plan-places.js';
import { planSessions, type PlannedSession } from './plan-sessions.js';
import { overlapReason, planWaivers, type Names } from './plan-waivers.js';
import { widenedDates, type HeldConference } from './settle-conference.js';
import type { SettledSession } from './settle-times.js';
import type { ImportPlan, TrackRow } from './write-plan.js';

export interface SettledImport {
  schedule: ImportedSchedule;
  sessions: readonly SettledSession[];
  zone: string;
  source: string;
  own: OwnExport;
  conference: HeldConference;
  actor: string;
}

export interface PlannedImport {
  plan: ImportPlan;
  planned: PlannedSession[];
  items: ImportItem[];
  overlaps: number;
  /** What the file lacks, where that is more than is plausible. */
  shrink: Shrink | null;
}

/** Settles a file against a conference's draft: what to write so that the draft says what the file does, and no more. `now` in milliseconds. */
export function planImport(existing: Existing, settled: SettledImport, now: number): PlannedImport {
  const { schedule, source, own } = settled;
  const groups = groupRooms(sessionsWithoutCity(settled), settled.zone);
  const places = planPlaces(existing, schedule, { zone: settled.zone, source, elsewhere: groups.elsewhere, own: own.rooms });
  const { tracks, trackUpdates, trackOf } = planTracks(existing, schedule);
  const people = new PeoplePlanner(existing.speakers, schedule, { source, own: own.persons, said: own.saidPersons });

  const keysInFile = new Set(schedule.sessions.map(({ key }) => key));
  const keyOf = (held: ExistingSession): string | null => {
    const guid = own.guids.get(held.id);
    if (guid !== undefined && (own.whole || keysInFile.has(guid))) return guid;
    return held.source === source ? (held.upstream.key ?? held.sourceKey) : null;
  };
  const placed = settled.sessions.map((session): PlacedSession => ({ ...session, roomId: roomOf(places, session) }));
  const matched = matchSessions(placed, existing.sessions, keyOf);
  const running = isRunning(existing.sessions, source, now);
  const isOn = ({ slot }: ExistingSession): boolean => slot !== null && !slot.cancelled && !(running && slot.endsAt <= now);
  const inScope = (held: ExistingSession): boolean => isOn(held) && held.published && keyOf(held) !== null;
  const over = matched.gone.filter((held) => held.slot !== null && !held.slot.cancelled && !isOn(held));
  const missing = matched.gone.filter(inScope);

  const keys = new Set(existing.sessions.filter((held) => held.source === source).map(({ sourceKey }) => sourceKey ?? ''));
  const planned = planSessions({ ...matched, gone: missing }, { source, trackOf, people, said: own.saidSessions, keys });
  const waivers = planWaivers(existing, planned, namesOf(existing, places, people));
  const placedAnew = planned.filter(({ outcomes }) => outcomes.includes('added') || outcomes.includes('moved')).map(({ slot }) => slot);
  const jumps = matched.jumped.map((session): ImportItem => ({
    severity: 'accepted', code: 'key-jumped', where: session.where, session: session.title,
    message: 'The source gave it the key of another session since; known again by title, room and start.',
  }));
  return {
    plan: {
      dates: widenedDates(settled.conference, schedule, placedAnew),
      places, tracks, trackUpdates, speakers: people.added, speakerUpdates: people.updates, sessions: planned,
      waive: waivers.waive, lift: waivers.lift, waiverReason: overlapReason(source), actor: settled.actor,
    },
    planned,
    items: [...groups.items, ...places.items, ...repeatedKeys(schedule), ...jumps, ...leftOver(over), ...waivers.items],
    overlaps: waivers.overlaps,
    shrink: implausibleShrink(existing.sessions.filter(inScope), missing, schedule.sessions.length, placeNames(existing)),
  };
}

// while a conference goes on, sources drop what is over; that was held, not cancelled
function isRunning(sessions: readonly ExistingSession[], source: string, now: number): boolean {
  const slots = sessions.flatMap(({ slot, source: of }) => (slot === null || of !== source ? [] : [slot]));
  return slots.some(({ startsAt }) => startsAt <= now) && slots.some(({ endsAt }) => endsAt > now);
}

function sessionsWithoutCity({ schedule, sessions }: SettledImport): readonly SettledSession[] {
  const loose = new Set(schedule.rooms.filter(({ venue }) => venue === null).map(({ key }) => key));
  return sessions.filter(({ room }) => loose.has(room));
}

function planTracks(existing: Existing, schedule: ImportedSchedule) {
  const tracks: TrackRow[] = [];
  const trackUpdates: { id: TrackId; colour: string }[] = [];
  const known = new Map(existing.tracks.map((track) => [oneLine(track.name), track]));
  const ids = new Map<string, TrackId>();
  for (const { name, colour } of schedule.tracks) {
    const held = known.get(name);
    const id = held?.id ?? newId<TrackId>();
    if (held === undefined) tracks.push({ id, name, colour: colour ?? null, position: existing.tracks.length + tracks.length });
    else if (colour !== undefined && colour !== held.colour?.toLowerCase()) trackUpdates.push({ id, colour });
    ids.set(name, id);
  }
  const trackOf = (name: string): TrackId => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`the file does not declare the track ${name}`);
    return id;
  };
  return { tracks, trackUpdates, trackOf };
}

function roomOf(places: PlannedPlaces, session: SettledSession): RoomId {
  const id = places.roomOf.get(session.room);
  if (id === undefined) throw new Error(`the file does not declare the room ${session.room}`);
  return id;
}

function namesOf(existing: Existing, places: PlannedPlaces, people: PeoplePlanner): Names {
  const rooms = new Map<RoomId, ReturnType<Names['room']>>(existing.rooms.map((room) => [room.id, room]));
  for (const room of places.rooms) rooms.set(room.id, { name: room.name, changeoverMinutes: 0, shared: false });
  const speakers = new Map([...existing.speakers, ...people.added].map((speaker) => [speaker.id, speaker.name]));
  return {
    room: (id) => rooms.get(id) ?? { name: '', changeoverMinutes: 0, shared: false },
    speaker: (id) => speakers.get(id) ?? '',
  };
}

function placeNames(existing: Existing): (session: ExistingSession) => { city: string; room: string } {
  const cities = new Map<CityId, string>(existing.cities.map(({ id, name }) => [id, name]));
  const venues = new Map<VenueId, string>(existing.venues.map(({ id, cityId }) => [id, cities.get(cityId) ?? '']));
  const rooms = new Map<RoomId, { city: string; room: string }>(
    existing.rooms.map(({ id, name, venueId }) => [id, { room: `${name} (${venues.get(venueId) ?? ''})`, city: venues.get(venueId) ?? '' }]),
  );
  return ({ slot }) => (slot === null ? undefined : rooms.get(slot.roomId)) ?? { city: '', room: '' };
}

function repeatedKeys(schedule: ImportedSchedule): ImportItem[] {
  const uses = new Map<string, number>();
  for (const { key } of schedule.sessions) uses.set(key, (uses.get(key) ?? 0) + 1);
  return schedule.sessions.filter(({ key }) => (uses.get(key) ?? 0) > 1).map((session) => ({
    severity: 'accepted', code: 'guid-repeated', where: session.where, session: session.title,
    message: `${uses.get(session.key) ?? 0} sessions have the guid ${session.key.split('\n')[0] ?? ''}: kept as separate sessions, told apart by room and start.`,
  }));
}

function leftOver(over: readonly ExistingSession[]): ImportItem[] {
  return over.map(({ title }) => ({
    severity: 'accepted', code: 'over-and-gone', where: '', session: title, message: 'The file no longer has it, but it is over: left as it was.',
  }));
}
