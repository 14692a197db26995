import type { EntityManager } from 'typeorm';
import type { CityId, ConferenceId, SessionId } from '../contract/ids.js';
import { may, type Actor } from '../platform/access/policy.js';
import { problem } from '../platform/problems/problem-error.js';
import { ownCities } from './session-reach.js';

/**
 * The city that looks after a session while it has no slot. Organizers may name any or none; a host one of theirs, and where
 * they have but one, it is meant.
 * @throws ProblemError `invalid-input` where a host has to name one, or the conference has no such city; `not-found` for one that is not the host's
 */
export async function cityToLookAfter(tx: EntityManager, actor: Actor, conferenceId: ConferenceId, named: CityId | null): Promise<CityId | null> {
  const cities = ownCities(actor, 'edit-sessions', conferenceId);
  const cityId = named ?? (cities.length === 1 ? (cities[0] as CityId) : null);
  if (may(actor, 'edit-sessions', { conferenceId, cityId }) !== 'allowed') {
    if (cityId === null) throw refusal('invalid-input', 'Choose the city that looks after this session: one of yours.', 'Choose one of your cities.');
    throw refusal('not-found', 'There is no such city among those that you look after.', 'Not a city of yours.');
  }
  if (cityId === null) return null;
  const [city] = await tx.query<object[]>(`SELECT 1 FROM city WHERE id = $1 AND conference_id = $2`, [cityId, conferenceId]);
  if (city === undefined) throw refusal('invalid-input', 'This conference has no such city.', 'Not a city of this conference.');
  return cityId;
}

/** Sessions that a host takes out of the plan stay with the city in which they were: they must not vanish from under their hands. */
export async function keepWithCity(tx: EntityManager, actor: Actor, conferenceId: ConferenceId, sessionIds: readonly SessionId[]): Promise<void> {
  const cities = ownCities(actor, 'edit-sessions', conferenceId);
  if (cities.length === 0) return;
  await tx.query(
    `UPDATE session SET city_id = v.city_id FROM slot s JOIN room r ON r.id = s.room_id JOIN venue v ON v.id = r.venue_id
     WHERE session.id = ANY($1::uuid[]) AND s.session_id = session.id AND s.plan = 'draft' AND v.city_id = ANY($2::uuid[])`,
    [sessionIds, cities],
  );
}

const refusal = (code: 'invalid-input' | 'not-found', detail: string, message: string) => problem(code, detail, { errors: [{ path: '/cityId', message }] });
