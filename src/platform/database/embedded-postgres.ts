import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { StartError } from '../start-error.js';
import { clusterFolder, DATABASE_NAME, prepareCluster } from './cluster.js';
import { freePort } from './free-port.js';
import { postgresAccount, type PostgresAccount } from './postgres-account.js';
import { folderOf, postgresPrograms, type PostgresPrograms } from './postgres-programs.js';
import { isPostgres, readPostmaster, serves } from './postmaster.js';

export interface EmbeddedPostgres {
  url: string;
  /** False: it was still running, left by a Meridian that was killed. */
  started: boolean;
  /** Lets transactions end at once, writes everything to disk, resolves when the server is gone. */
  stop: () => Promise<void>;
}

export interface PostgresOptions {
  /** More settings of PostgreSQL, `name=value` without spaces; tests give up durability here. */
  settings?: readonly string[];
}

// No personal data in PostgreSQL's log: neither statements nor the details of what broke a constraint.
const SETTINGS = [
  'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60', 'synchronous_commit=on', 'fsync=on',
  'timezone=UTC', 'log_timezone=UTC', 'jit=off',
  'log_min_error_statement=panic', 'log_error_verbosity=terse', 'log_checkpoints=off',
];
/** Seconds; recovery after a power cut may have much to read. */
const START_LIMIT = 600;
const STOP_LIMIT = 60;
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * Starts the server of this data folder, and makes its database on first start. Whoever calls holds the folder's lock
 * (see data-folder/folder-lock.ts). Not a child in our process group: neither Ctrl-C nor our own death ends it half-way.
 * @throws StartError that says what to do
 */
export async function startEmbeddedPostgres(
  dataDirectory: string, tell: (text: string) => void, options: PostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const cluster = clusterFolder(dataDirectory);
  const programs = await postgresPrograms();
  const account = await postgresAccount(cluster, [dataDirectory, folderOf(programs)], tell);
  const { password } = await prepareCluster(dataDirectory, programs, account, tell);
  const stop = async (): Promise<void> => await stopServer(programs, account, cluster);

  const left = await findRunning(cluster, password, tell);
  if (left !== null) {
    tell('The database was still running: Meridian did not end in order last time. Going on with it.');
    return { url: left, started: false, stop };
  }
  const port = await launch(programs, account, cluster, [...SETTINGS, ...(options.settings ?? [])]);
  try {
    await ensureDatabase(urlOf(password, port, 'postgres'));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: urlOf(password, port), started: true, stop };
}

/** Where the running server of this folder is reached; null when none answers. For commands beside a running Meridian. */
export async function runningPostgresUrl(dataDirectory: string, password: string): Promise<string | null> {
  const cluster = clusterFolder(dataDirectory);
  const postmaster = await readPostmaster(cluster);
  if (postmaster === null || !Number.isInteger(postmaster.port)) return null;
  const url = urlOf(password, postmaster.port);
  return (await serves(url, cluster)) ? url : null;
}

const urlOf = (password: string, port: number, database = DATABASE_NAME): string =>
  `postgres://${DATABASE_NAME}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** A server that outlived its Meridian is used; what a dead one left behind is removed. */
async function findRunning(cluster: string, password: string, tell: (text: string) => void): Promise<string | null> {
  const ends = Date.now() + STOP_LIMIT * 1000;
  for (;;) {
    const postmaster = await readPostmaster(cluster);
    if (postmaster === null) return null;
    if (!(await isPostgres(postmaster.pid))) {
      tell('The database was not stopped in order last time (a power cut, or it was killed). PostgreSQL recovers by itself.');
      await rm(join(cluster, 'postmaster.pid'), { force: true });
      return null;
    }
    const url = urlOf(password, postmaster.port);
    if (await serves(url, cluster)) return url;
    if (Date.now() > ends) {
      throw new StartError(
        `A PostgreSQL (process ${postmaster.pid}) runs on ${cluster} and does not let Meridian in.\n` +
          `Stop it (kill -INT ${postmaster.pid}) and start Meridian again.`,
      );
    }
    // it is just starting or stopping
    await delay(200);
  }
}

async function launch(programs: PostgresPrograms, account: PostgresAccount, cluster: string, settings: readonly string[]): Promise<number> {
  const log = join(cluster, 'server.log');
  await boundLog(log);
  const ends = Date.now() + STOP_LIMIT * 1000;
  let taken = 0;
  for (;;) {
    const port = await freePort();
    const from = await sizeOf(log);
    const flags = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
    const { code, output } = await account.run(programs.pg_ctl, [
      'start', '--wait', `--timeout=${START_LIMIT}`, `--pgdata=${cluster}`, `--log=${log}`, `--options=${flags}`,
    ]);
    if (code === 0) return port;
    const why = (await readFrom(log, from)).trim() || output.trim();
    // somebody took the port between our look and PostgreSQL's
    if (/could not bind|Address already in use/.test(why) && (taken += 1) < 3) continue;
    // the last processes of a server that was killed are on their way out, and hold its memory until then
    if (why.includes('is still in use') && Date.now() < ends) {
      await delay(200);
      continue;
    }
    throw new StartError(`The database did not start. PostgreSQL says:\n${why}`);
  }
}

async function stopServer(programs: PostgresPrograms, account: PostgresAccount, cluster: string): Promise<void> {
  if ((await readPostmaster(cluster)) === null) return;
  const stop = (mode: string): ReturnType<PostgresAccount['run']> =>
    account.run(programs.pg_ctl, ['stop', '--wait', `--timeout=${STOP_LIMIT}`, `--pgdata=${cluster}`, `--mode=${mode}`]);
  // "immediate" is safe too: what was committed is in the log of writes, and is read again at the next start
  if ((await stop('fast')).code !== 0 && (await readPostmaster(cluster)) !== null) await stop('immediate');
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error;
    throw new StartError('The password in the data folder is not the one of its database. Put the file postgres-password back from your backup.');
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function boundLog(log: string): Promise<void> {
  if ((await sizeOf(log)) > LOG_LIMIT_BYTES) await rename(log, `${log}.old`);
}

async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(({ size }) => size, () => 0);
}

async function readFrom(path: string, start: number): Promise<string> {
  try {
    const file = await open(path);
    try {
      return await file.createReadStream({ start, encoding: 'utf8' }).toArray().then((chunks) => chunks.join(''));
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}
