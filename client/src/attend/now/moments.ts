import type { City } from '@contract/place.js';
import type { AgendaIndex, IndexedRoom, IndexedSession } from '../agenda-index.js';

/** What an instant finds in a room. */
export interface RoomMoment {
  place: IndexedRoom;
  /** On at this instant: several where a room is shared or an overlap was waived. */
  on: readonly IndexedSession[];
  /** Would be on, had it not been cancelled. */
  missing: readonly IndexedSession[];
  /** What comes next, up to and with the first that takes place: cancelled ones stand before it. */
  next: readonly IndexedSession[];
}

/** `soon`: within the hour. `over`: nothing follows. */
export type CityStatus = 'on' | 'soon' | 'later' | 'over';

export interface CityMoment {
  city: City;
  /** Rooms with anything on or to come, in the order of the index. */
  rooms: readonly RoomMoment[];
  status: CityStatus;
  /** Sessions on at this instant. */
  onCount: number;
  /** Epoch milliseconds of the next start that takes place, or null. */
  nextStart: number | null;
}

const SOON = 60 * 60_000;
/** Cancelled sessions named before the next one of a room, at most. */
const MISSED = 2;

/** What `instant` finds in each city, in the order of the index. `sessions` are those to count, by start. */
export function citiesAt(index: AgendaIndex, sessions: readonly IndexedSession[], instant: number): CityMoment[] {
  const byRoom = new Map<string, IndexedSession[]>();
  for (const entry of sessions) {
    if (entry.end <= instant) continue;
    const held = byRoom.get(entry.room.id);
    if (held === undefined) byRoom.set(entry.room.id, [entry]);
    else held.push(entry);
  }
  const byCity = new Map<string, RoomMoment[]>(index.cities.map((city) => [city.id, []]));
  for (const place of index.rooms) {
    const held = byRoom.get(place.room.id);
    if (held !== undefined) byCity.get(place.city.id)?.push(roomAt(place, held, instant));
  }
  return index.cities.map((city) => cityAt(city, byCity.get(city.id) ?? [], instant));
}

function roomAt(place: IndexedRoom, ahead: readonly IndexedSession[], instant: number): RoomMoment {
  const now = ahead.filter((entry) => entry.start <= instant);
  const later = ahead.filter((entry) => entry.start > instant);
  const takesPlace = later.findIndex(isHeld);
  return {
    place,
    on: now.filter(isHeld),
    missing: now.filter((entry) => !isHeld(entry)),
    next: takesPlace === -1 ? later.slice(0, MISSED) : later.slice(Math.max(0, takesPlace - MISSED), takesPlace + 1),
  };
}

function cityAt(city: City, rooms: readonly RoomMoment[], instant: number): CityMoment {
  const starts = rooms.flatMap((room) => room.next.filter(isHeld).map((entry) => entry.start));
  const nextStart = starts.length === 0 ? null : Math.min(...starts);
  const onCount = rooms.reduce((sum, room) => sum + room.on.length, 0);
  return { city, rooms, onCount, nextStart, status: statusOf(onCount, nextStart, instant) };
}

function statusOf(onCount: number, nextStart: number | null, instant: number): CityStatus {
  if (onCount > 0) return 'on';
  if (nextStart === null) return 'over';
  return nextStart - instant <= SOON ? 'soon' : 'later';
}

export function isHeld(entry: IndexedSession): boolean {
  return entry.session.status !== 'cancelled';
}
