import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../start-error.js';
import type { PostgresAccount } from './postgres-account.js';
import type { PostgresPrograms } from './postgres-programs.js';

/** The embedded server's superuser and database. */
export const DATABASE_NAME = 'meridian';

/** Where the embedded server keeps its files: PostgreSQL calls such a folder a cluster. */
export const clusterFolder = (dataDirectory: string): string => join(dataDirectory, 'postgres');

export const passwordFile = (dataDirectory: string): string => join(dataDirectory, 'postgres-password');

/**
 * Makes the cluster on first start, with a random password that is kept beside it (mode 600). It is made aside and moved
 * into place whole: a start that is cut short leaves nothing that looks like a database.
 * @throws StartError when there is one that these programs can't open, or whose password is lost
 */
export async function prepareCluster(
  dataDirectory: string, programs: PostgresPrograms, account: PostgresAccount, tell: (text: string) => void,
): Promise<{ password: string }> {
  const cluster = clusterFolder(dataDirectory);
  const made = await readVersion(cluster);
  if (made === null) {
    tell('Making the database: a few seconds, this once.');
    return { password: await makeCluster(dataDirectory, programs, account) };
  }
  await mustFit(made, programs, account, cluster);
  try {
    return { password: (await readFile(passwordFile(dataDirectory), 'utf8')).trim() };
  } catch {
    throw new StartError(
      `There is a database in ${cluster}, but not the password for it, ${passwordFile(dataDirectory)}.\n` +
        'Put that file back from your backup, or start with another data folder (MERIDIAN_DATA_DIR).',
    );
  }
}

async function makeCluster(dataDirectory: string, programs: PostgresPrograms, account: PostgresAccount): Promise<string> {
  const cluster = clusterFolder(dataDirectory);
  const aside = `${cluster}.new`;
  const password = randomBytes(24).toString('base64url');
  const forInitdb = join(aside, '..', 'postgres-password.new');
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { mode: 0o700 });
  await writeFile(passwordFile(dataDirectory), `${password}\n`, { mode: 0o600 });
  await chmod(passwordFile(dataDirectory), 0o600);
  await writeFile(forInitdb, `${password}\n`, { mode: 0o600 });
  if (account.owner !== undefined) {
    for (const path of [aside, forInitdb]) await chown(path, account.owner.uid, account.owner.gid);
  }
  try {
    const { code, output } = await account.run(programs.initdb, [
      `--pgdata=${aside}`, `--username=${DATABASE_NAME}`, `--pwfile=${forInitdb}`, '--auth=scram-sha-256',
      // one order of text on every machine, whatever locales it has
      '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums',
    ]);
    if (code !== 0) throw new StartError(`The database could not be made in ${cluster}:\n${output.trim()}`);
  } finally {
    await rm(forInitdb, { force: true });
  }
  await rename(aside, cluster);
  return password;
}

/** The major version that made the cluster; null when there is none. */
async function readVersion(cluster: string): Promise<number | null> {
  try {
    return Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), 10);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function mustFit(made: number, programs: PostgresPrograms, account: PostgresAccount, cluster: string): Promise<void> {
  const { output } = await account.run(programs.postgres, ['--version']);
  const ours = Number.parseInt(/(\d+)/.exec(output)?.[1] ?? '', 10);
  if (made === ours) return;
  const advice =
    made > ours
      ? 'Start it with the newer Meridian that made it'
      : `Start it with the Meridian that made it and dump it there (pg_dump ${made})`;
  throw new StartError(
    `The database in ${cluster} was made by PostgreSQL ${made}; this Meridian brings PostgreSQL ${ours}, which cannot open it.\n` +
      `${advice}, or name another data folder in MERIDIAN_DATA_DIR.`,
  );
}
