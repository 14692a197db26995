import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { runProgram, type Ran, type RunAs } from '../run-program.js';
import { StartError } from '../start-error.js';

/** The account that PostgreSQL's programs run under: ours, or `postgres` when we are root, as whom PostgreSQL refuses to run. */
export interface PostgresAccount {
  /** Undefined: our own. */
  owner: { uid: number; gid: number } | undefined;
  run: (program: string, args: readonly string[]) => Promise<Ran>;
}

// not the operator's own PGDATA, PGPORT, PGOPTIONS, LC_MESSAGES
const ENVIRONMENT: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };

/**
 * @param mustReach folders that the account has to get into: the data folder and the one of the programs
 * @throws StartError when we are root and no account, or no account that can reach the folders, is to be had
 */
export async function postgresAccount(clusterFolder: string, mustReach: readonly string[], tell: (text: string) => void): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) {
    await mustOwn(clusterFolder);
    return { owner: undefined, run: async (program, args) => await runProgram(program, args, { env: ENVIRONMENT }) };
  }
  const owner = (await ownerOf(clusterFolder)) ?? (await accountOf('postgres')) ?? (await makeAccount());
  const as: RunAs = { ...owner, env: ENVIRONMENT };
  if (await reaches('/bin/sh', [], mustReach, as)) return { owner, run: async (program, args) => await runProgram(program, args, as) };

  // A root's own folder (/root, or one made by mktemp -d) is closed to others. The one right that is missing, to pass
  // through closed folders, is handed on where the system has the tool for it.
  const handOn = [
    `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', '--no-new-privs', '--inh-caps=+dac_override', '--ambient-caps=+dac_override',
    // initdb looks with access(2) whether it may run postgres, and that forgets the right for all but root without this
    '--securebits=+no_setuid_fixup', '--',
  ];
  const asRoot: RunAs = { env: ENVIRONMENT };
  if (await reaches('setpriv', [...handOn, '/bin/sh'], mustReach, asRoot)) {
    tell('Meridian runs as root from a folder that is closed to others. Better give it a user of its own.');
    return { owner, run: async (program, args) => await runProgram('setpriv', [...handOn, program, ...args], asRoot) };
  }
  throw new StartError(
    'Meridian runs as root. PostgreSQL never does; it runs as the user postgres, who cannot get into\n' +
      mustReach.map((folder) => `  ${folder}\n`).join('') +
      'Run Meridian as an ordinary user, or move it and its data folder (MERIDIAN_DATA_DIR) to where that user can go,\n' +
      'such as /srv and /var/lib/meridian, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

async function reaches(program: string, before: readonly string[], folders: readonly string[], as: RunAs): Promise<boolean> {
  try {
    const { code } = await runProgram(program, [...before, '-c', 'for f; do cd "$f" || exit 1; done', 'sh', ...folders], as);
    return code === 0;
  } catch {
    return false;
  }
}

async function mustOwn(clusterFolder: string): Promise<void> {
  const owner = await ownerOf(clusterFolder);
  if (owner === undefined || process.getuid === undefined || owner.uid === process.getuid()) return;
  throw new StartError(
    `The database in ${clusterFolder} belongs to another user (number ${owner.uid}); you are ${userInfo().username}.\n` +
      `Run Meridian as that user, or hand it over once: sudo chown -R ${userInfo().username} ${clusterFolder}`,
  );
}

async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const { uid, gid } = await stat(folder);
    return uid === 0 ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

async function accountOf(name: string): Promise<{ uid: number; gid: number } | undefined> {
  const [user, group] = await Promise.all([runProgram('id', ['-u', name], { env: ENVIRONMENT }), runProgram('id', ['-g', name], { env: ENVIRONMENT })]);
  if (user.code !== 0 || group.code !== 0) return undefined;
  return { uid: Number(user.output), gid: Number(group.output) };
}

async function makeAccount(): Promise<{ uid: number; gid: number }> {
  const made = await runProgram('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
    env: ENVIRONMENT,
  }).catch((error: unknown) => ({ code: -1, output: String(error) }));
  const account = await accountOf('postgres');
  if (account !== undefined) return account;
  throw new StartError(
    'Meridian runs as root. PostgreSQL never does, and needs a user named postgres, who is not here and could not be made\n' +
      `(${made.output.trim()}). Make one, run Meridian as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}
