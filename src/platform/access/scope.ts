import { POLICY, STAFF, type Action, type Actor } from './policy.js';

/** How far an action reaches within one conference: all of it, or what belongs to these cities and venues. */
export type Scope = 'everything' | { cityIds: readonly string[]; venueIds: readonly string[] };

const NOTHING: Scope = { cityIds: [], venueIds: [] };

/** The same question as `may`, asked for lists: not "may they?" but "which of them?". */
export function scopeOf(actor: Actor, action: Action, conferenceId: string): Scope {
  if (actor.kind === 'operator') return 'everything';
  if (actor.kind === 'anonymous') return NOTHING;
  const who: readonly string[] = POLICY[action];
  const fitting = actor.grants.filter(
    (grant) => who.includes(grant.role) && (grant.conferenceId === null || grant.conferenceId === conferenceId) && (actor.strong || !STAFF.includes(grant.role)),
  );
  if (fitting.some((grant) => grant.cityId === null && grant.venueId === null)) return 'everything';
  return {
    cityIds: fitting.flatMap(({ cityId }) => cityId ?? []),
    venueIds: fitting.flatMap(({ venueId }) => venueId ?? []),
  };
}
