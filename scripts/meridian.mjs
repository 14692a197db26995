// npm run meridian -- COMMAND: builds the server if it changed, then is the command line.
import { mustBeReady } from './ready-to-run.mjs';

mustBeReady();
const { build } = await import('./build.mjs');
try {
  // what a command prints may be read by a program
  await build(['server'], { say: (text) => console.error(text) });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../dist/server/cli.js');
