import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const WORKER = 'sw.js';
const PLACEHOLDER = '__PRECACHE__';

/**
 * Tells the service worker which files the pages need without a network, and gives that list a version: the hash of
 * it. Fonts of scripts that few conferences use are left to be kept when they are first wanted.
 */
export function precache(): Plugin {
  let publicDir = '';
  return {
    name: 'meridian:precache',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') this.error(`no ${WORKER} among the built files`);
      if (worker.imports.length > 0) this.error(`${WORKER} must stand alone, and imports ${worker.imports.join(', ')}`);
      const assets = Object.keys(bundle).filter((name) => name !== WORKER && name !== 'index.html' && !name.endsWith('.map') && isWanted(name));
      const page = bundle['index.html'];
      if (page?.type !== 'asset') this.error('no index.html among the built files');
      // built files carry a hash in their names; these do not
      const unnamed = readdirSync(publicDir).filter((name) => name !== 'robots.txt').sort();
      const hash = createHash('sha256').update(page.source);
      for (const name of unnamed) hash.update(readFileSync(join(publicDir, name)));
      const files = ['/', ...[...unnamed, ...assets].map((name) => `/${name}`)];
      const version = hash.update(files.join('\n')).digest('hex').slice(0, 12);
      if (!worker.code.includes(PLACEHOLDER)) this.error(`${WORKER} asks for no ${PLACEHOLDER}`);
      worker.code = worker.code.replace(PLACEHOLDER, () => JSON.stringify({ version, files }));
    },
  };
}

function isWanted(name: string): boolean {
  // what plays streams is of no use without a network
  if (name.includes('/hls-engine-')) return false;
  if (!name.endsWith('.woff2')) return true;
  return /inter-latin-wght|vazirmatn-arabic-wght/.test(name);
}
