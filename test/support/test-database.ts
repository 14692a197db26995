import { createHash, randomUUID } from 'node:crypto';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { dataSourceOptions, type Schema } from '../../src/platform/database/data-source.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { SCHEMA } from '../../src/schema.js';

export interface TestDatabase {
  url: string;
  source: DataSource;
  drop: () => Promise<void>;
}

// named after the migrations, so that a server kept between runs never serves an old template
const TEMPLATE = `meridian_template_${createHash('sha256').update(SCHEMA.migrations.map(String).join()).digest('hex').slice(0, 12)}`;
const TEMPLATE_LOCK = 7_345_102_552;

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }> & { extra: object };

/** A fresh, migrated database of its own for one spec file. */
export async function aDatabase(): Promise<TestDatabase> {
  // by file: nothing of it has to be written twice where nobody waits for the disk
  const database = await anEmptyDatabase(`TEMPLATE ${await template()} STRATEGY FILE_COPY`);
  const source = await openPatiently(database.url, SCHEMA);
  return {
    url: database.url,
    source,
    drop: async () => {
      if (source.isInitialized) await source.destroy();
      await database.drop();
    },
  };
}

/** A database without a schema, for specs of what makes one. */
export async function anEmptyDatabase(more = ''): Promise<Omit<TestDatabase, 'source'>> {
  const name = `meridian_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (admin) => await admin.query(`CREATE DATABASE ${name} ${more}`));
  return {
    url: urlOf(name),
    drop: async () => await onServer(async (admin) => await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

async function template(): Promise<string> {
  await onServer(async (admin) => {
    const runner = admin.createQueryRunner();
    await runner.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const [known] = await runner.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [TEMPLATE]);
    if (known === undefined) {
      await runner.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
      await runner.query(`CREATE DATABASE ${TEMPLATE}`);
      const source = await openPatiently(urlOf(TEMPLATE), SCHEMA, 2);
      await migrate(source);
      await source.destroy();
      await runner.query(`ALTER DATABASE ${TEMPLATE} WITH IS_TEMPLATE true`);
    }
    await runner.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
    await runner.release();
  });
  return TEMPLATE;
}

/** Without the product's limit to how long a connection may take: on a machine that stands still the database is not away, it is late. */
async function openPatiently(url: string, schema: Schema, poolSize?: number): Promise<DataSource> {
  const { extra, ...options } = dataSourceOptions(url, schema, poolSize) as PostgresOptions;
  return await new DataSource({ ...options, extra: { ...extra, connectionTimeoutMillis: 0 } }).initialize();
}

async function onServer(work: (admin: DataSource) => Promise<unknown>): Promise<void> {
  const admin = await openPatiently(serverUrl(), { entities: [], migrations: [] }, 1);
  try {
    await work(admin);
  } finally {
    await admin.destroy();
  }
}

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_SERVER_URL'];
  if (url === undefined) throw new Error('the test server is not running: specs run under `npm test`');
  return url;
}

function urlOf(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.toString();
}
