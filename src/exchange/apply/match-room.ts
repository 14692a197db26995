import type { RoomId } from '../../contract/ids.js';
import type { ImportedRoom, ImportedSchedule } from '../read/imported-schedule.js';
import type { Existing, ExistingRoom } from './existing.queries.js';
import type { PlaceContext } from './plan-places.js';

/**
 * The room that a file means: in our own exports the one exported under that guid or label; else by the source's key, by
 * guid, and last by name, in the city that the file names where it does. Each room is given once.
 */
export function matchRoom(
  room: ImportedRoom, existing: Existing, schedule: ImportedSchedule, context: PlaceContext, taken: ReadonlySet<RoomId>,
): ExistingRoom | null {
  const free = existing.rooms.filter(({ id }) => !taken.has(id));
  const ownId = (room.guid === null ? undefined : context.own.get(room.guid)) ?? context.own.get(room.label);
  const own = ownId === undefined ? undefined : free.find(({ id }) => id === ownId);
  if (own !== undefined && room.venue === null) return own;
  const ours = free.filter(({ source }) => source === context.source);
  const byKey = ours.find(({ sourceKey }) => sourceKey === (room.guid ?? room.label));
  const byGuid = room.guid === null ? undefined : free.find(({ id, upstream }) => upstream.guid === room.guid || id === room.guid);
  return (room.guid === null ? null : (byKey ?? byGuid)) ?? byName(room, free, existing, schedule, context) ?? own ?? byKey ?? null;
}

function byName(
  room: ImportedRoom, free: readonly ExistingRoom[], existing: Existing, schedule: ImportedSchedule, context: PlaceContext,
): ExistingRoom | null {
  const named = free.filter(({ name }) => name === room.name);
  const there = inPlace(named, room, existing, schedule);
  if (there !== null) return only(there);
  return only(named.filter(({ source }) => source === context.source)) ?? only(named);
}

// null where the file does not say where the room is
function inPlace(rooms: readonly ExistingRoom[], room: ImportedRoom, existing: Existing, schedule: ImportedSchedule): ExistingRoom[] | null {
  const venue = schedule.venues.find(({ key }) => key === room.venue);
  const city = schedule.cities.find(({ key }) => key === venue?.city);
  if (venue === undefined || city === undefined) return null;
  const cities = new Set(existing.cities.filter(({ name }) => name === city.name).map(({ id }) => id));
  const venues = existing.venues.filter(({ cityId }) => cities.has(cityId));
  const exact = rooms.filter(({ venueId }) => venues.some((other) => other.id === venueId && other.name === venue.name));
  return exact.length > 0 ? exact : rooms.filter(({ venueId }) => venues.some((other) => other.id === venueId));
}

function only<T>(items: readonly T[]): T | null {
  const [first, ...others] = items;
  return first !== undefined && others.length === 0 ? first : null;
}
