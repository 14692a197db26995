// npm start: builds what changed, then is the server, so that signals reach it.
import { mustBeReady } from './ready-to-run.mjs';

mustBeReady();
const { build } = await import('./build.mjs');
try {
  await build(['server', 'client']);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../dist/server/main.js');
