import type { DataSource } from 'typeorm';
import { auditHash, type AuditEntry } from './record-audit.js';

export interface AuditVerdict {
  /** Entries that were looked at. */
  entries: number;
  /** In hex: note it elsewhere, and a log that was cut at its end, or written anew, is found by it. Empty for an empty log. */
  lastHash: string;
  /** The first entry that does not fit, and why; null: the chain is whole. */
  broken: { number: number; why: 'altered' | 'removed-before' | 'inserted' } | null;
}

interface Row extends Required<AuditEntry> {
  number: string;
  at: Date;
  previous: Buffer;
  hash: Buffer;
}

const ROWS_AT_ONCE = 1_000;

/**
 * Follows the chain of the audit log from its first entry: an entry that was altered, removed or put between does not fit.
 * What the chain alone cannot show is a log whose end was cut off, or that was written anew as a whole: compare `lastHash` with one noted before.
 */
export async function verifyAudit(source: DataSource): Promise<AuditVerdict> {
  let previous: Buffer = Buffer.alloc(32);
  let entries = 0;
  const end = (broken: AuditVerdict['broken']): AuditVerdict => ({ entries, lastHash: entries === 0 ? '' : previous.toString('hex'), broken });
  for (;;) {
    const rows = await source.query<Row[]>(
      `SELECT number, at, actor, action, conference_id AS "conferenceId", subject, details, previous_hash AS previous, hash
       FROM audit_entry WHERE number > $1 ORDER BY number LIMIT $2`,
      [entries, ROWS_AT_ONCE],
    );
    for (const row of rows) {
      const number = Number(row.number);
      if (number !== entries + 1) return end({ number, why: 'removed-before' });
      const { actor, action, conferenceId, subject, details } = row;
      const expected = auditHash({ number, at: row.at.toISOString(), actor, action, conferenceId, subject, details }, row.previous);
      if (!expected.equals(row.hash)) return end({ number, why: 'altered' });
      if (!row.previous.equals(previous)) return end({ number, why: 'inserted' });
      previous = row.hash;
      entries = number;
    }
    if (rows.length < ROWS_AT_ONCE) return end(null);
  }
}
