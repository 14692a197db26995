import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** What each build is made of, from the project's folder. */
const SOURCES = {
  server: ['src', 'migrations', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/bundle.mjs'],
  bench: ['bench', 'src/rules', 'src/contract', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.json', 'tsconfig.bench.json'],
  packages: ['package-lock.json', 'scripts/bundle-packages.mjs'],
  client: ['client', 'src/contract', 'src/rules', 'package-lock.json', 'tsconfig.base.json', 'scripts/precompress.mjs'],
};

/** A hash of the names and contents of all that a build is made of: a clone, a checkout or a touch changes no content, a deletion does. */
export async function fingerprint(part) {
  const hash = createHash('sha256');
  for (const source of SOURCES[part]) {
    for (const file of await filesIn(source)) {
      if (file.includes('.spec.ts')) continue;
      hash.update(file).update('\0').update(await readFile(join(ROOT, file))).update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesIn(path) {
  const entries = await readdir(join(ROOT, path), { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}
