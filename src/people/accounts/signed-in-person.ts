import type { Actor } from '../../platform/access/policy.js';
import { problem } from '../../platform/problems/problem-error.js';

export type SignedInPerson = Extract<Actor, { kind: 'person' }>;

/** For what belongs to an account: the operator's token may do everything, but has none. */
export function personOf(actor: Actor): SignedInPerson {
  if (actor.kind === 'person') return actor;
  throw actor.kind === 'anonymous'
    ? problem('token-required', 'Sign in first.')
    : problem('not-allowed', 'The operator’s token belongs to no account: sign in as a person.');
}
