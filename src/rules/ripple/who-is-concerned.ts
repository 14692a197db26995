import type { CityId, SessionId } from '../../contract/ids.js';
import type { Concerned } from '../../contract/live-day.js';
import type { PlacementWorld } from '../placement/world.js';
import { publicCount } from '../public-counts.js';
import { speakersOf, venueOf } from './day.js';
import type { RippleMove } from './ripple.js';

/** Whose day the moves change: those who are where the sessions are or were, who speak in them, and who follow from afar. */
export function whoIsConcerned(world: PlacementWorld, moves: readonly RippleMove[]): Concerned {
  const sessions = new Map<CityId, Set<SessionId>>();
  const slots = moves.flatMap(({ sessionId, from, to }) => [from, to].map((slot) => ({ sessionId, slot, venueId: venueOf(world, slot) })));
  for (const { sessionId, venueId } of slots) {
    const cityId = venueId === null ? undefined : world.venues.get(venueId)?.cityId;
    if (cityId !== undefined) sessions.set(cityId, (sessions.get(cityId) ?? new Set()).add(sessionId));
  }
  const people = (cityId: CityId | null): number | null =>
    publicCount(world.audiences.filter((audience) => audience.cityId === cityId).reduce((sum, audience) => sum + audience.people, 0));
  return {
    cities: [...sessions].map(([cityId, held]) => ({ cityId, sessions: held.size, people: people(cityId) })),
    remotePeople: people(null),
    venues: [...new Set(slots.flatMap(({ venueId }) => venueId ?? []))],
    rooms: [...new Set(slots.map(({ slot }) => slot.roomId))],
    speakers: [...new Set(moves.flatMap(({ sessionId }) => speakersOf(world, sessionId)))],
  };
}
