import type { DataSource } from 'typeorm';

/** One number for all processes of Meridian on one database: only one of them migrates at a time. */
const MIGRATION_LOCK = 7_345_102_551;

/** Brings the schema up to date under an advisory lock, so that N processes may start at once. Returns the names that ran. */
export async function migrate(source: DataSource): Promise<string[]> {
  const holder = source.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      const ran = await source.runMigrations({ transaction: 'each' });
      return ran.map((migration) => migration.name);
    } finally {
      await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    await holder.release();
  }
}
