import type { EntityManager } from 'typeorm';
import type { AuditPage, AuditQuery, AuditItem } from '../../contract/safety.js';

type Row = Omit<AuditItem, 'number' | 'at'> & { number: string; at: Date };

/** One page of the audit log, the newest first; of one conference, or of all. */
export async function readAudit(tx: EntityManager, conferenceId: string | null, { limit, before }: AuditQuery): Promise<AuditPage> {
  const rows = await tx.query<Row[]>(
    `SELECT number, at, actor, action, conference_id AS "conferenceId", subject, details FROM audit_entry
     WHERE ($1::uuid IS NULL OR conference_id = $1) AND ($2::bigint IS NULL OR number < $2) ORDER BY number DESC LIMIT $3`,
    [conferenceId, before ?? null, limit + 1],
  );
  const [count] = await tx.query<[{ total: number }]>(`SELECT count(*)::int AS total FROM audit_entry WHERE $1::uuid IS NULL OR conference_id = $1`, [conferenceId]);
  const items = rows.slice(0, limit).map((row) => ({ ...row, number: Number(row.number), at: row.at.toISOString() }));
  return { items, total: count.total, next: rows.length > limit ? (items.at(-1)?.number ?? null) : null };
}
