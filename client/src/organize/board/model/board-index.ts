import type { Board, BoardSession, BoardSlot } from '@contract/board.js';
import type { City, Track, Venue } from '@contract/place.js';


export type Speaker = Board['speakers'][number];
export type BoardRoom = Board['rooms'][number];

/** A session with everything that the board draws beside it. */
export interface BoardEntry {
  session: BoardSession;
  track: Track | null;
  speakers: readonly Speaker[];
  /** Where it stands; null: in the tray. */
  at: PlacedAt | null;
}

/** A place on the board. Instants are epoch milliseconds. */
export interface PlacedAt {
  roomId: string;
  start: number;
  end: number;
}

export interface BoardPlace {
  room: BoardRoom;
  venue: Venue;
  city: City;
}

export interface BoardIndex {
  board: Board;
  byId: ReadonlyMap<string, BoardEntry>;
  /** By room, each in order of start. A room whose sessions did not change keeps its list. */
  byRoom: ReadonlyMap<string, readonly BoardEntry[]>;
  /** Sessions without a slot, by title. */
  tray: readonly BoardEntry[];
  /** By city (position, name), then venue name, then room (position, name). */
  places: readonly BoardPlace[];
  placeOf: ReadonlyMap<string, BoardPlace>;
}

/** Joins a board once for all views. What an edit did not touch is taken over from `previous`, so that it is not drawn anew. */
export function indexBoard(board: Board, previous?: BoardIndex): BoardIndex {
  const samePlaces = previous?.board.rooms === board.rooms && previous.board.venues === board.venues && previous.board.cities === board.cities;
  const places = samePlaces ? previous.places : orderPlaces(board);
  const placeOf = samePlaces ? previous.placeOf : new Map(places.map((place) => [place.room.id as string, place]));
  const sameWords = previous?.board.tracks === board.tracks && previous.board.speakers === board.speakers;
  const tracks = new Map(board.tracks.map((track) => [track.id as string, track]));
  const speakers = new Map(board.speakers.map((speaker) => [speaker.id as string, speaker]));

  const byId = new Map<string, BoardEntry>();
  const byRoom = new Map<string, BoardEntry[]>(places.map(({ room }) => [room.id, []]));
  const tray: BoardEntry[] = [];
  for (const session of board.sessions) {
    const known = sameWords ? previous.byId.get(session.id) : undefined;
    const entry = known?.session === session ? known : join(session, tracks, speakers);
    byId.set(session.id, entry);
    if (entry.at === null) tray.push(entry);
    else byRoom.get(entry.at.roomId)?.push(entry);
  }
  for (const [roomId, entries] of byRoom) {
    entries.sort((a, b) => a.at!.start - b.at!.start || (a.session.id < b.session.id ? -1 : 1));
    const before = previous?.byRoom.get(roomId);
    if (before !== undefined && sameEntries(before, entries)) byRoom.set(roomId, before as BoardEntry[]);
  }
  tray.sort((a, b) => (a.session.title < b.session.title ? -1 : 1));
  return { board, byId, byRoom, places, placeOf, tray: previous !== undefined && sameEntries(previous.tray, tray) ? previous.tray : tray };
}

export function placedAt(slot: Pick<BoardSlot, 'roomId' | 'startsAt' | 'endsAt'> | null): PlacedAt | null {
  return slot === null ? null : { roomId: slot.roomId, start: Date.parse(slot.startsAt), end: Date.parse(slot.endsAt) };
}

/** How long a session is, in milliseconds: its slot's length, else what it is to be. */
export const lengthOf = (entry: BoardEntry): number => (entry.at === null ? entry.session.minutes * 60_000 : entry.at.end - entry.at.start);

function join(session: BoardSession, tracks: ReadonlyMap<string, Track>, speakers: ReadonlyMap<string, Speaker>): BoardEntry {
  return {
    session,
    track: session.trackId === null ? null : (tracks.get(session.trackId) ?? null),
    speakers: session.appearances.flatMap(({ speakerId }) => speakers.get(speakerId) ?? []),
    at: placedAt(session.slot),
  };
}

function orderPlaces(board: Board): BoardPlace[] {
  const cities = new Map(board.cities.map((city) => [city.id as string, city]));
  const venues = new Map(board.venues.map((venue) => [venue.id as string, venue]));
  const places = board.rooms.flatMap((room): BoardPlace[] => {
    const venue = venues.get(room.venueId);
    const city = venue === undefined ? undefined : cities.get(venue.cityId);
    return venue === undefined || city === undefined ? [] : [{ room, venue, city }];
  });
  return places.sort(
    (a, b) =>
      a.city.position - b.city.position || compare(a.city.name, b.city.name) || compare(a.city.id, b.city.id) || compare(a.venue.name, b.venue.name) ||
      compare(a.venue.id, b.venue.id) || a.room.position - b.room.position || compare(a.room.name, b.room.name) || compare(a.room.id, b.room.id),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sameEntries(a: readonly BoardEntry[], b: readonly BoardEntry[]): boolean {
  return a.length === b.length && a.every((entry, n) => entry === b[n]);
}
