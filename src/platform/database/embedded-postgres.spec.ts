import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { FolderInUse, takeFolderLock } from '../data-folder/folder-lock.js';
import { clusterFolder } from './cluster.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { joinDatabase, openDatabase } from './open-database.js';
import { readPostmaster } from './postmaster.js';

let folder: string;
let told: string[];
/** All but the advice that depends on who runs the tests, and where. */
const tell = (text: string): void => {
  if (!text.startsWith('Meridian runs as root')) told.push(text);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meridian-embedded-'));
  await chmod(folder, 0o755);
  told = [];
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const embedded = (): { databaseUrl: undefined; dataDirectory: string } => ({ databaseUrl: undefined, dataDirectory: folder });

it('keeps what was written from one start to the next, behind a password that only the owner reads', async () => {
  const first = await openDatabase(embedded(), 'the server', tell);
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  const { mode } = await stat(join(folder, 'postgres-password'));
  expect(mode & 0o777).toBe(0o600);
  await expect(query(first.url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(/password/);
  await first.close();
  expect(await readPostmaster(clusterFolder(folder))).toBeNull();

  const second = await openDatabase(embedded(), 'the server', tell);
  expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  expect(await query(second.url, `SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'synchronous_commit', 'fsync')`)).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'synchronous_commit', setting: 'on' },
  ]);
  await second.close();
  expect(told).toEqual(['Making the database: a few seconds, this once.']);
});

it('goes on with a server whose Meridian was killed, and recovers one that was killed itself', async () => {
  const left = await startEmbeddedPostgres(folder, tell);
  await query(left.url, 'CREATE TABLE kept (answer int)');

  const found = await startEmbeddedPostgres(folder, tell);
  expect(found).toMatchObject({ started: false, url: left.url });
  await query(found.url, 'INSERT INTO kept VALUES (42)');

  const postmaster = await readPostmaster(clusterFolder(folder));
  process.kill(postmaster?.pid ?? 0, 'SIGKILL');
  const again = await startEmbeddedPostgres(folder, tell);
  expect(again.started).toBe(true);
  expect(await query(again.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await again.stop();
  expect(told.slice(1)).toEqual([expect.stringContaining('still running'), expect.stringContaining('recovers by itself')]);
});

it('waits for the last processes of a server that was killed, which hold its memory', async () => {
  const left = await startEmbeddedPostgres(folder, tell);
  const [slow] = await query<{ pid: number }>(left.url, `SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'`);
  process.kill(slow?.pid ?? 0, 'SIGSTOP');
  process.kill((await readPostmaster(clusterFolder(folder)))?.pid ?? 0, 'SIGKILL');
  const starting = startEmbeddedPostgres(folder, tell);
  while (!(await readFile(join(clusterFolder(folder), 'server.log'), 'utf8')).includes('is still in use'));
  process.kill(slow?.pid ?? 0, 'SIGCONT');
  const again = await starting;
  expect(await query(again.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await again.stop();
});

it('is not misled by a process id that another program has now', async () => {
  const first = await startEmbeddedPostgres(folder, tell);
  await first.stop();
  await writeFile(join(clusterFolder(folder), 'postmaster.pid'), `${process.pid}\n${clusterFolder(folder)}\n1\n5432\n`);
  const second = await startEmbeddedPostgres(folder, tell);
  expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await second.stop();
});

it('finds what a first start that was cut short left, and makes the database anew', async () => {
  await mkdir(`${clusterFolder(folder)}.new/base`, { recursive: true });
  const server = await startEmbeddedPostgres(folder, tell);
  await server.stop();
  await expect(stat(`${clusterFolder(folder)}.new`)).rejects.toThrow('ENOENT');
});

it('starts in a folder that is closed to all others, as root too', async () => {
  await chmod(folder, 0o700);
  const server = await startEmbeddedPostgres(folder, tell);
  expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await server.stop();
});

it('says so when the database was made by a newer PostgreSQL', async () => {
  await mkdir(clusterFolder(folder));
  await writeFile(join(clusterFolder(folder), 'PG_VERSION'), '99\n');
  await expect(startEmbeddedPostgres(folder, tell)).rejects.toThrow(/made by PostgreSQL 99; this Meridian brings PostgreSQL \d+/);
});

describe('the folder’s lock', () => {
  it('names the process that holds the folder, and frees it when that ends', async () => {
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    await once(other, 'spawn');
    const held = { ...(await takeAndRead()), pid: other.pid, began: 'unknown', purpose: 'the server', since: 'yesterday' };
    await writeFile(join(folder, 'meridian.lock'), JSON.stringify(held));
    await expect(takeFolderLock(folder, 'the server')).rejects.toThrow(
      `The data folder ${folder} is in use by the server of Meridian (process ${other.pid}, since yesterday).`,
    );
    const ended = once(other, 'exit');
    other.kill('SIGKILL');
    await ended;
    const taken = await takeFolderLock(folder, 'the server');
    expect(taken.tookOver).toMatchObject({ pid: other.pid });
    await taken.release();
    await expect(stat(join(folder, 'meridian.lock'))).rejects.toThrow('ENOENT');
  });

  it('is not held by a living process that merely got the number of a dead one', async () => {
    await writeFile(join(folder, 'meridian.lock'), JSON.stringify({ pid: process.ppid, began: 'long ago', purpose: 'the server', since: 'then' }));
    const taken = await takeFolderLock(folder, 'the server');
    expect(taken.tookOver).toMatchObject({ began: 'long ago' });
    await taken.release();
  });

  it('lets a command join the database of the server that holds it', async () => {
    const server = await openDatabase(embedded(), 'the server', tell);
    const path = join(folder, 'meridian.lock');
    const lock = JSON.parse(await readFile(path, 'utf8')) as { pid: number; began: string };
    // as if another process held it: this one's own lock would be taken for a dead namesake's
    await writeFile(path, JSON.stringify({ ...lock, pid: process.ppid, began: 'unknown' }));
    await expect(openDatabase(embedded(), 'the server', tell)).rejects.toThrow(FolderInUse);
    const joined = await joinDatabase(embedded(), 'a command', tell);
    expect(joined.url).toBe(server.url);
    await joined.close();
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.close();
  });
});

async function takeAndRead(): Promise<object> {
  const lock = await takeFolderLock(folder, 'the server');
  const text = await readFile(join(folder, 'meridian.lock'), 'utf8');
  await lock.release();
  return JSON.parse(text) as object;
}
