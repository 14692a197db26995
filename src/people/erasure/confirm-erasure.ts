import { timingSafeEqual } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { queueMail } from '../../notifications/queue-mail.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { hashSecret, newCode } from '../accounts/secrets.js';

const MINUTES = 15;
const MOST_TRIES = 5;

/** Sends the code that confirms an erasure. @throws ProblemError `too-many-requests` within a minute of the last one */
export async function sendErasureCode(tx: EntityManager, sealing: Sealing, accountId: string): Promise<void> {
  const code = newCode();
  const made: unknown[] = await tx.query(
    `INSERT INTO erasure_code AS e (account_id, code_hash, expires_at) VALUES ($1, $2, now() + make_interval(mins => $3))
     ON CONFLICT (account_id) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0
     WHERE e.expires_at < now() + make_interval(mins => $3 - 1) RETURNING account_id`,
    [accountId, hashSecret(code), MINUTES],
  );
  if (made.length === 0) throw problem('too-many-requests', 'A code is on its way. Ask for another in a minute.', { retryAfter: 60 });
  const [account] = await tx.query<[{ sealed: Buffer; language: string }]>(`SELECT email_sealed AS sealed, language FROM account WHERE id = $1`, [accountId]);
  const email = sealing.open(account.sealed, `account.email:${accountId}`);
  await queueMail(tx, sealing, { email, language: account.language, template: 'erase-code', params: { code, minutes: MINUTES } });
}

/** Not in the transaction of the erasure: a try counts also where it fails. @throws ProblemError `invalid-input` */
export async function checkErasureCode(tx: EntityManager, accountId: string, code: string): Promise<void> {
  const [rows] = await tx.query<[{ hash: Buffer }[], number]>(
    `UPDATE erasure_code SET tries = tries + 1 WHERE account_id = $1 AND expires_at > now() AND tries < $2 RETURNING code_hash AS hash`,
    [accountId, MOST_TRIES],
  );
  const [held] = rows;
  if (held !== undefined && timingSafeEqual(held.hash, hashSecret(code))) return;
  const message = 'This is not the code of the last mail, or it is older than 15 minutes, or five others were tried. Ask for a new one.';
  throw problem('invalid-input', message, { errors: [{ path: '/code', message }] });
}
