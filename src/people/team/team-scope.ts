import type { EntityManager } from 'typeorm';
import type { ConferenceId } from '../../contract/ids.js';
import type { RoleAt } from '../../contract/team.js';
import { may, type Actor } from '../../platform/access/policy.js';
import { scopeOf } from '../../platform/access/scope.js';
import { problem } from '../../platform/problems/problem-error.js';
import { mayAssign, type Standing } from './may-assign.js';

export function standingOf(actor: Actor, conferenceId: ConferenceId): Standing {
  return { isAdministrator: may(actor, 'manage-administrators') === 'allowed', scope: scopeOf(actor, 'manage-team', conferenceId) };
}

/** Administrators hold their role over the whole site. */
export const conferenceOf = (role: RoleAt['role'], conferenceId: ConferenceId): ConferenceId | null => (role === 'administrator' ? null : conferenceId);

/**
 * Asks whether a role may be given there. The city or venue is looked up in this conference: one of another is not there.
 * @throws ProblemError `not-found` for a city or venue that is not within reach, `not-allowed` for a role above one's own
 */
export async function mustAssign(tx: EntityManager, actor: Actor, conferenceId: ConferenceId, wanted: RoleAt): Promise<void> {
  const { cityId, venueId } = wanted;
  const [found] = await tx.query<{ city: string | null; venue_city: string | null }[]>(
    `SELECT (SELECT id FROM city WHERE conference_id = $1 AND id = $2) AS city,
            (SELECT city_id FROM venue WHERE conference_id = $1 AND id = $3) AS venue_city`,
    [conferenceId, cityId, venueId],
  );
  const allowed = mayAssign(standingOf(actor, conferenceId), wanted, found?.venue_city ?? null);
  if (cityId !== null && (found?.city === null || !allowed)) throw notThere('/cityId', 'city');
  if (venueId !== null && (found?.venue_city === null || !allowed)) throw notThere('/venueId', 'venue');
  if (!allowed) throw problem('not-allowed', 'This role is above your own: ask somebody who holds it.', { errors: [{ path: '/role', message: 'Not yours to give.' }] });
}

const notThere = (path: string, what: string) =>
  problem('not-found', `There is no such ${what} among those that you look after.`, { errors: [{ path, message: `Not a ${what} of yours.` }] });
