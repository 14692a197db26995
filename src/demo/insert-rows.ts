import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';

/** PostgreSQL takes 65,535 parameters a statement; no table here has more than 24 columns. */
const ROWS_A_STATEMENT = 2_000;

/** Inserts many rows in few statements. */
export async function insertRows<T extends ObjectLiteral>(
  tx: EntityManager, entity: EntityTarget<T>, rows: readonly QueryDeepPartialEntity<T>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await tx.insert(entity, rows.slice(from, from + ROWS_A_STATEMENT));
  }
}
