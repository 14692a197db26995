import type { EntityManager } from 'typeorm';
import type { WelcomeRequest } from '../../contract/account.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { findOrMakeAccount } from './find-or-make-account.js';
import { hashSecret } from './secrets.js';

export interface Welcomed {
  accountId: string;
  /** The account was made just now: whoever showed the link is signed in to it. */
  isNew: boolean;
}

/**
 * Takes the operator's link, once. It makes the account of a new address at once, for on a fresh server no mail may go out yet;
 * an account that exists is its owner's, who signs in to it first.
 * Refuses with `sign-in-expired`, `sign-in-used`, `sign-in-first` or `invalid-input`.
 */
export async function acceptAdministratorLink(tx: EntityManager, sealing: Sealing, { token, email, language }: WelcomeRequest, signedIn: string | null): Promise<Welcomed> {
  const [link] = await tx.query<{ id: string; isUsed: boolean; isOver: boolean }[]>(
    `SELECT id, accepted_at IS NOT NULL AS "isUsed", expires_at < now() OR revoked_at IS NOT NULL AS "isOver" FROM invitation
     WHERE token_hash = $1 AND role = 'administrator' AND email_index IS NULL FOR UPDATE`,
    [hashSecret(token)],
  );
  if (link?.isUsed === true) throw problem('sign-in-used', 'This link was used already. The operator prints a new one with: npm run meridian -- administrator-link');
  if (link === undefined || link.isOver) throw problem('sign-in-expired', 'This link is no longer valid. The operator prints a new one with: npm run meridian -- administrator-link');
  const welcomed = signedIn === null ? await newAccount(tx, sealing, email, language) : { accountId: signedIn, isNew: false };
  await tx.query(`UPDATE invitation SET accepted_at = now() WHERE id = $1`, [link.id]);
  await tx.query(`INSERT INTO membership (id, account_id, role) VALUES ($1, $2, 'administrator') ON CONFLICT DO NOTHING`, [newId(), welcomed.accountId]);
  await recordAudit(tx, { actor: 'operator', action: 'manage-team.administrator-link', conferenceId: null, subject: `account:${welcomed.accountId}` });
  return welcomed;
}

async function newAccount(tx: EntityManager, sealing: Sealing, email: string | undefined, language: string): Promise<Welcomed> {
  if (email === undefined) throw problem('invalid-input', 'Give your e-mail address.', { errors: [{ path: '/email', message: 'Give your e-mail address.' }] });
  const found = await findOrMakeAccount(tx, sealing, email, language);
  if (!found.isNew) throw problem('sign-in-first', 'There is an account with this address already. Sign in to it, then open the link again.');
  return found;
}
