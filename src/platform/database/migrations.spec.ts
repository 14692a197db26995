import type { DataSource, EntityMetadata } from 'typeorm';
import { aDatabase, anEmptyDatabase } from '../../../test/support/test-database.js';
import { SCHEMA } from '../../schema.js';
import { openDataSource } from './data-source.js';
import { migrate } from './migrate.js';

type Empty = Awaited<ReturnType<typeof anEmptyDatabase>>;

let database: Empty;
beforeEach(async () => {
  database = await anEmptyDatabase();
});
afterEach(async () => await database.drop());

/** All that a schema is made of, as PostgreSQL itself describes it. */
async function describeSchema(source: DataSource): Promise<unknown> {
  const [columns, constraints, indexes, triggers, functions] = await Promise.all([
    source.query(`SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1, 2`),
    source.query(`SELECT conrelid::regclass::text AS on, conname, pg_get_constraintdef(oid) AS def FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'migrations' ORDER BY 1, 2`),
    source.query(`SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1`),
    source.query(`SELECT pg_get_triggerdef(oid) AS def FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`),
    source.query(`SELECT p.proname, md5(p.prosrc) AS body FROM pg_proc p LEFT JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
      WHERE p.pronamespace = 'public'::regnamespace AND d.objid IS NULL ORDER BY 1`),
  ]);
  return { columns, constraints, indexes, triggers, functions };
}

it('goes up, down to nothing, and up to the same again', async () => {
  const source = await openDataSource(database.url, SCHEMA, 2);
  const ran = await migrate(source);
  expect(ran).toHaveLength(SCHEMA.migrations.length);
  const first = await describeSchema(source);

  for (let left = ran.length; left > 0; left -= 1) await source.undoLastMigration({ transaction: 'each' });
  expect(await describeSchema(source)).toEqual({ columns: [], constraints: [], indexes: [], triggers: [], functions: [] });

  expect(await migrate(source)).toEqual(ran);
  expect(await describeSchema(source)).toEqual(first);
  expect(await migrate(source)).toEqual([]);
  await source.destroy();
});

it('runs once when several processes start at once', async () => {
  const sources = await Promise.all([1, 2, 3].map(async () => await openDataSource(database.url, SCHEMA, 2)));
  const ran = await Promise.all(sources.map(async (source) => await migrate(source)));
  expect(ran.flat()).toEqual(SCHEMA.migrations.map((migration) => migration.name));
  await Promise.all(sources.map(async (source) => await source.destroy()));
});

it('leaves no drift between the entities and the tables', async () => {
  const { source, drop } = await aDatabase();
  const entities = source.entityMetadatas.map((entity) => [entity.tableName, columnsOf(source, entity)]);
  const tables = await Promise.all(source.entityMetadatas.map(async (entity) => [entity.tableName, await columnsIn(source, entity.tableName)]));
  expect(Object.fromEntries(entities)).toEqual(Object.fromEntries(tables));
  await drop();
});

interface Column {
  type: string;
  nullable: boolean;
  primary: boolean;
}

function columnsOf(source: DataSource, entity: EntityMetadata): Record<string, Column> {
  return Object.fromEntries(
    entity.columns.map((column) => [
      column.databaseName,
      { type: source.driver.normalizeType(column) + (column.isArray ? '[]' : ''), nullable: column.isNullable, primary: column.isPrimary },
    ]),
  );
}

async function columnsIn(source: DataSource, table: string): Promise<Record<string, Column>> {
  const rows: { name: string; type: string; nullable: boolean; primary: boolean }[] = await source.query(
    `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
       coalesce(a.attnum = ANY(p.conkey), false) AS primary
     FROM pg_attribute a LEFT JOIN pg_constraint p ON p.conrelid = a.attrelid AND p.contype = 'p'
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1`,
    [table],
  );
  const known = new Set(source.getMetadata(table).columns.map((column) => column.databaseName));
  const unknown = rows.filter(({ name }) => !known.has(name)).map(({ name }) => `${table}.${name}`);
  expect({ columnsWithoutAnEntity: unknown }).toEqual({ columnsWithoutAnEntity: unknown.filter((name) => TRIGGERS_WRITE.has(name)) });
  return Object.fromEntries(rows.filter(({ name }) => known.has(name)).map(({ name, type, nullable, primary }) => [name, { type, nullable, primary }]));
}

/** Columns that no entity has, because a trigger writes them. */
const TRIGGERS_WRITE = new Set(['slot.occupied', 'slot.room_shared']);
