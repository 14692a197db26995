import { layoutLanes } from '../../../attend/grid/layout-lanes.js';
import type { City } from '@contract/place.js';
import type { BoardEntry, BoardPlace } from './board-index.js';

/** A room on the board, across the line of time. Pixels from the start of its city. */
export interface RoomBand {
  place: BoardPlace;
  entries: readonly BoardEntry[];
  laneOf: ReadonlyMap<string, number>;
  lanes: number;
  at: number;
  size: number;
  /** Its place among all rooms that are shown, from 0. */
  index: number;
}

/** A city with its rooms. Pixels from the first city's start. */
export interface CityBand {
  city: City;
  collapsed: boolean;
  rooms: readonly RoomBand[];
  /** Sessions that stand in it, shown or not. */
  sessions: number;
  at: number;
  size: number;
}

export interface BoardLayout {
  cities: readonly CityBand[];
  rooms: readonly RoomBand[];
  /** Where each room begins, from the first city's start. */
  roomAt: ReadonlyMap<string, number>;
  size: number;
}

/** Pixels, across the line of time. */
export interface BandSizes {
  header: number;
  lane: number;
  padding: number;
}

/** Anything shorter is drawn as long as this, in milliseconds. */
export const SHORTEST = 5 * 60_000;

/** Where every city and room stands, so that only what is in view need be drawn. Rooms that did not change keep their lanes. */
export function layoutBoard(
  places: readonly BoardPlace[], byRoom: ReadonlyMap<string, readonly BoardEntry[]>, collapsed: ReadonlySet<string>, sizes: BandSizes, previous?: BoardLayout,
): BoardLayout {
  const before = new Map(previous?.rooms.map((room) => [room.place.room.id, room]));
  const cities: CityBand[] = [];
  const rooms: RoomBand[] = [];
  const roomAt = new Map<string, number>();
  let at = 0;
  for (const group of byCity(places)) {
    const city = group[0]!.city;
    const isCollapsed = collapsed.has(city.id);
    const held: RoomBand[] = [];
    let inside = sizes.header;
    let sessions = 0;
    for (const place of group) {
      const entries = byRoom.get(place.room.id) ?? NONE;
      sessions += entries.length;
      if (isCollapsed) continue;
      const room = layoutRoom(place, entries, inside, rooms.length, sizes, before.get(place.room.id));
      held.push(room);
      rooms.push(room);
      roomAt.set(place.room.id, at + inside);
      inside += room.size;
    }
    cities.push({ city, collapsed: isCollapsed, rooms: held, sessions, at, size: inside });
    at += inside;
  }
  return { cities, rooms, roomAt, size: at };
}

/** The room at a place across the line of time; null on a city's own line and outside. */
export function roomAtPixel(layout: BoardLayout, pixel: number): RoomBand | null {
  const city = layout.cities.find((held) => pixel >= held.at && pixel < held.at + held.size);
  const inside = pixel - (city?.at ?? 0);
  return city?.rooms.find((room) => inside >= room.at && inside < room.at + room.size) ?? null;
}

const NONE: readonly BoardEntry[] = [];

function layoutRoom(place: BoardPlace, entries: readonly BoardEntry[], at: number, index: number, sizes: BandSizes, before: RoomBand | undefined): RoomBand {
  if (before?.entries === entries && before.place === place) {
    const size = before.lanes * sizes.lane + sizes.padding;
    return before.at === at && before.index === index && before.size === size ? before : { ...before, at, index, size };
  }
  const { laneOf, count } = layoutLanes(entries.map(({ session, at: where }) => ({ id: session.id, start: where!.start, end: where!.end })), SHORTEST);
  return { place, entries, laneOf, lanes: count, at, index, size: count * sizes.lane + sizes.padding };
}

function byCity(places: readonly BoardPlace[]): BoardPlace[][] {
  const groups: BoardPlace[][] = [];
  for (const place of places) {
    if (groups.at(-1)?.[0]?.city.id === place.city.id) groups.at(-1)!.push(place);
    else groups.push([place]);
  }
  return groups;
}
