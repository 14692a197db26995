// npm test [-- JEST ARGUMENTS]: builds what the browser's journeys need, starts one PostgreSQL for all specs, runs them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustBeReady } from './ready-to-run.mjs';
import { ROOT } from './root.mjs';

mustBeReady();
process.exitCode = await main();

async function main() {
  const { build } = await import('./build.mjs');
  try {
    await build(['server', 'client']);
  } catch (error) {
    console.error(error.message);
    return 1;
  }
  const database = await startDatabase();
  try {
    return await runJest(database.url);
  } finally {
    await database.stop();
  }
}

/** A lost test database costs nothing; waiting for the disk does. */
async function startDatabase() {
  const given = process.env.TEST_DATABASE_SERVER_URL;
  if (given) return { url: given, stop: async () => undefined };
  const { startEmbeddedPostgres } = await import('../dist/src/platform/database/embedded-postgres.js');
  const folder = await mkdtemp(join(tmpdir(), 'meridian-test-'));
  await chmod(folder, 0o755);
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
  const server = await startEmbeddedPostgres(folder, () => undefined, { settings });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

async function runJest(databaseUrl) {
  const report = process.env.MERIDIAN_TEST_REPORT;
  const args = ['node_modules/jest/bin/jest.js', ...(report ? ['--json', `--outputFile=${report}`] : []), ...process.argv.slice(2)];
  const jest = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      // Jest runs ES modules through Node's vm modules, and needs no warning about that
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
      TEST_DATABASE_SERVER_URL: databaseUrl,
    },
  });
  // the terminal tells Jest as well; we stay to stop the database
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));
  const [code] = await once(jest, 'exit');
  return code ?? 1;
}
