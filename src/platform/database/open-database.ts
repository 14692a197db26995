import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Configuration } from '../configuration.js';
import { prepareDataFolder } from '../data-folder/data-folder.js';
import { FolderInUse, takeFolderLock, type FolderLock } from '../data-folder/folder-lock.js';
import { StartError } from '../start-error.js';
import { passwordFile } from './cluster.js';
import { runningPostgresUrl, startEmbeddedPostgres } from './embedded-postgres.js';

/** A PostgreSQL to work with, embedded or not, and how to leave it. */
export interface OpenDatabase {
  url: string;
  close: () => Promise<void>;
}

type Wanted = Pick<Configuration, 'databaseUrl' | 'dataDirectory'>;

/**
 * For the server: the operator's PostgreSQL, or the embedded one, whose data folder is then ours alone.
 * @throws StartError (FolderInUse among them) that says what to do
 */
export async function openDatabase({ databaseUrl, dataDirectory }: Wanted, purpose: string, tell: (text: string) => void): Promise<OpenDatabase> {
  await prepareDataFolder(dataDirectory);
  if (databaseUrl !== undefined) return { url: databaseUrl, close: async () => undefined };
  const lock = await takeFolderLock(dataDirectory, purpose);
  if (lock.tookOver !== null) tell(`The data folder was left locked by process ${lock.tookOver.pid}, which is gone. Taking it over.`);
  return await startUnder(lock, dataDirectory, tell);
}

/** For a command: the database of the Meridian that runs on this data folder, or else as the server does, for as long as the command takes. */
export async function joinDatabase(wanted: Wanted, purpose: string, tell: (text: string) => void): Promise<OpenDatabase> {
  const ends = Date.now() + START_OR_STOP;
  for (;;) {
    try {
      return await openDatabase(wanted, purpose, tell);
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
      const url = await urlOfOther(wanted.dataDirectory);
      if (url !== null) return { url, close: async () => undefined };
      if (Date.now() > ends) {
        throw new StartError(`${error.holder.purpose} of Meridian (process ${error.holder.pid}) has the data folder, but its database does not answer.`);
      }
      // it is just starting or stopping
      await delay(200);
    }
  }
}

/** Milliseconds that another process may take to start or stop before a command gives up on it. */
const START_OR_STOP = 30_000;

async function startUnder(lock: FolderLock, dataDirectory: string, tell: (text: string) => void): Promise<OpenDatabase> {
  try {
    const server = await startEmbeddedPostgres(dataDirectory, tell);
    return {
      url: server.url,
      close: async () => {
        await server.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function urlOfOther(dataDirectory: string): Promise<string | null> {
  try {
    return await runningPostgresUrl(dataDirectory, (await readFile(passwordFile(dataDirectory), 'utf8')).trim());
  } catch {
    return null;
  }
}
