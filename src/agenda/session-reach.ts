import type { EntityManager } from 'typeorm';
import { placeReach, type PlaceReach } from '../conferences/place-reach.queries.js';
import type { CityId, ConferenceId, SessionId, VenueId } from '../contract/ids.js';
import type { Action, Actor } from '../platform/access/policy.js';
import { scopeOf } from '../platform/access/scope.js';
import { problem, type ProblemError } from '../platform/problems/problem-error.js';
import type { Condition } from './session-filter.js';

/**
 * The sessions that an actor's action reaches. A city host's and stage crew's have a slot, planned or published, in their
 * venues; one without any slot is its city's, and so the host's who made it until it is planned elsewhere.
 */
interface SessionReach {
  venueIds: readonly VenueId[];
  cityIds: readonly CityId[];
}

/** Null: all of the conference. */
async function sessionReach(tx: EntityManager, actor: Actor, action: Action, conferenceId: ConferenceId): Promise<SessionReach | null> {
  const reach: PlaceReach | null = await placeReach(tx, actor, action, conferenceId);
  if (reach === null) return null;
  return { venueIds: reach.venueIds, cityIds: ownCities(actor, action, conferenceId) };
}

/** The cities of which the actor is host; stage crew has none. */
export function ownCities(actor: Actor, action: Action, conferenceId: ConferenceId): readonly CityId[] {
  const scope = scopeOf(actor, action, conferenceId);
  return scope === 'everything' ? [] : (scope.cityIds as CityId[]);
}

export async function reachedSessions(tx: EntityManager, actor: Actor, action: Action, conferenceId: ConferenceId): Promise<Condition[]> {
  const reach = await sessionReach(tx, actor, action, conferenceId);
  if (reach === null) return [];
  const sql = `
    EXISTS (SELECT FROM slot s JOIN room r ON r.id = s.room_id WHERE s.session_id = o.id AND r.venue_id = ANY(:reached_venues::uuid[]))
    OR (o.city_id = ANY(:reached_cities::uuid[]) AND NOT EXISTS (SELECT FROM slot s WHERE s.session_id = o.id))`;
  return [{ sql, values: { reached_venues: [...reach.venueIds], reached_cities: [...reach.cityIds] } }];
}

interface HeldSession {
  cityId: CityId | null;
  /** Of each of its slots. */
  venueIds: VenueId[];
}

/**
 * Asks before a write and again after it. Before: each session must be within reach, and no part of it outside. After: none
 * outside, so that nothing is put where the actor has no say.
 * @throws ProblemError `not-found` where the session, or the room it would be in, is not within reach; `not-allowed` where only a part of it is
 */
export async function mustReachSessions(
  tx: EntityManager, actor: Actor, action: Action, conferenceId: ConferenceId, sessionIds: readonly SessionId[], when: 'before' | 'after',
): Promise<void> {
  const reach = await sessionReach(tx, actor, action, conferenceId);
  if (reach === null) return;
  const held = await tx.query<HeldSession[]>(
    `SELECT o.city_id AS "cityId",
            ARRAY(SELECT r.venue_id FROM slot s JOIN room r ON r.id = s.room_id WHERE s.session_id = o.id) AS "venueIds"
     FROM session o WHERE o.conference_id = $1 AND o.id = ANY($2::uuid[])`,
    [conferenceId, sessionIds],
  );
  if (when === 'before' && held.length < new Set(sessionIds).size) throw notTheirs();
  for (const { cityId, venueIds } of held) {
    const inside = venueIds.filter((id) => reach.venueIds.includes(id)).length;
    const isOwn = venueIds.length === 0 && cityId !== null && reach.cityIds.includes(cityId);
    if (when === 'before' && inside === 0 && !isOwn) throw notTheirs();
    if (inside === venueIds.length) continue;
    if (when === 'after') throw problem('not-found', 'Your city has no such room.', { errors: [{ path: '/roomId', message: 'Not a room of your city.' }] });
    throw problem('not-allowed', 'A part of this session is held in another city: ask the organizers to change it.');
  }
}

const notTheirs = (): ProblemError => problem('not-found', 'Your city has no such session. It may have been moved or removed.');
