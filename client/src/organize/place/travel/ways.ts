import type { VenueId } from '@contract/ids.js';
import type { City, Venue, VenueTravel } from '@contract/place.js';
import { TravelTimes, type Travel } from '@rules/placement/travel-times.js';
import { travelKey } from '@rules/placement/world.js';

/** A venue as somebody names it. */
export interface Stop {
  id: VenueId;
  name: string;
  city: City;
}

/** There and back alike. */
export interface Way {
  /** Its key, for a list of rows. */
  id: string;
  from: Stop;
  to: Stop;
}

/** The venues of a conference and the ways between them, in the order in which cities stand in lists. */
export class Ways {
  readonly stops: readonly Stop[];
  private readonly position: ReadonlyMap<VenueId, number>;
  private readonly estimates: TravelTimes;

  constructor(cities: readonly City[], venues: readonly Pick<Venue, 'id' | 'name' | 'cityId'>[]) {
    const cityOf = new Map(cities.map((city) => [city.id, city]));
    this.stops = venues
      .flatMap(({ id, name, cityId }): Stop[] => {
        const city = cityOf.get(cityId);
        return city === undefined ? [] : [{ id, name, city }];
      })
      .sort((a, b) => a.city.position - b.city.position || compare(a.city.name, b.city.name) || compare(a.name, b.name) || compare(a.id, b.id));
    this.position = new Map(this.stops.map(({ id }, n) => [id, n]));
    this.estimates = new TravelTimes({ cities: cityOf, venues: new Map(venues.map((venue) => [venue.id, venue])), travelMinutes: new Map() });
  }

  /** So many there are. */
  get count(): number {
    return (this.stops.length * (this.stops.length - 1)) / 2;
  }

  all(): Way[] {
    return this.stops.flatMap((from, n) => this.stops.slice(n + 1).map((to) => way(from, to)));
  }

  /** From one venue to each other one. */
  from(id: string): Way[] {
    const from = this.stops.find((stop) => stop.id === id);
    return from === undefined ? [] : this.stops.filter((stop) => stop !== from).map((to) => way(from, to));
  }

  /** Those of these keys whose venues are still there. */
  named(keys: Iterable<string>): Way[] {
    return [...new Set(keys)]
      .flatMap((key) => {
        const [a, b] = key.split(' ').map((id) => this.position.get(id as VenueId)).sort((one, other) => (one ?? 0) - (other ?? 0));
        return a === undefined || b === undefined ? [] : [{ a, b }];
      })
      .sort((one, other) => one.a - other.a || one.b - other.b)
      .map(({ a, b }) => way(this.stops[a]!, this.stops[b]!));
  }

  /** What is used where the organizers gave no time. */
  estimate({ from, to }: Way): Travel {
    return this.estimates.between(from.id, to.id);
  }
}

const way = (from: Stop, to: Stop): Way => ({ id: travelKey(from.id, to.id), from, to });

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The organizers' own minutes by way. */
export const minutesByWay = ({ items }: VenueTravel): ReadonlyMap<string, number> => new Map(items.map(({ from, to, minutes }) => [travelKey(from, to), minutes]));
