import type { FastifyRequest } from 'fastify';
import { problem } from '../../platform/problems/problem-error.js';

/**
 * The address under which people reach us, for links in mails and for passkeys: the configured one, else the one that this
 * request was sent to. Behind a name, configure it: a request may claim any.
 */
export function ownAddress(request: Pick<FastifyRequest, 'headers' | 'protocol'>, publicUrl: string | undefined): URL {
  if (publicUrl !== undefined) return new URL(publicUrl);
  const { host } = request.headers;
  if (host === undefined || !/^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i.test(host)) {
    throw problem('invalid-input', 'The request does not say under which address it reached this server.');
  }
  return new URL(`${request.protocol}://${host}`);
}

/** Cookies are `Secure` where people reach us by https; on http://localhost a Secure cookie would not come back. */
export function isSecure(request: Pick<FastifyRequest, 'headers' | 'protocol'>, publicUrl: string | undefined): boolean {
  return publicUrl === undefined ? request.protocol === 'https' : publicUrl.startsWith('https:');
}
