import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { alone } from './build-lock.mjs';
import { bundlePackages } from './bundle-packages.mjs';
import { bundleServer } from './bundle.mjs';
import { fingerprint } from './fingerprint.mjs';
import { precompress } from './precompress.mjs';
import { ROOT } from './root.mjs';

const DIST = join(ROOT, 'dist');
const PARTS = { server: buildServer, client: buildClient, bench: buildBench, packages: buildPackages };

/**
 * Builds the given parts (`server`, `client`, `bench`, `packages`), at the same time; unless `always`, only those whose sources changed since
 * their last build. Throws with what the compiler said.
 */
export async function build(parts, { always = false, say = console.log } = {}) {
  await Promise.all(
    parts.map(async (part) => {
      const wanted = await fingerprint(part);
      if (!always && (await stamp(part)) === wanted) return;
      await alone(join(DIST, `.building-${part}`), async () => {
        // another build may just have done it
        if (!always && (await stamp(part)) === wanted) return;
        say(`Building the ${part} …`);
        const started = Date.now();
        await rm(stampFile(part), { force: true });
        await PARTS[part]();
        await writeFile(stampFile(part), wanted);
        say(`Built the ${part} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
      });
    }),
  );
}

const stampFile = (part) => join(DIST, `.built-${part}`);
const stamp = async (part) => await readFile(stampFile(part), 'utf8').catch(() => null);

/** The benches that are programs rather than specs: figures want the speed of what runs. */
async function buildBench() {
  await run('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.bench.json'], 'The bench does not compile');
}

/** Compiled file by file (dist/src, for specs and benches of a part), and the same in the few files that run (dist/server). */
async function buildServer() {
  await run('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json'], 'The server does not compile');
  await replace('server', bundleServer);
}

/** For specs alone. */
async function buildPackages() {
  await replace('packages', bundlePackages);
}

async function buildClient() {
  await replace('client', async (folder) => {
    await run('node_modules/vite/bin/vite.js', ['build', '--config', 'client/vite.config.ts', '--outDir', folder, '--logLevel', 'warn'], 'The client does not build');
    await precompress(folder);
  });
}

/** Made aside and moved into place whole: a server that runs or starts meanwhile never has half a build. */
async function replace(name, make) {
  const [folder, aside, old] = [name, `${name}.new`, `${name}.old`].map((each) => join(DIST, each));
  for (const left of [aside, old]) await rm(left, { recursive: true, force: true });
  await mkdir(DIST, { recursive: true });
  await make(aside);
  await rename(folder, old).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(aside, folder);
  await rm(old, { recursive: true, force: true });
}

async function run(script, args, failure) {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${failure}:\n${output}`);
}

// `node scripts/build.mjs [server] [client]`: these two unless one is named
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const named = process.argv.slice(2).filter((part) => part in PARTS);
  try {
    await build(named.length > 0 ? named : ['server', 'client'], { always: true });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
