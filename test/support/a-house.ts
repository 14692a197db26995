import type { Browser } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { aBrowser } from './browser.js';
import { aServer, type RunningServer } from './running-server.js';
import { aDatabase } from './test-database.js';

/** What a journey begins with: the real server on a database that holds something, and a browser to visit it with. */
export interface House<T> extends RunningServer {
  browser: Browser;
  /** What was put into it. */
  holds: T;
}

/**
 * @param fill puts conferences into the database before the server starts
 * @param environment of the server, beside what every one gets
 */
export async function aHouse<T>(fill: (source: DataSource) => Promise<T>, browserArgs: readonly string[] = [], environment: NodeJS.ProcessEnv = {}): Promise<House<T>> {
  const database = await aDatabase();
  const holds = await fill(database.source);
  await database.source.destroy();
  const [server, browser] = await Promise.all([aServer({ database, environment }), aBrowser({ args: browserArgs })]);
  return {
    ...server,
    browser,
    holds,
    close: async () => {
      await browser.close();
      await server.close();
      await database.drop();
    },
  };
}
