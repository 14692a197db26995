import type { Actor } from '../platform/access/policy.js';
import { problem } from '../platform/problems/problem-error.js';

/** Whose account it is, for routes that need `own-account`. @throws ProblemError `not-allowed` for the operator, who has none */
export function ownerOf(actor: Actor): { accountId: string; sessionId: string } {
  if (actor.kind === 'person') return actor;
  throw problem('not-allowed', 'The operator’s token belongs to no account: sign in as a person.');
}
