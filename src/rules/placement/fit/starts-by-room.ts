import type { VenueId } from '../../../contract/ids.js';
import { equipmentMissing } from '../alone/equipment-missing.js';
import { overCapacity } from '../alone/over-capacity.js';
import { MINUTE } from '../placed.js';
import { travelTimes } from '../together/travel-time.js';
import type { PlacementCity, PlacementWorld } from '../world.js';
import { clockOf } from '../zone-clock.js';
import { blockedAtVenue, blockedBySpeakers, blockedInRoom } from './blocked-starts.js';
import { addCostsAtVenue, costsInCity, type CostsByStart } from './costs-by-start.js';
import { roomCost, travelCost, warningCost, type FitParts } from './fit-cost.js';
import { othersIn, type RoomAt, type Sought } from './sought.js';
import { StartGrid } from './start-grid.js';
import type { FitOptions } from './where-it-fits.js';

const DAY = 24 * 60 * MINUTE;

/** All starts of one room. */
export interface RoomStarts {
  readonly at: RoomAt;
  readonly grid: StartGrid;
  /** Which rules rule each start out, by their bits. */
  readonly mask: Uint8Array;
  /** Infinite where a rule rules it out. */
  readonly costs: Float64Array;
  readonly partsAt: (start: number) => FitParts;
}

interface Ground {
  readonly grid: StartGrid;
  readonly mask: Uint8Array;
  readonly costs: CostsByStart;
}

/** Painted from the large to the small: what holds in a whole city or venue is worked out once. */
export function startsByRoom(sought: Sought, options: FitOptions): RoomStarts[] {
  const cities = new Map<PlacementCity, Ground>();
  const venues = new Map<VenueId, Ground & { travel: number }>();
  const elsewhere = sought.cast.onSite.map((speaker) => othersIn(sought, travelTimes, speaker));
  return roomsToLookAt(sought.index.world, options).map((at) => {
    const city = cities.get(at.city) ?? inCity(at.city);
    cities.set(at.city, city);
    const venue = venues.get(at.venue.id) ?? atVenue(at, city);
    venues.set(at.venue.id, venue);
    return inRoom(at, venue);
  });

  function inCity(city: PlacementCity): Ground {
    const grid = gridOf(sought.index.world, city, options.on);
    return { grid, mask: blockedBySpeakers(sought, grid), costs: costsInCity(sought, city, grid) };
  }

  function atVenue(at: RoomAt, { grid, mask, costs }: Ground): Ground & { travel: number } {
    const venue = { grid, mask: mask.slice(), costs: { hours: costs.hours, warnings: costs.warnings.slice() } };
    blockedAtVenue(sought, at, grid, venue.mask);
    addCostsAtVenue(sought, at, grid, venue.costs.warnings);
    return { ...venue, travel: travelCost(at.venue, elsewhere, sought.index.prepared) };
  }

  function inRoom(at: RoomAt, { grid, mask: venueMask, costs: { warnings, hours }, travel }: Ground & { travel: number }): RoomStarts {
    const mask = venueMask.slice();
    blockedInRoom(sought, at, grid, mask);
    const room = roomCost(at.room.capacity, sought.session.expectedPeople);
    const there = { id: sought.id, session: sought.session, room: at.room };
    const unsuitable = warningCost([...overCapacity(there), ...equipmentMissing(there)]);
    const partsAt = (start: number): FitParts => ({ warnings: warnings[start]! + unsuitable, room, travel, hours: hours[start]! });
    const always = unsuitable + room + travel;
    const costs = new Float64Array(grid.count);
    for (let start = 0; start < grid.count; start += 1) costs[start] = mask[start] === 0 ? always + warnings[start]! + hours[start]! : Number.POSITIVE_INFINITY;
    return { at, grid, mask, costs, partsAt };
  }
}

function roomsToLookAt(world: PlacementWorld, { cityId, roomId }: FitOptions): RoomAt[] {
  return [...world.rooms.values()].flatMap((room) => {
    const venue = world.venues.get(room.venueId);
    const city = venue === undefined ? undefined : world.cities.get(venue.cityId);
    if (venue === undefined || city === undefined) return [];
    if ((cityId !== undefined && city.id !== cityId) || (roomId !== undefined && room.id !== roomId)) return [];
    return [{ room, venue, city }];
  });
}

/** From the midnight in which the first day begins to that in which the last one ends, by the city's clock. */
function gridOf({ startsOn, endsOn, gridMinutes }: PlacementWorld, { zone }: PlacementCity, on: string | undefined): StartGrid {
  const clock = clockOf(zone);
  const from = clock.instantOf(Date.parse(`${on ?? startsOn}T00:00Z`));
  const to = clock.instantOf(Date.parse(`${on ?? endsOn}T00:00Z`) + DAY);
  const step = Math.max(1, gridMinutes) * MINUTE;
  return new StartGrid(from, step, Math.max(0, Math.ceil((to - from) / step)));
}
