import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm run test:interop -- DIR`: imports every schedule of a folder on a PostgreSQL of its own. See test/interop/. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const directory = resolve(process.argv[2] ?? join(root, '../shared/data/schedules'));
if (!existsSync(directory)) {
  console.error(`${directory} does not exist. Usage: npm run test:interop -- DIR`);
  process.exit(2);
}

const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, '--runInBand',
    '--testMatch', '**/test/interop/*.interop.ts', '--reporters', '<rootDir>/test/interop/reporter.mjs', '--testTimeout', '300000',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, INTEROP_DIRECTORY: directory } },
);
process.exit(status ?? 1);
