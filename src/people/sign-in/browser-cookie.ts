import type { FastifyReply, FastifyRequest } from 'fastify';
import { newSecret } from '../accounts/secrets.js';

const NAME = 'meridian_browser';
const SECONDS = 24 * 3_600;

/** What the browser that asked for a mail is known by; null where it never asked. */
export function readBrowserCookie(request: FastifyRequest): string | null {
  const value = request.cookies[NAME];
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
}

/** Goes with the routes of sign-in only, and never to a script. */
export function markBrowser(reply: FastifyReply, request: FastifyRequest, secure: boolean): string {
  const mark = readBrowserCookie(request) ?? newSecret();
  void reply.setCookie(NAME, mark, { path: '/api/sign-in', httpOnly: true, sameSite: 'lax', secure, maxAge: SECONDS });
  return mark;
}
