import type { FastifyRequest } from 'fastify';

/** A request's route as it was declared (`/api/conferences/:slug/agenda`): what logs and metrics say instead of the address. */
export function routePattern(request: FastifyRequest): string {
  return request.is404 ? 'no route' : (request.routeOptions.url ?? 'no route');
}
