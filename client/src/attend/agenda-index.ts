import type { Agenda, AgendaSession, Speaker } from '@contract/agenda.js';
import type { City, Room, Track, Venue } from '@contract/place.js';

/** A session with everything that a view needs beside it, and its instants as epoch milliseconds. */
export interface IndexedSession {
  session: AgendaSession;
  /** Epoch milliseconds. */
  start: number;
  end: number;
  room: Room;
  venue: Venue;
  city: City;
  track: Track | null;
  speakers: Speaker[];
}

export interface IndexedRoom {
  room: Room;
  venue: Venue;
  city: City;
}

export interface AgendaIndex {
  /** By start, then city, then room. */
  sessions: readonly IndexedSession[];
  byId: ReadonlyMap<string, IndexedSession>;
  /** By city (position, name), then venue name, then room (position, name). */
  rooms: readonly IndexedRoom[];
  /** By position, then name. */
  cities: readonly City[];
  tracks: readonly Track[];
  speakers: readonly Speaker[];
  /** The languages that sessions are held in, sorted. */
  languages: readonly string[];
}

/** Joins an agenda once for all views. Entries of sessions that a change did not touch are taken over from `previous`. */
export function indexAgenda(agenda: Agenda, previous?: AgendaIndex): AgendaIndex {
  const rooms = indexRooms(agenda);
  const byRoom = new Map(rooms.map((entry) => [entry.room.id as string, entry]));
  const order = new Map(rooms.map((entry, position) => [entry.room.id as string, position]));
  const byId = new Map<string, IndexedSession>();
  for (const session of Object.values(agenda.sessions)) {
    const place = byRoom.get(session.roomId);
    if (place === undefined) continue;
    const entry: IndexedSession = {
      session,
      start: Date.parse(session.startsAt),
      end: Date.parse(session.endsAt),
      ...place,
      track: session.trackId === null ? null : (agenda.tracks[session.trackId] ?? null),
      speakers: session.appearances.flatMap((appearance) => agenda.speakers[appearance.speakerId] ?? []),
    };
    const known = previous?.byId.get(session.id);
    byId.set(session.id, known !== undefined && sameEntry(known, entry) ? known : entry);
  }
  const sessions = [...byId.values()].sort(
    (a, b) => a.start - b.start || (order.get(a.room.id) ?? 0) - (order.get(b.room.id) ?? 0) || (a.session.id < b.session.id ? -1 : 1),
  );
  return {
    sessions,
    byId,
    rooms,
    cities: Object.values(agenda.cities).sort(byPositionAndName),
    tracks: Object.values(agenda.tracks).sort(byPositionAndName),
    speakers: Object.values(agenda.speakers).sort((a, b) => a.name.localeCompare(b.name)),
    languages: [...new Set(sessions.flatMap((entry) => entry.session.language ?? []))].sort(),
  };
}

function indexRooms(agenda: Agenda): IndexedRoom[] {
  return Object.values(agenda.rooms)
    .flatMap((room): IndexedRoom[] => {
      const venue = agenda.venues[room.venueId];
      const city = venue === undefined ? undefined : agenda.cities[venue.cityId];
      return venue === undefined || city === undefined ? [] : [{ room, venue, city }];
    })
    .sort((a, b) => byPositionAndName(a.city, b.city) || a.venue.name.localeCompare(b.venue.name) || byPositionAndName(a.room, b.room));
}

function sameEntry(a: IndexedSession, b: IndexedSession): boolean {
  return (
    a.session === b.session && a.room === b.room && a.venue === b.venue && a.city === b.city && a.track === b.track &&
    a.speakers.length === b.speakers.length && a.speakers.every((speaker, position) => speaker === b.speakers[position])
  );
}

function byPositionAndName(a: { position: number; name: string }, b: { position: number; name: string }): number {
  return a.position - b.position || a.name.localeCompare(b.name);
}
