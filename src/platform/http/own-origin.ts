import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '../problems/problem-error.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * True for requests that no page made, and for those of our own pages: the address in `Host`, or the public one. For writes
 * and for socket handshakes; a page elsewhere must not act in the name of who opened it.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string | undefined): boolean {
  if (origin === undefined) return true;
  // a page without an address of its own (sandboxed, from a file) says "null"
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host || (publicUrl !== undefined && from.origin === new URL(publicUrl).origin);
}

/** Refuses writes that a page of another site sends. */
export function refuseForeignWrites(server: FastifyInstance, publicUrl: string | undefined): void {
  server.addHook('onRequest', (request: FastifyRequest, _reply, done) => {
    if (READS.has(request.method) || isOwnOrigin(request.headers.origin, request.headers.host, publicUrl)) return done();
    return done(problem('not-allowed', 'This write comes from a page of another site, and only Meridian’s own pages may write.'));
  });
}
