// Prints "PASSED FAILED" of a test run: `totals.mjs jest REPORT.json`, or `totals.mjs text OUTPUT.txt` for one that says "N passed, N failed".
import { readFileSync } from 'node:fs';

const [kind, path] = process.argv.slice(2);
console.log(totals().join(' '));

function totals() {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [0, 0];
  }
  if (kind === 'text') {
    const [, passed, failed] = [...text.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
    return [Number(passed ?? 0), Number(failed ?? 0)];
  }
  const report = JSON.parse(text);
  // a spec file that does not even load has no failed test in it
  return [report.numPassedTests, report.numFailedTests + report.numRuntimeErrorTestSuites];
}
