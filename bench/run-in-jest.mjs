import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../scripts/root.mjs';
import { temporaryDatabase } from './temporary-database.mjs';

/**
 * Runs bench/NAME/NAME.bench.ts as a spec is run, for it is made of the same parts; what it expects may be figures.
 * @param told what it is to do, as variables of its environment
 */
export async function runInJest(name, told = {}) {
  const database = await temporaryDatabase();
  try {
    const jest = spawn(
      process.execPath,
      ['node_modules/jest/bin/jest.js', '--runInBand', '--roots', `<rootDir>/bench/${name}`, '--testMatch', `**/${name}.bench.ts`, '--testTimeout', '900000', '--forceExit'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'inherit', 'inherit'],
        // a group of its own: a server that it started ends with it, however it is ended
        detached: true,
        env: { ...process.env, ...told, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning', TEST_DATABASE_SERVER_URL: database.url },
      },
    );
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => endGroup(jest.pid, signal));
    const [code] = await once(jest, 'exit');
    process.exitCode = code ?? 1;
    endGroup(jest.pid, 'SIGTERM');
  } finally {
    await database.stop();
  }
}

/** What it started and left behind, where it failed half way. */
function endGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // nothing is left of it
  }
}
