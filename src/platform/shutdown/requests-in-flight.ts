import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { RawRoutes } from '../http/raw-routes.js';

/** Requests that have begun and whose answer is not sent yet. */
export class RequestsInFlight {
  private count = 0;
  private closing = false;
  private readonly waiting = new Set<() => void>();

  constructor(server: FastifyInstance, private readonly rawRoutes: RawRoutes) {
    server.addHook('onRequest', (_request, reply, done) => {
      this.begin(reply.raw);
      done();
    });
    server.addHook('onSend', (_request, reply, payload, done) => {
      // a connection that is kept open would be cut later
      if (this.closing) void reply.header('connection', 'close');
      done(null, payload);
    });
    rawRoutes.onBegin((response) => this.begin(response));
  }

  /** Resolves when the last one has ended, or after `limit` milliseconds. Returns how many were left. */
  async drain(limit: number): Promise<number> {
    this.closing = true;
    this.rawRoutes.close();
    if (this.count === 0) return 0;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limit);
      this.waiting.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    return this.count;
  }

  private begin(response: ServerResponse): void {
    this.count += 1;
    // 'close' comes after an answer and after a client that went away
    response.once('close', () => this.end());
  }

  private end(): void {
    this.count -= 1;
    if (this.count > 0) return;
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
