import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from './root.mjs';

/** What Node starts, as compiled, by its name in the bundle: two programs, and a thread. */
const ENTRIES = { main: 'dist/src/main.js', cli: 'dist/src/cli.js', 'plan-worker': 'dist/src/agenda/plan-runs/plan-worker.js' };

/** Brings a library of the machine's own kind, which it finds beside itself. */
const STAYS = ['sharp'];

/** These look beside themselves in parts that we do not use (pino's transports, in threads; the client that socket.io can serve) or in a comment only. */
const MAY_LOOK_BESIDE = /node_modules[\\/](pino|thread-stream|socket\.io|commander)[\\/]/;

/**
 * Puts the compiled server, and the packages that it loads when it starts, into a few files in the folder `to`: Node takes longer
 * to find and read 3,000 files than to run what is in them. What we import only when it is needed (`import()`) stays in `node_modules`.
 * Throws where a package looks for files beside itself, which it would no longer find.
 */
export async function bundleServer(to) {
  const bundle = await rolldown({
    cwd: ROOT,
    input: ENTRIES,
    platform: 'node',
    external: STAYS,
    plugins: [lazyStays, nothingLooksBeside],
    // packages try others that need not be there
    onLog: (level, log, say) => {
      if (log.code !== 'UNRESOLVED_IMPORT') say(level, log);
    },
  });
  try {
    // names of classes are those of migrations in the database
    await bundle.write({ dir: to, format: 'esm', chunkFileNames: 'shared-[hash].js', keepNames: true });
  } finally {
    await bundle.close();
  }
}

const lazyStays = {
  name: 'lazy-stays',
  resolveId(source, importer, { kind }) {
    const isOurs = importer?.startsWith(join(ROOT, 'dist', 'src')) === true;
    const isPackage = /^[\w@]/.test(source) && !isBuiltin(source);
    return kind === 'dynamic-import' && isOurs && isPackage ? { id: source, external: true } : null;
  },
};

const nothingLooksBeside = {
  name: 'nothing-looks-beside',
  transform: {
    filter: { id: { include: /node_modules/, exclude: MAY_LOOK_BESIDE }, code: /\b(__dirname|__filename|import\.meta\.(dirname|filename))\b/ },
    handler(_code, id) {
      this.error(`${id} looks for files beside itself: keep its package out of the bundle, or say in scripts/bundle.mjs why it may`);
    },
  },
};
