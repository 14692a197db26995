import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'meridian_session';

/** Seconds that a sign-in lasts. */
export const SESSION_SECONDS = 30 * 24 * 3_600;

export function readSessionCookie(request: FastifyRequest): string | null {
  const value = request.cookies[NAME];
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
}

/** `secure` where people reach us by https; on http://localhost a Secure cookie would not come back. */
export function setSessionCookie(reply: FastifyReply, secret: string, secure: boolean): void {
  void reply.setCookie(NAME, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: SESSION_SECONDS });
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(NAME, { path: '/' });
}
