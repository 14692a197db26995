import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { DataSource } from 'typeorm';
import { DEMO_SLUG, seedDemo } from './demo/seed-demo.js';
import { addExchangeCommands } from './exchange/exchange.cli.js';
import { addPeopleCommands } from './people/people.cli.js';
import { addSafetyCommands } from './platform/safety.cli.js';
import { readConfiguration } from './platform/configuration.js';
import { openDataSource } from './platform/database/data-source.js';
import { migrate } from './platform/database/migrate.js';
import { joinDatabase } from './platform/database/open-database.js';
import { StartError } from './platform/start-error.js';
import { SCHEMA } from './schema.js';

/** A command's way to the data: of the Meridian that runs on the data folder if there is one, else for as long as it takes. */
export interface OpenedData {
  source: DataSource;
  close: () => Promise<void>;
}

/** What a command says beside its output, so that the output can be piped. */
const aside = (text: string): void => void process.stderr.write(`${text}\n`);

async function open(): Promise<OpenedData> {
  const database = await joinDatabase(readConfiguration(process.env), `the command ${process.argv[2] ?? ''}`.trim(), aside);
  try {
    const source = await openDataSource(database.url, SCHEMA, 4);
    await migrate(source);
    const close = async (): Promise<void> => {
      await source.destroy();
      await database.close();
    };
    // what a transaction has not finished is undone by PostgreSQL
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close().finally(() => process.exit(1)));
    return { source, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const program = new Command('meridian')
  .description('Meridian’s command line. It works on the same database as the server: MERIDIAN_DATA_DIR, or DATABASE_URL.')
  .exitOverride()
  .showHelpAfterError('(meridian --help lists the commands)');

program
  .command('token')
  .description('tell where the administrator’s token is')
  .action(() => {
    const path = join(readConfiguration(process.env).dataDirectory, 'administrator-token');
    if (!existsSync(path)) throw new StartError(`There is no token yet: the server makes it when it first starts, in ${path}`);
    process.stdout.write(`${path}\n`);
  });

program
  .command('demo')
  .description(`make the demo conference (${DEMO_SLUG}), with times around the present moment`)
  .action(async () => {
    const { source, close } = await open();
    try {
      await seedDemo(source, new Date());
      process.stdout.write(`The demo conference is there: ${DEMO_SLUG}\n`);
    } finally {
      await close();
    }
  });

addExchangeCommands(program, open);
addPeopleCommands(program, open);
addSafetyCommands(program, open);

/** Codes: 0 done, 1 refused or failed, 2 wrongly called. */
async function main(): Promise<number> {
  try {
    await program.parseAsync(process.argv);
    return 0;
  } catch (error) {
    // commander has said it already
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    aside(error instanceof StartError ? error.message : `meridian: ${(error as Error).message}`);
    return 1;
  }
}

process.exitCode = await main();
