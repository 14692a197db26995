import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './root.mjs';

/**
 * Builds the given parts if their sources changed, starts one PostgreSQL for all specs and runs Jest on it. Returns the exit code.
 * `options`: `build`, the parts; `environment`, more variables for the specs.
 */
export async function runJest(args, { build: parts, environment = {} }) {
  try {
    await build([...parts, 'packages']);
  } catch (error) {
    console.error(error.message);
    return 1;
  }
  const database = await startDatabase();
  try {
    return await run(args, { ...environment, TEST_DATABASE_SERVER_URL: database.url });
  } finally {
    await database.stop();
  }
}

/** The product's own way to start PostgreSQL: it runs as root and in closed folders too. A lost test database costs nothing; waiting for the disk does. */
async function startDatabase() {
  const given = process.env.TEST_DATABASE_SERVER_URL;
  if (given) return { url: given, stop: async () => undefined };
  const { startEmbeddedPostgres } = await import('../dist/src/platform/database/embedded-postgres.js');
  const folder = await mkdtemp(join(tmpdir(), 'meridian-test-'));
  await chmod(folder, 0o755);
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'autovacuum=off', 'jit=off', 'wal_level=minimal', 'max_wal_senders=0'];
  const server = await startEmbeddedPostgres(folder, () => undefined, { settings });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

async function run(args, environment) {
  const jest = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      // Jest runs ES modules through Node's vm modules, and needs no warning about that
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
      ...environment,
      MERIDIAN_TEST_PACKAGES: '1',
    },
  });
  // the terminal tells Jest as well; we stay to stop the database
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));
  const [code] = await once(jest, 'exit');
  return code ?? 1;
}
