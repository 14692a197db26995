import type { DataSource } from 'typeorm';
import type { Sealing } from './sealing.js';

/** A column whose texts are sealed. Found by its name; the context of a text is made of the names and the row's key, as everywhere. */
interface SealedColumn {
  table: string;
  column: string;
  key: string;
}

const ROWS_AT_ONCE = 500;
const contextOf = ({ table, column }: SealedColumn, key: string): string => `${table}.${column.replace(/_sealed$/, '')}:${key}`;

async function readSealedColumns(source: DataSource): Promise<SealedColumn[]> {
  return await source.query<SealedColumn[]>(
    `SELECT c.relname AS table, a.attname AS column, k.attname AS key
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = i.indkey[0]
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname LIKE '%\\_sealed' AND NOT a.attisdropped ORDER BY 1, 2`,
  );
}

/** The ids of the keys that some text is sealed with. */
export async function keysInUse(source: DataSource, sealing: Sealing): Promise<Set<string>> {
  const used = new Set<string>();
  for (const { table, column } of await readSealedColumns(source)) {
    const heads = await source.query<{ head: Buffer }[]>(`SELECT DISTINCT substr("${column}", 1, 1 + get_byte("${column}", 0)) AS head FROM "${table}" WHERE "${column}" <> ''`);
    for (const { head } of heads) used.add(sealing.keyIdOf(head));
  }
  return used;
}

/** Seals anew, with the current key, every text that was sealed with another. A row that changes meanwhile is left to whoever changes it. Answers how many. */
export async function resealAll(source: DataSource, sealing: Sealing): Promise<number> {
  let resealed = 0;
  for (const column of await readSealedColumns(source)) resealed += await resealColumn(source, sealing, column);
  return resealed;
}

async function resealColumn(source: DataSource, sealing: Sealing, at: SealedColumn): Promise<number> {
  const { table, column, key } = at;
  let resealed = 0;
  let after: string | null = null;
  for (;;) {
    const rows: { key: string; sealed: Buffer }[] = await source.query(
      `SELECT "${key}" AS key, "${column}" AS sealed FROM "${table}" WHERE "${column}" <> '' AND ($1::uuid IS NULL OR "${key}" > $1::uuid) ORDER BY "${key}" LIMIT ${ROWS_AT_ONCE}`,
      [after],
    );
    for (const row of rows.filter(({ sealed }) => sealing.isOld(sealed))) {
      const context = contextOf(at, row.key);
      const fresh = sealing.seal(sealing.open(row.sealed, context), context);
      const [, count] = await source.query<[unknown[], number]>(`UPDATE "${table}" SET "${column}" = $2 WHERE "${key}" = $1 AND "${column}" = $3`, [row.key, fresh, row.sealed]);
      resealed += count;
    }
    after = rows.at(-1)?.key ?? null;
    if (rows.length < ROWS_AT_ONCE) return resealed;
  }
}
