import { AsyncLocalStorage } from 'node:async_hooks';
import type { Server } from 'node:http';
import type { RunningApp } from './an-app.js';
import type { TestDatabase } from './test-database.js';

interface Tally {
  queries: number;
}

const counting = new AsyncLocalStorage<Tally>();

/**
 * How many queries this work takes, with those of the requests that the application answers meanwhile. Its relays, outboxes
 * and jobs ask the same database beside it, the more often the slower the machine is: theirs do not count.
 */
export async function countQueries({ source }: TestDatabase, { app }: RunningApp, work: () => Promise<unknown>): Promise<number> {
  const tally: Tally = { queries: 0 };
  const { logger } = source;
  const server: Server = app.getHttpServer();
  const enter = (): void => counting.enterWith(tally);
  const logQuery = (): void => {
    if (counting.getStore() === tally) tally.queries += 1;
  };
  source.logger = Object.assign(Object.create(logger) as typeof logger, { logQuery });
  // before the application hears of the request, so that all it does for it is done in its name
  server.prependListener('request', enter);
  try {
    await counting.run(tally, work);
  } finally {
    server.off('request', enter);
    source.logger = logger;
  }
  return tally.queries;
}
