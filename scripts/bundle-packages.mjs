import { rolldown } from 'rolldown';
import { ROOT } from './root.mjs';

/**
 * What most specs load. Jest reads every module anew for every spec, and these are some 3,000; a package that another one outside of this list
 * asks for by `require` cannot be here.
 */
export const PACKAGES = [
  '@fastify/cookie', '@fastify/proxy-addr', '@fastify/static', '@nestjs/common', '@nestjs/core', '@nestjs/platform-fastify', '@nestjs/swagger',
  'engine.io', 'fastify', 'pino', 'prom-client', 'reflect-metadata', 'rxjs', 'socket.io', 'socket.io-adapter', 'socket.io-client', 'socket.io-parser', 'temporal-polyfill', 'typeorm', 'zod',
];

const PACKAGED = 'packaged:';

/** Puts them into a few files in the folder `to`: `NAME.mjs` exports what the package of that name does. */
export async function bundlePackages(to) {
  const bundle = await rolldown({
    cwd: ROOT,
    input: Object.fromEntries(PACKAGES.map((name) => [name, PACKAGED + name])),
    platform: 'node',
    plugins: [asNodeExportsThem],
    // packages try others that need not be there
    onLog: (level, log, say) => {
      if (log.code !== 'UNRESOLVED_IMPORT') say(level, log);
    },
  });
  try {
    await bundle.write({ dir: to, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'shared-[hash].mjs', keepNames: true, strictExecutionOrder: true });
  } finally {
    await bundle.close();
  }
}

/** What a CommonJS package exports is known when it runs; Node finds the names by reading it, and so they are asked of Node. */
const asNodeExportsThem = {
  name: 'as-node-exports-them',
  resolveId(source, importer) {
    if (source.startsWith(PACKAGED)) return `\0${source}`;
    return importer?.startsWith(`\0${PACKAGED}`) === true ? this.resolve(source, `${ROOT}/package.json`) : null;
  },
  async load(id) {
    if (!id.startsWith(`\0${PACKAGED}`)) return null;
    const name = id.slice(PACKAGED.length + 1);
    const names = Object.keys(await import(name)).filter((each) => /^[\w$]+$/.test(each));
    return [`import * as exported from '${name}';`, ...names.map((each, place) => `const export${place} = exported.${each};\nexport { export${place} as ${each} };`)].join('\n');
  },
};
