import type { CityId } from '../../contract/ids.js';
import type { Audience } from './world.js';
import { clockOf, type ZoneClock } from './zone-clock.js';

interface PeopleOfZone {
  readonly clock: ZoneClock;
  readonly people: number;
}

/** How many of those who follow a conference have night at a time. */
export class AudienceHours {
  /** All who follow, from wherever. */
  readonly people: number;
  readonly zones: readonly PeopleOfZone[];
  private readonly cities = new Map<CityId, { people: number; zones: readonly PeopleOfZone[] }>();

  constructor(audiences: readonly Audience[]) {
    this.people = sum(audiences);
    this.zones = byZone(audiences);
    for (const id of new Set(audiences.map(({ cityId }) => cityId))) {
      const own = audiences.filter(({ cityId }) => cityId === id);
      if (id !== null) this.cities.set(id, { people: sum(own), zones: byZone(own) });
    }
  }

  /** The people for whom any of that time is between 23:00 and 07:00. */
  atNight(startsAt: number, endsAt: number): number {
    return atNight(this.zones, startsAt, endsAt);
  }

  /** Of those who are on site in that city. */
  atNightIn(cityId: CityId, startsAt: number, endsAt: number): number {
    return atNight(this.zonesIn(cityId), startsAt, endsAt);
  }

  /** The people on site in that city, by the zones that they were counted in. */
  zonesIn(cityId: CityId): readonly PeopleOfZone[] {
    return this.cities.get(cityId)?.zones ?? [];
  }

  peopleIn(cityId: CityId): number {
    return this.cities.get(cityId)?.people ?? 0;
  }
}

const sum = (groups: readonly { readonly people: number }[]): number => groups.reduce((total, { people }) => total + people, 0);

function atNight(groups: readonly PeopleOfZone[], startsAt: number, endsAt: number): number {
  let asleep = 0;
  for (const { clock, people } of groups) if (clock.touchesNight(startsAt, endsAt)) asleep += people;
  return asleep;
}

function byZone(audiences: readonly Audience[]): PeopleOfZone[] {
  const zones = new Map<string, number>();
  for (const { zone, people } of audiences) zones.set(zone, (zones.get(zone) ?? 0) + people);
  return [...zones].map(([zone, people]) => ({ clock: clockOf(zone), people }));
}
