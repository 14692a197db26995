import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** Node's first version that has all that Meridian uses; as in package.json. */
const OLDEST = [20, 19];

/** Ends the process, with what to do, when Node is too old or the packages are not there: before an import can fail on it. */
export function mustBeReady() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    refuse(`Meridian needs Node.js ${OLDEST.join('.')} or newer; this is ${process.version}.`);
  }
  if (!existsSync(join(ROOT, 'node_modules', '.package-lock.json'))) refuse('The packages are not installed yet. Run: npm ci');
}

function refuse(message) {
  console.error(message);
  process.exit(1);
}
