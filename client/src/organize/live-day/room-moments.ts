import type { AgendaIndex, IndexedRoom, IndexedSession } from '../../attend/agenda-index.js';

/** What the crew of a room has to do with at an instant. */
export interface RoomNow {
  place: IndexedRoom;
  /** Over by the plan for a few minutes, which does not say that it is over in the room. */
  justEnded: IndexedSession | null;
  on: readonly IndexedSession[];
  next: IndexedSession | null;
  /** After that, for the rest of the day. */
  later: readonly IndexedSession[];
}

const STILL_ASKED = 20 * 60_000;
const REST_OF_DAY = 14 * 60 * 60_000;

/** The rooms with anything on, just over or to come, in the order of the index; `cityId` null: of all cities. */
export function roomsNow(index: AgendaIndex, instant: number, cityId: string | null): RoomNow[] {
  const byRoom = new Map<string, IndexedSession[]>();
  for (const entry of index.sessions) byRoom.set(entry.room.id, [...(byRoom.get(entry.room.id) ?? []), entry]);
  return index.rooms.flatMap((place): RoomNow[] => {
    if (cityId !== null && place.city.id !== cityId) return [];
    const held = byRoom.get(place.room.id) ?? [];
    const on = held.filter(({ start, end }) => start <= instant && instant < end);
    const next = held.find(({ start }) => start > instant) ?? null;
    const later = held.filter(({ start }) => next !== null && start > instant && start - instant < REST_OF_DAY).filter((entry) => entry !== next);
    const justEnded = held.filter(({ end, session }) => session.status === 'scheduled' && end <= instant && instant - end < STILL_ASKED).at(-1) ?? null;
    return on.length === 0 && next === null && justEnded === null ? [] : [{ place, justEnded, on, next, later }];
  });
}
