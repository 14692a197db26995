import type { FastifyRequest } from 'fastify';
import { problem } from '../problems/problem-error.js';
import { may, type Action, type Actor, type Subject } from './policy.js';

/** Injection token of the {@link Actors}. */
export const ACTORS = Symbol('actors');

/** Tells who makes a request. The people feature knows; the platform only asks. */
export interface Actors {
  /** Asked at most once a request. @throws when the database does not answer and the request carries a session */
  of(request: FastifyRequest): Promise<Actor>;
}

/**
 * Asks the policy and refuses in words. Use cases call it with the exact subject; the guard has asked before, with what the address says.
 * @throws ProblemError `token-required`, `second-factor-required` or `not-allowed`
 */
export function mustBeAllowed(actor: Actor, action: Action, subject: Subject = {}): void {
  const verdict = may(actor, action, subject);
  switch (verdict) {
    case 'allowed':
      return;
    case 'sign-in':
      throw problem('token-required', 'Sign in first.');
    case 'second-factor':
      throw problem('second-factor-required', 'This needs your passkey or the code of your authenticator app on top of the mail.');
    case 'forbidden':
      throw problem('not-allowed', 'Your role does not allow this here.');
  }
}

/** Who did it, as records keep it: never a name or an address. */
export function actorName(actor: Actor): string {
  return actor.kind === 'person' ? `account:${actor.accountId}` : actor.kind;
}
