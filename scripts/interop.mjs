// npm run test:interop -- DIR: imports every schedule of a folder on a PostgreSQL of its own. See test/interop/.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mustBeReady } from './ready-to-run.mjs';
import { ROOT } from './root.mjs';

mustBeReady();
const directory = resolve(process.argv[2] ?? join(ROOT, '../shared/data/schedules'));
if (!existsSync(directory)) {
  console.error(`${directory} does not exist. Usage: npm run test:interop -- DIR`);
  process.exit(2);
}
const { runJest } = await import('./run-jest.mjs');
process.exitCode = await runJest(
  ['--runInBand', '--testMatch', '**/test/interop/*.interop.ts', '--reporters', '<rootDir>/test/interop/reporter.mjs', '--testTimeout', '300000'],
  { build: ['server'], environment: { INTEROP_DIRECTORY: directory } },
);
