import type { City } from '@contract/place.js';
import type { IndexedRoom, IndexedSession } from '../agenda-index.js';
import { layoutLanes } from './layout-lanes.js';

/** A session in its room's row: what of it lies in the window, and its lane. */
export interface Block {
  entry: IndexedSession;
  /** Epoch milliseconds, inside the window. */
  start: number;
  end: number;
  lane: number;
}

export interface RoomRow {
  place: IndexedRoom;
  lanes: number;
  /** By start, then lane. */
  blocks: readonly Block[];
}

export interface CityGroup {
  city: City;
  rows: readonly RoomRow[];
}

interface Window {
  from: number;
  to: number;
}

/** Anything shorter is drawn as long as this, in milliseconds. */
export const SHORTEST = 5 * 60_000;

/**
 * One day of the grid: the rooms, grouped by city in the order of `rooms`, with the sessions that lie in the window.
 * Rooms and cities without any are left out unless `keepEmpty`.
 */
export function layoutDay(
  rooms: readonly IndexedRoom[], sessions: readonly IndexedSession[], window: Window, keepEmpty: boolean,
): CityGroup[] {
  const byRoom = new Map<string, IndexedSession[]>();
  for (const entry of sessions) {
    if (entry.start >= window.to || drawnEnd(entry) <= window.from) continue;
    const held = byRoom.get(entry.room.id);
    if (held === undefined) byRoom.set(entry.room.id, [entry]);
    else held.push(entry);
  }
  const groups: { city: City; rows: RoomRow[] }[] = [];
  for (const place of rooms) {
    const held = byRoom.get(place.room.id) ?? [];
    if (held.length === 0 && !keepEmpty) continue;
    if (groups.at(-1)?.city.id !== place.city.id) groups.push({ city: place.city, rows: [] });
    groups.at(-1)!.rows.push(layoutRoom(place, held, window));
  }
  return groups;
}

function layoutRoom(place: IndexedRoom, sessions: readonly IndexedSession[], window: Window): RoomRow {
  const spans = sessions.map((entry) => ({
    id: entry.session.id,
    start: Math.max(entry.start, window.from),
    end: Math.min(drawnEnd(entry), window.to),
    entry,
  }));
  const { laneOf, count } = layoutLanes(spans, SHORTEST);
  const blocks = spans
    .map(({ entry, start, end, id }): Block => ({ entry, start, end, lane: laneOf.get(id) ?? 0 }))
    .sort((a, b) => a.start - b.start || a.lane - b.lane);
  return { place, lanes: count, blocks };
}

function drawnEnd(entry: IndexedSession): number {
  return Math.max(entry.end, entry.start + SHORTEST);
}
