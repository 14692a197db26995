import type { RoomId, SessionId, SpeakerId, VenueId } from '../../contract/ids.js';
import { mergeWindows, type Window } from '../availability.js';
import { AudienceHours } from './audience-hours.js';
import { castOf, MINUTE, type Cast } from './placed.js';
import { TravelTimes } from './travel-times.js';
import type { PlacementVenue, PlacementWorld } from './world.js';

/** A world with what the rules look up in it again and again. Made once; it does not change. */
export interface PreparedWorld {
  readonly world: PlacementWorld;
  readonly casts: ReadonlyMap<SessionId, Cast>;
  readonly travel: TravelTimes;
  readonly audience: AudienceHours;
  /** Merged; a speaker or room that is not in it is always available or open. */
  readonly available: ReadonlyMap<SpeakerId, readonly Window[]>;
  readonly open: ReadonlyMap<RoomId, readonly Window[]>;
  /** The booked windows of each satellite uplink, those that abut made one; margins not taken off. */
  readonly satellite: ReadonlyMap<VenueId, readonly (readonly Window[])[]>;
  /** Milliseconds. */
  readonly longestChangeover: number;
  readonly longestTravel: number;
}

export function prepareWorld(world: PlacementWorld): PreparedWorld {
  const travel = new TravelTimes(world);
  return {
    world,
    travel,
    audience: new AudienceHours(world.audiences),
    casts: new Map([...world.sessions.values()].map((session) => [session.id, castOf(session)])),
    available: merged(world.speakers.values(), ({ available }) => available),
    open: merged(world.rooms.values(), ({ open }) => open),
    satellite: new Map([...world.venues.values()].map((venue) => [venue.id, windowsByUplink(venue)])),
    longestChangeover: Math.max(0, ...[...world.rooms.values()].map(({ changeoverMinutes }) => changeoverMinutes)) * MINUTE,
    longestTravel: travel.longest() * MINUTE,
  };
}

function merged<K, T extends { readonly id: K }>(all: Iterable<T>, windowsOf: (one: T) => readonly Window[] | null): Map<K, readonly Window[]> {
  const map = new Map<K, readonly Window[]>();
  for (const one of all) {
    const windows = windowsOf(one);
    if (windows !== null) map.set(one.id, mergeWindows(windows));
  }
  return map;
}

function windowsByUplink({ satelliteWindows }: PlacementVenue): Window[][] {
  const uplinks = [...new Set(satelliteWindows.map(({ uplinkId }) => uplinkId))];
  return uplinks.map((id) =>
    mergeWindows(satelliteWindows.filter(({ uplinkId }) => uplinkId === id).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))));
}
