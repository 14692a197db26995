import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';

/** What the application's features bring to the database (see src/schema.ts). */
export interface Schema {
  entities: (new () => object)[];
  migrations: (new () => MigrationInterface)[];
}

/** Options for any PostgreSQL from 14 on. The schema is made by migrations only, never by `synchronize`. */
export function dataSourceOptions(url: string, schema: Schema, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: schema.entities,
    migrations: schema.migrations,
    synchronize: false,
    logging: false,
    poolSize,
    applicationName: 'meridian',
    // what is done every 20 s finds its connections again: to sign in anew costs more than the query
    extra: { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 60_000 },
  };
}

export async function openDataSource(url: string, schema: Schema, poolSize?: number): Promise<DataSource> {
  return await new DataSource(dataSourceOptions(url, schema, poolSize)).initialize();
}
