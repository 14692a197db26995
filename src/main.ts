import 'reflect-metadata';
import { readConfiguration } from './platform/configuration.js';
import { createLogger } from './platform/logging/logger.js';
import { Shutdown } from './platform/shutdown/shutdown.js';
import { StartError } from './platform/start-error.js';
import { startServer } from './start-server.js';

/** What can't go on ends the process with code 1: an operator's matter in plain words, a bug of ours with its stack. */
async function main(): Promise<void> {
  let shutdown: Shutdown | undefined;
  try {
    const configuration = readConfiguration(process.env);
    const logger = createLogger(configuration.logLevel);
    shutdown = new Shutdown(logger);
    const tell = process.stdout.isTTY ? (text: string): void => void process.stdout.write(`${text}\n`) : (text: string): void => logger.info(text);
    shutdown.onSignals(tell);
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(event, (error: unknown) => {
        logger.fatal({ err: error }, 'an error that nothing caught: stopping');
        void shutdown?.run().then(() => process.exit(1));
      });
    }
    await startServer(configuration, logger, shutdown, tell);
  } catch (error) {
    // a signal in the middle of the start takes away what it stands on
    if (shutdown?.begun === true) return;
    process.stderr.write(`${error instanceof StartError ? error.message : String((error as Error).stack)}\n`);
    await shutdown?.run();
    process.exit(1);
  }
}

await main();
