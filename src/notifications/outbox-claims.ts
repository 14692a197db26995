import type { DataSource } from 'typeorm';
import { LEASE_SECONDS, type Failure } from './outcome.js';

/** A table of what is to be sent, with `id`, `tries`, `next_try_at`, `sent_at` and `error`; `columns` is what sending takes besides. */
export interface OutboxTable {
  table: 'mail' | 'push_message';
  columns: string;
}

export interface Claimed {
  id: string;
  /** This attempt included. It is also what says that the claim is still ours. */
  tries: number;
}

/**
 * Takes what is due first, and nobody else's: the claim is written and committed before anything is sent. A process that
 * dies with it leaves it to the others when the lease is over.
 */
export async function claimNext<C extends Claimed>(source: DataSource, { table, columns }: OutboxTable): Promise<C | null> {
  const [rows] = await source.query<[C[], number]>(
    `UPDATE ${table} SET tries = tries + 1, next_try_at = now() + make_interval(secs => $1)
     WHERE id = (SELECT id FROM ${table} WHERE sent_at IS NULL AND next_try_at <= now() ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, tries, ${columns}`,
    [LEASE_SECONDS],
  );
  return rows[0] ?? null;
}

export async function markFailed(source: DataSource, { table }: OutboxTable, { id, tries }: Claimed, { error, retryInSeconds }: Failure): Promise<void> {
  await source.query(
    `UPDATE ${table} SET error = $3, next_try_at = CASE WHEN $4::integer IS NULL THEN 'infinity' ELSE now() + make_interval(secs => $4) END
     WHERE id = $1 AND tries = $2 AND sent_at IS NULL`,
    [id, tries, error, retryInSeconds],
  );
}

/** Milliseconds until the next is due; null when none waits. */
export async function untilNext(source: DataSource, { table }: OutboxTable): Promise<number | null> {
  const [row] = await source.query<{ wait: number | null }[]>(
    `SELECT (extract(epoch FROM min(next_try_at) - now()) * 1000)::float8 AS wait FROM ${table} WHERE sent_at IS NULL AND next_try_at < 'infinity'`,
  );
  return row?.wait ?? null;
}
