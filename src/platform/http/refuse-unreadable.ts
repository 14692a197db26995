import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../problems/problem-error.js';
import { protect } from './security-headers.js';

/** Answers an address that the router can't read (broken escapes, a part without end), which no hook and no filter sees. */
export function refuseUnreadable(publicUrl: string | undefined) {
  return (error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void => {
    protect(request, reply, publicUrl);
    const status = error.statusCode ?? 400;
    const { problem: told } = problem('invalid-input', 'The address of this request can’t be read.');
    void reply
      .status(status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify({ ...told, status, instance: `urn:meridian:request:${request.id}` }));
  };
}
