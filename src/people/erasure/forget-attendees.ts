import type { EntityManager } from 'typeorm';
import { emptyAttendance } from '../../attendance/empty-attendance.js';
import { forgetFollowed } from '../../notifications/followed/forget-followed.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { forgetAccount, forgetMails } from './erase-account.js';

export interface Forgotten {
  registrations: number;
  /** People who were nothing else here: their accounts are gone too. */
  accounts: number;
}

interface Account {
  id: string;
  index: Buffer;
  sealed: Buffer;
  isSomethingElse: boolean;
}

/**
 * Forgets all attendees of a conference, in one transaction: registrations, tickets, check-ins, which sessions anybody follows,
 * what waits to be told to them, and the accounts of those who neither work, speak nor take part elsewhere. What is left is counts.
 */
export async function forgetAttendees(tx: EntityManager, sealing: Sealing, conferenceId: string): Promise<Forgotten> {
  const { accountIds } = await emptyAttendance(tx, conferenceId);
  const followers = await forgetFollowed(tx, conferenceId);
  const accounts = await tx.query<Account[]>(
    `SELECT a.id, a.email_index AS index, a.email_sealed AS sealed,
            EXISTS (SELECT 1 FROM membership WHERE account_id = a.id) OR EXISTS (SELECT 1 FROM speaker WHERE account_id = a.id)
            OR EXISTS (SELECT 1 FROM registration WHERE account_id = a.id) OR EXISTS (SELECT 1 FROM followed_session WHERE account_id = a.id) AS "isSomethingElse"
     FROM account a WHERE a.id = ANY($1::uuid[]) ORDER BY a.id FOR UPDATE`,
    [[...accountIds, ...followers]],
  );
  await forgetMails(tx, sealing, new Set(accounts.map(({ id, sealed }) => sealing.open(sealed, `account.email:${id}`))));
  const erased = accounts.filter(({ isSomethingElse }) => !isSomethingElse);
  for (const { id, index } of erased) await forgetAccount(tx, id, index);
  return { registrations: accountIds.length, accounts: erased.length };
}
