import type { EntityManager } from 'typeorm';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { SignedInPerson } from '../accounts/signed-in-person.js';

/** Minutes after the mail in which the first second factor may be set up. */
const FIRST_FACTOR_MINUTES = 15;

/**
 * Who may change the second factors: one who showed one in this session; where there is none yet, one who came by mail just
 * now, so that a session left open in a library does not become the key. Locks the account until the transaction's end.
 * @throws ProblemError `second-factor-required` or `sign-in-first`
 */
export async function mustBeAllowedToChangeFactors(tx: EntityManager, { accountId, sessionId, strong }: SignedInPerson): Promise<void> {
  await tx.query(`SELECT 1 FROM account WHERE id = $1 FOR UPDATE`, [accountId]);
  if (strong) return;
  if (await hasSecondFactor(tx, accountId)) throw problem('second-factor-required', 'Show the second factor that you have, then change it.');
  const [fresh] = await tx.query<unknown[]>(`SELECT 1 FROM auth_session WHERE id = $1 AND created_at > now() - make_interval(mins => $2)`, [sessionId, FIRST_FACTOR_MINUTES]);
  if (fresh === undefined) throw problem('sign-in-first', `Sign in anew: the first second factor is set up within ${FIRST_FACTOR_MINUTES} minutes after that.`);
}

export async function hasSecondFactor(tx: EntityManager, accountId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM passkey WHERE account_id = $1 UNION ALL SELECT 1 FROM totp WHERE account_id = $1 AND confirmed_at IS NOT NULL LIMIT 1`,
    [accountId],
  );
  return rows.length > 0;
}

/** The second factor was shown: this session may act for staff roles. */
export async function makeStrong(tx: EntityManager, sessionId: string): Promise<void> {
  await tx.query(`UPDATE auth_session SET strong = true WHERE id = $1`, [sessionId]);
}

/** After one was removed: with none left, no session counts as strong, and the codes that stood in for it are gone. */
export async function settleAfterRemoval(tx: EntityManager, accountId: string): Promise<void> {
  if (await hasSecondFactor(tx, accountId)) return;
  await tx.query(`UPDATE auth_session SET strong = false WHERE account_id = $1`, [accountId]);
  await tx.query(`DELETE FROM recovery_code WHERE account_id = $1`, [accountId]);
}

/** Changes of what lets staff act are staff actions, whoever holds the account. */
export async function auditFactor(tx: EntityManager, accountId: string, what: string): Promise<void> {
  await recordAudit(tx, { actor: `account:${accountId}`, action: `own-account.${what}`, conferenceId: null, subject: `account:${accountId}` });
}
