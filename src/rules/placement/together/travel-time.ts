import type { SpeakerId } from '../../../contract/ids.js';
import type { FindingOf } from '../../finding.js';
import { blockingFor, MINUTE, type Placed } from '../placed.js';
import { inPairs, type TogetherRule } from '../rule.js';
import type { Travel, TravelTimes } from '../travel-times.js';

/**
 * A speaker who must be at two venues one after the other, with less time between than the way takes. Blocking between
 * cities; inside one city, or where a city's position is unknown, a warning. Whoever appears remotely does not travel; and
 * two sessions at once are a speaker overlap, not a short way.
 */
export function travelTime(speaker: SpeakerId, first: Placed, second: Placed, times: TravelTimes): FindingOf<'travel-time'> | null {
  if (first.venue.id === second.venue.id) return null;
  const gap = second.startsAt - first.endsAt;
  if (gap < 0) return null;
  const travel = times.between(first.venue.id, second.venue.id);
  if (gap >= travel.minutes * MINUTE) return null;
  return {
    code: 'travel-time',
    severity: isBlockingWay(first, second, travel) ? blockingFor(first, second) : 'warning',
    sessions: [first.id, second.id],
    facts: { speaker, from: first.venue.id, to: second.venue.id, gapMinutes: gap / MINUTE, neededMinutes: travel.minutes, basis: travel.basis },
  };
}

export const isBlockingWay = (a: Pick<Placed, 'city'>, b: Pick<Placed, 'city'>, { basis }: Travel): boolean =>
  a.city.id !== b.city.id && basis !== 'unknown-position';

export const travelTimes: TogetherRule = {
  code: 'travel-time',
  keysOf: ({ cast }) => cast.onSite,
  reach: ({ longestTravel }) => longestTravel,
  judge: (placed, before, { travel }, key) => inPairs(before, (other) => travelTime(key as SpeakerId, other, placed, travel)),
};
