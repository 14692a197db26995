import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

export interface AuditEntry {
  /** `actorName(actor)`: an account's id, or the operator; never a name or an address. */
  actor: string;
  /** What was done, in the policy's words or a use case's name: `manage-team.invite`. */
  action: string;
  conferenceId: string | null;
  /** What it was done to: `room:ID`. */
  subject: string;
  /** Plain values that explain it; no personal data. */
  details?: Record<string, string | number | boolean | null>;
}

/** One writer at a time, or two entries would follow the same one. */
const AUDIT_LOCK = 7_345_102_553;

/**
 * Appends to the audit log, in the transaction of what it records. Each entry holds the hash of the one before, so that a
 * row which is altered, removed or put between is found (verify-audit.ts).
 */
export async function recordAudit(tx: EntityManager, entry: AuditEntry): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [AUDIT_LOCK]);
  const [last] = await tx.query<{ number: string; hash: Buffer }[]>(`SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1`);
  const number = Number(last?.number ?? 0) + 1;
  const at = new Date();
  const previous = last?.hash ?? Buffer.alloc(32);
  const row = { ...entry, details: entry.details ?? {}, number, at: at.toISOString() };
  await tx.query(
    `INSERT INTO audit_entry (number, at, actor, action, conference_id, subject, details, previous_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [number, at, row.actor, row.action, row.conferenceId, row.subject, JSON.stringify(row.details), previous, auditHash(row, previous)],
  );
}

/** SHA-256 over the previous hash and the entry's values in a fixed order. */
export function auditHash(entry: Required<AuditEntry> & { number: number; at: string }, previous: Buffer): Buffer {
  const details = Object.entries(entry.details).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([entry.number, entry.at, entry.actor, entry.action, entry.conferenceId, entry.subject, details]);
  return createHash('sha256').update(previous).update(text).digest();
}
