import type { FastifyInstance } from 'fastify';
import type { Logger } from '../logging/logger.js';
import type { Metrics } from '../metrics/metrics.js';
import { routePattern } from './route-pattern.js';

/** Asked by machines every few seconds: said at level debug. */
const CHATTER = /^\/(health|metrics)\b/;

/**
 * One line and one measurement a request: method, route, status, milliseconds, request id. Never the address that asked,
 * the path's values, the query, the body or a header.
 */
export function logRequests(server: FastifyInstance, logger: Logger, metrics: Metrics): void {
  const durations = metrics.histogram(
    { name: 'meridian_http_request_duration_seconds', help: 'From the request’s head to the answer’s end.', labels: ['method', 'route', 'status'] },
    [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  );
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = routePattern(request);
    const { method } = request;
    const { statusCode: status, elapsedTime } = reply;
    durations.observe({ method, route, status: String(status) }, elapsedTime / 1000);
    const line = { requestId: request.id, method, route, status, ms: Math.round(elapsedTime) };
    if (CHATTER.test(route)) logger.debug(line, 'request');
    else logger.info(line, 'request');
    done();
  });
}
