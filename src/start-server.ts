import type { DataSource } from 'typeorm';
import { createApp } from './create-app.js';
import { offerDemo } from './offer-demo.js';
import { makeFirstAdministratorLink, tellAdministratorLink } from './people/accounts/administrator-link.js';
import { administratorToken, readOrMakeAdministratorToken } from './platform/access/administrator-token.js';
import type { Configuration } from './platform/configuration.js';
import { openDataSource } from './platform/database/data-source.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase } from './platform/database/open-database.js';
import { listen } from './platform/http/listen.js';
import { RawRoutes } from './platform/http/raw-routes.js';
import type { Logger } from './platform/logging/logger.js';
import { closeApp } from './platform/shutdown/close-app.js';
import { RequestsInFlight } from './platform/shutdown/requests-in-flight.js';
import type { Shutdown } from './platform/shutdown/shutdown.js';
import { StartError } from './platform/start-error.js';
import { SCHEMA } from './schema.js';

/** From configuration to a server that listens; what is started is added to `shutdown` before it can fail. */
export async function startServer(configuration: Configuration, logger: Logger, shutdown: Shutdown, tell: (text: string) => void): Promise<void> {
  const opening = openDatabase(configuration, 'the server', tell);
  // one that did not open has cleaned up after itself
  shutdown.add({ name: 'the database', run: async () => await opening.then(async ({ close }) => await close(), () => undefined) });
  const database = await opening;

  const source = await connect(database.url, configuration);
  shutdown.add({ name: 'the connections to the database', run: async () => await source.destroy() });
  const migrations = await migrate(source);
  if (migrations.length > 0) logger.debug({ migrations }, 'migrated');
  await offerDemo(source, configuration.demo, tell);

  const token = await readOrMakeAdministratorToken(configuration.dataDirectory);
  const app = await createApp({ configuration, source, logger, administratorToken: administratorToken(token.secret) });
  const requests = new RequestsInFlight(app.getHttpAdapter().getInstance(), app.get(RawRoutes));
  shutdown.add({ name: 'the server', run: async () => await closeApp(app, requests, logger) });

  const [url = '', ...others] = await listen(app, configuration);
  tell(`Meridian is at ${url}${others.length === 0 ? '' : ` (also ${others.join(', ')})`}`);
  if (token.isNew) tellToken(token);
  const link = await source.transaction(makeFirstAdministratorLink);
  if (link !== null) tellAdministratorLink(url, link);
}

async function connect(url: string, { databaseUrl, dataDirectory }: Configuration): Promise<DataSource> {
  try {
    return await openDataSource(url, SCHEMA);
  } catch (error) {
    if (databaseUrl === undefined) throw error;
    const { host, pathname } = new URL(databaseUrl);
    throw new StartError(
      `The database at ${host}${pathname} (DATABASE_URL) cannot be opened: ${(error as Error).message}\n` +
        `Check the address, the user and the password, or leave DATABASE_URL out to use the embedded one in ${dataDirectory}.`,
    );
  }
}

/** A secret, for the operator's eyes: beside the log, not in it. */
function tellToken({ secret, path }: { secret: string; path: string }): void {
  const screen = process.stdout.isTTY ? process.stdout : process.stderr;
  screen.write(
    `\nThe administrator's token, shown this once and kept in ${path}:\n\n  ${secret}\n\n` +
      'Whoever has it may change everything: send it as "Authorization: Bearer TOKEN", or paste it under Authorize at /api/docs.\n\n',
  );
}
