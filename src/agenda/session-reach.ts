import { Raw, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { placeReach } from '../conferences/place-reach.queries.js';
import type { ConferenceId, SessionId, VenueId } from '../contract/ids.js';
import type { Action, Actor } from '../platform/access/policy.js';
import { problem } from '../platform/problems/problem-error.js';
import type { SessionEntity } from './session.entity.js';

/** The sessions that an actor's action reaches: a city host's and stage crew's have a slot, planned or published, in their venues. */
export async function reachedSessions(tx: EntityManager, actor: Actor, action: Action, conferenceId: ConferenceId): Promise<FindOptionsWhere<SessionEntity>> {
  const reach = await placeReach(tx, actor, action, conferenceId);
  if (reach === null) return { conferenceId };
  const held = Raw((id) => `${id} IN (SELECT s.session_id FROM slot s JOIN room r ON r.id = s.room_id WHERE r.venue_id = ANY(:venues::uuid[]))`, {
    venues: [...reach.venueIds],
  });
  return { conferenceId, id: held };
}

/**
 * Asks before a write and again after it. Before: each session must have a slot, and none outside of the actor's venues.
 * After: none outside, so that nothing is put where the actor has no say.
 * @throws ProblemError `not-found` where the session, or the room it would be in, is not within reach; `not-allowed` where only a part of it is
 */
export async function mustReachSessions(
  tx: EntityManager, actor: Actor, action: Action, conferenceId: ConferenceId, sessionIds: readonly SessionId[], when: 'before' | 'after',
): Promise<void> {
  const reach = await placeReach(tx, actor, action, conferenceId);
  if (reach === null) return;
  const slots = await tx.query<{ sessionId: SessionId; venueId: VenueId }[]>(
    `SELECT s.session_id AS "sessionId", r.venue_id AS "venueId" FROM slot s JOIN room r ON r.id = s.room_id
     WHERE s.conference_id = $1 AND s.session_id = ANY($2::uuid[])`,
    [conferenceId, sessionIds],
  );
  for (const id of sessionIds) {
    const own = slots.filter(({ sessionId }) => sessionId === id);
    const inside = own.filter(({ venueId }) => reach.venueIds.includes(venueId));
    if (when === 'before' && inside.length === 0) throw problem('not-found', 'Your city has no such session. It may have been moved or removed.');
    if (inside.length === own.length) continue;
    if (when === 'after') throw problem('not-found', 'Your city has no such room.', { errors: [{ path: '/roomId', message: 'Not a room of your city.' }] });
    throw problem('not-allowed', 'A part of this session is held in another city: ask the organizers to change it.');
  }
}
