import type { DataSource } from 'typeorm';
import { LEASE_SECONDS, type Failure } from './mail-outcome.js';
import type { MailTemplate } from './mail-templates.js';

export interface ClaimedMail {
  id: string;
  emailSealed: Buffer;
  template: MailTemplate;
  language: string;
  paramsSealed: Buffer;
  /** This attempt included. It is also what says that the claim is still ours. */
  tries: number;
}

/**
 * Takes the mail that is due first, and nobody else's: the claim is written and committed before anything is sent. A
 * process that dies with it leaves it to the others when the lease is over.
 */
export async function claimMail(source: DataSource): Promise<ClaimedMail | null> {
  const [rows] = await source.query<[ClaimedMail[], number]>(
    `UPDATE mail SET tries = tries + 1, next_try_at = now() + make_interval(secs => $1)
     WHERE id = (SELECT id FROM mail WHERE sent_at IS NULL AND next_try_at <= now() ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, email_sealed AS "emailSealed", template, language, params_sealed AS "paramsSealed", tries`,
    [LEASE_SECONDS],
  );
  return rows[0] ?? null;
}

/** Sent: where it went and what it said is forgotten. */
export async function markSent(source: DataSource, { id }: ClaimedMail): Promise<void> {
  await source.query(`UPDATE mail SET sent_at = now(), email_sealed = '', params_sealed = '', error = NULL WHERE id = $1`, [id]);
}

export async function markFailed(source: DataSource, { id, tries }: ClaimedMail, { error, retryInSeconds }: Failure): Promise<void> {
  await source.query(
    `UPDATE mail SET error = $3, next_try_at = CASE WHEN $4::integer IS NULL THEN 'infinity' ELSE now() + make_interval(secs => $4) END
     WHERE id = $1 AND tries = $2 AND sent_at IS NULL`,
    [id, tries, error, retryInSeconds],
  );
}

/** Milliseconds until the next mail is due; null when none waits. */
export async function untilNextMail(source: DataSource): Promise<number | null> {
  const [row] = await source.query<{ wait: number | null }[]>(
    `SELECT (extract(epoch FROM min(next_try_at) - now()) * 1000)::float8 AS wait FROM mail WHERE sent_at IS NULL AND next_try_at < 'infinity'`,
  );
  return row?.wait ?? null;
}
