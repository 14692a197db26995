import type { DataSource } from 'typeorm';
import { recordAudit } from '../../platform/audit/record-audit.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { forgetAccount, forgetMails } from './erase-account.js';

/** Accounts of one transaction: each is looked for in all mails that wait. */
const AT_ONCE = 500;

/**
 * Erases the accounts of people who are nothing here and do not come back: no role, no speaker, no registration, no session
 * that they follow, signed in nowhere, and not for so many days. Who registered is kept as long as their conference keeps them.
 * @param days null: as long as the server stands
 */
export async function eraseIdleAccounts(source: DataSource, sealing: Sealing, now: Date, days: number | null): Promise<number> {
  if (days === null) return 0;
  let erased = 0;
  for (;;) {
    const count = await source.transaction(async (tx) => {
      const idle = await tx.query<{ id: string; index: Buffer; sealed: Buffer }[]>(
        `SELECT a.id, a.email_index AS index, a.email_sealed AS sealed FROM account a
         WHERE a.signed_in_at < $1::timestamptz - make_interval(days => $2)
           AND NOT EXISTS (SELECT 1 FROM auth_session WHERE account_id = a.id AND expires_at > $1)
           AND NOT EXISTS (SELECT 1 FROM membership WHERE account_id = a.id) AND NOT EXISTS (SELECT 1 FROM speaker WHERE account_id = a.id)
           AND NOT EXISTS (SELECT 1 FROM registration WHERE account_id = a.id) AND NOT EXISTS (SELECT 1 FROM followed_session WHERE account_id = a.id)
         ORDER BY a.id LIMIT ${AT_ONCE} FOR UPDATE`,
        [now, days],
      );
      if (idle.length === 0) return 0;
      await forgetMails(tx, sealing, new Set(idle.map(({ id, sealed }) => sealing.open(sealed, `account.email:${id}`))));
      for (const { id, index } of idle) await forgetAccount(tx, id, index);
      await recordAudit(tx, { actor: 'retention', action: 'erase-idle-accounts', conferenceId: null, subject: 'accounts', details: { accounts: idle.length } });
      return idle.length;
    });
    erased += count;
    if (count < AT_ONCE) return erased;
  }
}
