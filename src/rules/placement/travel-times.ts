import type { VenueId } from '../../contract/ids.js';
import type { TravelBasis } from '../finding.js';
import { travelKey, type PlacementCity, type PlacementVenue, type PlacementWorld } from './world.js';

export interface Travel {
  minutes: number;
  basis: TravelBasis;
}

/** From one venue to another of the same city, where the organizer gave no time: across a town by taxi or metro, waiting included. */
const INSIDE_A_CITY_MINUTES = 30;
const EARTH_RADIUS_KM = 6_371;

/** By road or rail: the way to the station and from it, then 80 km/h over a way 1.3 times as long as the great circle. */
const GROUND = { overheadMinutes: 30, detour: 1.3, kmPerHour: 80 };
/** By air: to the airport, two hours at it, from it again; then 800 km/h from gate to gate along the great circle. */
const AIR = { overheadMinutes: 240, detour: 1, kmPerHour: 800 };

/**
 * How long it takes from door to door, by great-circle distance: the faster of ground and air, in whole minutes. The
 * figures are assumptions of ours, on the cautious side of what timetables say: the detour of 1.3 is the usual one between
 * air line and road network; Paris to London (344 km) comes to 4 h 26 min, Paris to New York (5,837 km) to 11 h 18 min.
 * No timetable, border or traffic is known: an organizer who knows better gives their own time.
 */
export function travelMinutesFor(km: number): number {
  const by = ({ overheadMinutes, detour, kmPerHour }: typeof AIR): number => overheadMinutes + ((km * detour) / kmPerHour) * 60;
  return Math.ceil(Math.min(by(GROUND), by(AIR)));
}

/** Kilometres along the great circle (haversine, on a sphere); null where a position is unknown. */
export function kmBetween(a: PlacementCity, b: PlacementCity): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2;
  const h = half(b.latitude - a.latitude) + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** What is known of the ways of a conference: a placement's world, or the places alone. */
export interface TravelWorld extends Pick<PlacementWorld, 'cities' | 'travelMinutes'> {
  readonly venues: ReadonlyMap<VenueId, Pick<PlacementVenue, 'cityId'>>;
}

/** The times between a conference's venues: the organizer's own where there is one. */
export class TravelTimes {
  private readonly known = new Map<VenueId, Map<VenueId, Travel>>();

  constructor(private readonly world: TravelWorld) {}

  between(from: VenueId, to: VenueId): Travel {
    const ways = this.known.get(from) ?? new Map<VenueId, Travel>();
    this.known.set(from, ways);
    let travel = ways.get(to);
    if (travel === undefined) ways.set(to, (travel = this.find(from, to)));
    return travel;
  }

  /** No way is longer, in minutes: to the other side of the earth, or longer where the organizer says so. */
  longest(): number {
    return Math.max(travelMinutesFor(Math.PI * EARTH_RADIUS_KM), ...this.world.travelMinutes.values());
  }

  private find(from: VenueId, to: VenueId): Travel {
    if (from === to) return { minutes: 0, basis: 'same-city' };
    const given = this.world.travelMinutes.get(travelKey(from, to));
    if (given !== undefined) return { minutes: given, basis: 'organizer' };
    const [a, b] = [this.cityOf(from), this.cityOf(to)];
    if (a === undefined || b === undefined) return { minutes: INSIDE_A_CITY_MINUTES, basis: 'unknown-position' };
    if (a === b) return { minutes: INSIDE_A_CITY_MINUTES, basis: 'same-city' };
    const km = kmBetween(a, b);
    if (km === null) return { minutes: INSIDE_A_CITY_MINUTES, basis: 'unknown-position' };
    return { minutes: travelMinutesFor(km), basis: 'distance' };
  }

  private cityOf(id: VenueId): PlacementCity | undefined {
    const venue = this.world.venues.get(id);
    return venue === undefined ? undefined : this.world.cities.get(venue.cityId);
  }
}
