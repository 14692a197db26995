import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import type { FastifyServerFactory } from 'fastify';

export type RawHandler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Routes in front of the framework: for what is asked for thousands of times a second and answered from memory. No hook, guard, log line
 * or header of the others: who answers here does all of that. See docs/decisions/017.
 */
export class RawRoutes {
  private readonly handlers = new Map<string, RawHandler>();
  private readonly beginnings = new Set<(response: ServerResponse) => void>();
  private readonly endings = new Set<() => void>();
  private closing = false;

  /** @param prefix `/streams/media/`: whose addresses begin so are all the handler's; two segments and a slash. Returns how to stop. */
  add(prefix: string, handler: RawHandler): () => void {
    this.handlers.set(prefix, handler);
    return () => void this.handlers.delete(prefix);
  }

  /** Calls back with each answer that begins here. */
  onBegin(listener: (response: ServerResponse) => void): void {
    this.beginnings.add(listener);
  }

  /** Calls back once the server wants to end: whoever makes a client wait answers now. Returns how to stop. */
  onClosing(listener: () => void): () => void {
    this.endings.add(listener);
    return () => void this.endings.delete(listener);
  }

  /** From now on connections end with their answer. */
  close(): void {
    this.closing = true;
    for (const listener of this.endings) listener();
  }

  /** Fastify's `serverFactory`. */
  readonly serverFactory: FastifyServerFactory = (handler, options): Server => {
    const { http, keepAliveTimeout, requestTimeout, connectionTimeout, maxRequestsPerSocket } = options as TimeLimits & { http?: ServerOptions };
    const server = createServer(http ?? {}, (request, response) => {
      if (!this.takes(request, response)) handler(request, response);
    });
    server.keepAliveTimeout = keepAliveTimeout;
    server.requestTimeout = requestTimeout;
    server.setTimeout(connectionTimeout);
    if (maxRequestsPerSocket > 0) server.maxRequestsPerSocket = maxRequestsPerSocket;
    return server;
  };

  private takes(request: IncomingMessage, response: ServerResponse): boolean {
    const handler = this.handlers.get(prefixOf(request.url ?? ''));
    if (handler === undefined) return false;
    if (this.closing) response.shouldKeepAlive = false;
    for (const listener of this.beginnings) listener(response);
    handler(request, response);
    return true;
  }
}

/** What Fastify fills in, with its own defaults. */
type TimeLimits = Record<'keepAliveTimeout' | 'requestTimeout' | 'connectionTimeout' | 'maxRequestsPerSocket', number>;

/** `/one/two/` of `/one/two/three`. */
const prefixOf = (url: string): string => url.slice(0, url.indexOf('/', url.indexOf('/', 1) + 1) + 1);
