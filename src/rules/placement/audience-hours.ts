import type { CityId } from '../../contract/ids.js';
import type { Audience } from './world.js';
import { clockOf, type ZoneClock } from './zone-clock.js';

interface Group {
  readonly clock: ZoneClock;
  readonly cityId: CityId | null;
  readonly people: number;
}

/** How many of those who follow a conference have night at a time. */
export class AudienceHours {
  private readonly byZone: readonly Group[];
  private readonly inCities = new Map<CityId, readonly Group[]>();
  /** All who follow, from wherever. */
  readonly people: number;

  constructor(audiences: readonly Audience[]) {
    const zones = new Map<string, number>();
    for (const { zone, people } of audiences) zones.set(zone, (zones.get(zone) ?? 0) + people);
    this.byZone = [...zones].map(([zone, people]) => ({ clock: clockOf(zone), cityId: null, people }));
    for (const { zone, cityId, people } of audiences) {
      if (cityId !== null) this.inCities.set(cityId, [...(this.inCities.get(cityId) ?? []), { clock: clockOf(zone), cityId, people }]);
    }
    this.people = audiences.reduce((sum, audience) => sum + audience.people, 0);
  }

  /** The people for whom any of that time is between 23:00 and 07:00. */
  atNight(startsAt: number, endsAt: number): number {
    return sumAtNight(this.byZone, startsAt, endsAt);
  }

  /** Of those who are on site in that city, by the zones that they were counted in. */
  atNightIn(cityId: CityId, startsAt: number, endsAt: number): number {
    return sumAtNight(this.inCities.get(cityId) ?? [], startsAt, endsAt);
  }

  peopleIn(cityId: CityId): number {
    return (this.inCities.get(cityId) ?? []).reduce((sum, group) => sum + group.people, 0);
  }
}

function sumAtNight(groups: readonly Group[], startsAt: number, endsAt: number): number {
  let people = 0;
  for (const group of groups) if (group.clock.touchesNight(startsAt, endsAt)) people += group.people;
  return people;
}
