import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** An id that a proxy gave, kept only if it is a plain token: it goes into logs and headers. */
export function requestId(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
