import type { EntityManager } from 'typeorm';
import type { Outbox, OutboxMail } from '../contract/outbox.js';
import type { PageQuery } from '../contract/page.js';
import type { Sealing } from '../platform/sealing/sealing.js';
import { renderMail, type SealedMail } from './render-mail.js';

interface Row extends SealedMail {
  createdAt: Date;
  sentAt: Date | null;
  tries: number;
  error: string | null;
  isGivenUp: boolean;
}

/** One page of the outbox, the newest first. */
export async function readOutbox(tx: EntityManager, sealing: Sealing, { limit, after }: PageQuery): Promise<Omit<Outbox, 'isDelivering'>> {
  const rows: Row[] = await tx.query(
    `SELECT id, email_sealed AS "emailSealed", template, language, params_sealed AS "paramsSealed", created_at AS "createdAt", sent_at AS "sentAt",
            tries, error, next_try_at = 'infinity' AS "isGivenUp"
     FROM mail WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
    [after ?? null, limit + 1],
  );
  const [count] = await tx.query<[{ total: number }]>(`SELECT count(*)::int AS total FROM mail`);
  const items = rows.slice(0, limit);
  return { items: items.map((row) => toMail(sealing, row)), total: count.total, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function toMail(sealing: Sealing, row: Row): OutboxMail {
  const { id, template, createdAt, sentAt, tries, error, isGivenUp } = row;
  return {
    id,
    template,
    state: sentAt !== null ? 'sent' : isGivenUp ? 'failed' : 'waiting',
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    tries,
    error,
    mail: sentAt === null ? opened(sealing, row) : null,
  };
}

function opened(sealing: Sealing, row: Row): OutboxMail['mail'] {
  try {
    return renderMail(sealing, row);
  } catch {
    return null;
  }
}
