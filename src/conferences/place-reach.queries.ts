import type { EntityManager } from 'typeorm';
import type { CityId, ConferenceId, VenueId } from '../contract/ids.js';
import type { Action, Actor } from '../platform/access/policy.js';
import { scopeOf } from '../platform/access/scope.js';

/**
 * The cities and venues of a conference that an actor's action reaches. A city host's venues are those of their city; stage
 * crew reaches a venue and, to read, the city that it is in.
 */
export interface PlaceReach {
  cityIds: readonly CityId[];
  venueIds: readonly VenueId[];
}

/** Null: all of the conference. */
export async function placeReach(tx: EntityManager, actor: Actor, action: Action, conferenceId: ConferenceId): Promise<PlaceReach | null> {
  const scope = scopeOf(actor, action, conferenceId);
  if (scope === 'everything') return null;
  const venues = await tx.query<{ id: VenueId; cityId: CityId }[]>(
    `SELECT id, city_id AS "cityId" FROM venue WHERE conference_id = $1 AND (city_id = ANY($2::uuid[]) OR id = ANY($3::uuid[]))`,
    [conferenceId, scope.cityIds, scope.venueIds],
  );
  const cityIds = new Set([...(scope.cityIds as CityId[]), ...venues.map(({ cityId }) => cityId)]);
  return { cityIds: [...cityIds], venueIds: venues.map(({ id }) => id) };
}
