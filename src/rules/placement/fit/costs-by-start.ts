import type { SpeakerId } from '../../../contract/ids.js';
import { isMostElsewhere } from '../alone/unfriendly-hour.js';
import { MINUTE } from '../placed.js';
import { parallelTracks } from '../together/parallel-track.js';
import { isBlockingWay, travelTimes } from '../together/travel-time.js';
import type { PlacementCity } from '../world.js';
import { clockOf, type ZoneClock } from '../zone-clock.js';
import { hoursCost, WARNING_COST } from './fit-cost.js';
import { othersIn, type RoomAt, type Sought } from './sought.js';
import { touching, type StartGrid } from './start-grid.js';

export interface CostsByStart {
  readonly warnings: Float64Array;
  readonly hours: Float64Array;
}

/** What each start costs in every room of a city: who has night then, and what else of the track is on there. */
export function costsInCity(sought: Sought, city: PlacementCity, grid: StartGrid): CostsByStart {
  const { audience, world } = sought.index.prepared;
  const sent = sought.session.sentBy !== null;
  const [speakers, here, all, ofCity] = [0, 0, 0, 0].map(() => new Float64Array(grid.count)) as [Float64Array, Float64Array, Float64Array, Float64Array];
  addNights(here, clockOf(city.zone), 1);
  for (const speaker of sought.cast.all) {
    const zone = zoneOf(speaker);
    if (zone !== null) addNights(speakers, clockOf(zone), 1);
  }
  if (sent) {
    for (const { clock, people } of audience.zones) addNights(all, clock, people);
    for (const { clock, people } of audience.zonesIn(city.id)) addNights(ofCity, clock, people);
  }

  const costs = { warnings: new Float64Array(grid.count), hours: new Float64Array(grid.count) };
  const peopleHere = audience.peopleIn(city.id);
  for (let index = 0; index < grid.count; index += 1) {
    const elsewhere = all[index]! - ofCity[index]!;
    const people = speakers[index]! + elsewhere + (here[index]! > 0 ? peopleHere : 0);
    costs.hours[index] = hoursCost({ people, speakers: speakers[index]! }, audience.people);
    const unfriendly = speakers[index]! > 0 || here[index]! > 0 || isMostElsewhere(elsewhere, city.id, audience);
    if (unfriendly) costs.warnings[index] = WARNING_COST['unfriendly-hour']!;
  }
  if (sought.session.trackId !== null) {
    for (const other of othersIn(sought, parallelTracks, `${sought.session.trackId} ${city.id}`)) {
      const { from, to } = touching(other.startsAt, other.endsAt, sought.length);
      grid.add(costs.warnings, WARNING_COST['parallel-track']!, from, to);
    }
  }
  return costs;

  function zoneOf(speaker: SpeakerId): string | null {
    return sought.cast.onSite.includes(speaker) ? city.zone : (world.speakers.get(speaker)?.zone ?? null);
  }

  function addNights(sums: Float64Array, clock: ZoneClock, amount: number): void {
    for (const { startsAt, endsAt } of clock.nightsWithin(grid.from, grid.startAt(grid.count) + sought.length)) {
      const { from, to } = touching(startsAt, endsAt, sought.length);
      grid.add(sums, amount, from, to);
    }
  }
}

/** Adds what a start costs at a venue besides: a short way there from another session, where that is no more than a warning. */
export function addCostsAtVenue(sought: Sought, { venue, city }: RoomAt, grid: StartGrid, warnings: Float64Array): void {
  const { travel } = sought.index.prepared;
  for (const speaker of sought.cast.onSite) {
    for (const other of othersIn(sought, travelTimes, speaker)) {
      if (other.venue.id === venue.id) continue;
      const way = travel.between(other.venue.id, venue.id);
      if (isBlockingWay(other, { city }, way)) continue;
      const needed = way.minutes * MINUTE;
      grid.add(warnings, WARNING_COST['travel-time']!, other.endsAt, other.endsAt + needed - 1);
      grid.add(warnings, WARNING_COST['travel-time']!, other.startsAt - sought.length - needed + 1, other.startsAt - sought.length);
    }
  }
}
