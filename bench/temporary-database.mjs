import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL of the bench's own, and a folder for what else it keeps; both gone after it. */
export async function temporaryDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-bench-'));
  await chmod(folder, 0o755);
  // the built server's: a bench builds it before it asks for this
  const { startEmbeddedPostgres } = await import('../dist/src/platform/database/embedded-postgres.js');
  const server = await startEmbeddedPostgres(folder, () => undefined);
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.url, folder, stop };
}
