// npm test [-- JEST ARGUMENTS]: all specs; the browser's journeys need the built server and client. Totals as JSON in MERIDIAN_TEST_REPORT.
import { mustBeReady } from './ready-to-run.mjs';

mustBeReady();
const { runJest } = await import('./run-jest.mjs');
const report = process.env.MERIDIAN_TEST_REPORT;
const args = [...(report ? ['--json', `--outputFile=${report}`] : []), ...process.argv.slice(2)];
process.exitCode = await runJest(args, { build: ['server', 'client'] });
