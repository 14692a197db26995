// npm run bench -- NAME [ARGUMENT ...] [--option=value ...]: builds what bench/NAME/main.mjs needs, the server and the client unless it says otherwise, and runs it.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mustBeReady } from './ready-to-run.mjs';
import { ROOT } from './root.mjs';

mustBeReady();
const [name = '', ...args] = process.argv.slice(2);
const main = join(ROOT, 'bench', name, 'main.mjs');
if (!/^[a-z-]+$/.test(name) || !existsSync(main)) {
  const names = readdirSync(join(ROOT, 'bench'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  console.error(`Which one? npm run bench -- ${names.map((entry) => entry.name).join('|')}`);
  process.exit(1);
}
const { build } = await import('./build.mjs');
const { run, needs = ['server', 'client'] } = await import(pathToFileURL(main).href);
await build(needs);
const options = args.filter((arg) => arg.startsWith('--'));
await run(
  Object.fromEntries(options.map((arg) => /^--([a-z-]+)=(.*)$/.exec(arg)?.slice(1) ?? [arg.replace(/^--/, ''), 'true'])),
  args.filter((arg) => !arg.startsWith('--')),
);
