import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../scripts/root.mjs';
import { temporaryDatabase } from './temporary-database.mjs';

/** Runs bench/NAME/NAME.bench.ts as a spec is run, for it is made of the same parts; what it expects may be figures. */
export async function runInJest(name) {
  const database = await temporaryDatabase();
  try {
    const jest = spawn(
      process.execPath,
      ['node_modules/jest/bin/jest.js', '--runInBand', '--roots', `<rootDir>/bench/${name}`, '--testMatch', `**/${name}.bench.ts`, '--testTimeout', '900000'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning', TEST_DATABASE_SERVER_URL: database.url },
      },
    );
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));
    const [code] = await once(jest, 'exit');
    process.exitCode = code ?? 1;
  } finally {
    await database.stop();
  }
}
