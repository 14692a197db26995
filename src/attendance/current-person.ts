import type { Actor } from '../platform/access/policy.js';
import { problem } from '../platform/problems/problem-error.js';

/** The account of who asks. The operator is nobody who could register or hold data. @throws ProblemError `token-required` */
export function personOf(actor: Actor): Extract<Actor, { kind: 'person' }> {
  if (actor.kind !== 'person') throw problem('token-required', 'This is about a person, and a token is none. Sign in first.');
  return actor;
}
