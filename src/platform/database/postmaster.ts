import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { processCommand, processStart } from '../data-folder/process-start.js';

/** What PostgreSQL writes of itself while it runs: `postmaster.pid` in its folder. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** The server that says it runs on this folder; null when none does. Whether it is true, see {@link isPostgres}. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  try {
    // process id, folder, start, port, socket folder, address, shared memory key, state: one a line
    const [pid, , , port] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    return { pid: Number(pid), port: Number(port) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** False for a process id that was left behind and that nothing, or another program, has now. */
export async function isPostgres(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0 || (await processStart(pid)) === null) return false;
  const command = await processCommand(pid);
  // a server's own children call themselves "postgres: ..."
  return command !== null && command.includes('postgres') && !command.startsWith('postgres:');
}

/** True when a server on this port lets us in and serves this very folder. */
export async function serves(url: string, cluster: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // a server that stops meanwhile is an answer, not a crash
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0] !== undefined && (await realpath(rows[0].data_directory)) === (await realpath(cluster));
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
