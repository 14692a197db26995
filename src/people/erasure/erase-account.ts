import type { EntityManager } from 'typeorm';
import { leaveAttendance } from '../../attendance/leave-attendance.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { HELD_ABOUT_A_PERSON } from './held-about-a-person.js';

/**
 * Erases one account and all that is theirs, in the given transaction: what is left is counts. Their sessions end, and with
 * them their open sockets. The audit log keeps the account's id, which then refers to nobody.
 * @throws ProblemError `conflict` for the last administrator
 */
export async function eraseAccount(tx: EntityManager, sealing: Sealing, accountId: string): Promise<void> {
  await leaveAttendance(tx, sealing, accountId);
  await refuseLastAdministrator(tx, accountId);
  const [account] = await tx.query<{ index: Buffer; sealed: Buffer }[]>(`SELECT email_index AS index, email_sealed AS sealed FROM account WHERE id = $1 FOR UPDATE`, [accountId]);
  if (account === undefined) return;
  await forgetMails(tx, sealing, new Set([sealing.open(account.sealed, `account.email:${accountId}`)]));
  await forgetAccount(tx, accountId, account.index);
}

/** What is found by the account, or by its address's index; mails and attendance are its caller's matter. */
export async function forgetAccount(tx: EntityManager, accountId: string, emailIndex: Buffer): Promise<void> {
  for (const { table, column } of HELD_ABOUT_A_PERSON) {
    if (column === 'email_index' && table !== 'account') await tx.query(`DELETE FROM ${table} WHERE email_index = $1`, [emailIndex]);
  }
  // the rest goes, or lets go, with it: ON DELETE CASCADE or SET NULL, which erasure.spec.ts sees to
  await tx.query(`DELETE FROM account WHERE id = $1`, [accountId]);
}

async function refuseLastAdministrator(tx: EntityManager, accountId: string): Promise<void> {
  const rows = await tx.query<{ id: string }[]>(`SELECT account_id AS id FROM membership WHERE role = 'administrator' ORDER BY id FOR UPDATE`);
  if (rows.length > 0 && rows.every(({ id }) => id === accountId)) {
    throw problem('conflict', 'You are the only administrator: without you nobody could look after this server. Make somebody else one first.');
  }
}

/** Mails carry no account, only a sealed address, until they are sent: so each that waits is looked at. */
export async function forgetMails(tx: EntityManager, sealing: Sealing, emails: ReadonlySet<string>): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const mails = await tx.query<{ id: string; sealed: Buffer }[]>(`SELECT id, email_sealed AS sealed FROM mail WHERE id > $1 AND email_sealed <> '' ORDER BY id LIMIT 1000`, [after]);
    const theirs = mails.filter(({ id, sealed }) => emails.has(sealing.open(sealed, `mail.email:${id}`))).map(({ id }) => id);
    if (theirs.length > 0) await tx.query(`DELETE FROM mail WHERE id = ANY($1::uuid[])`, [theirs]);
    const last = mails.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
