// npm run bench -- NAME [--option=value ...]: builds the server and runs bench/NAME/main.mjs.
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
await build(['server', 'client']);
const { run } = await import(pathToFileURL(main).href);
await run(Object.fromEntries(args.map((arg) => /^--([a-z-]+)=(.*)$/.exec(arg)?.slice(1) ?? [arg.replace(/^--/, ''), 'true'])));
