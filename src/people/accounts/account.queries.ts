import type { EntityManager } from 'typeorm';
import type { MyAccount, MySession } from '../../contract/account.js';
import { STAFF } from '../../platform/access/policy.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import type { SignedInPerson } from './signed-in-person.js';

interface AccountRow {
  handle: string;
  email: Buffer;
  zone: string | null;
  language: string;
  isSetUp: boolean;
  followsSince: Date | null;
}

/** One's own account, with the address in clear: for nobody else's eyes. */
export async function readMyAccount(tx: EntityManager, sealing: Sealing, person: SignedInPerson): Promise<MyAccount> {
  const { accountId, sessionId, strong, grants } = person;
  const [row] = await tx.query<[AccountRow]>(
    `SELECT handle, email_sealed AS email, zone, language,
            EXISTS (SELECT 1 FROM passkey WHERE account_id = account.id)
            OR EXISTS (SELECT 1 FROM totp WHERE account_id = account.id AND confirmed_at IS NOT NULL) AS "isSetUp",
            (SELECT since FROM following WHERE account_id = account.id) AS "followsSince"
     FROM account WHERE id = $1`,
    [accountId],
  );
  return {
    accountId,
    sessionId,
    handle: row.handle,
    email: sealing.open(row.email, `account.email:${accountId}`),
    zone: row.zone,
    language: row.language,
    strong,
    secondFactor: { isSetUp: row.isSetUp, isNeeded: grants.some(({ role }) => STAFF.includes(role)) },
    followsSince: row.followsSince?.toISOString() ?? null,
    grants: [...grants],
  };
}

export async function readMySessions(tx: EntityManager, { accountId, sessionId }: SignedInPerson): Promise<MySession[]> {
  const rows = await tx.query<{ id: string; device: string; strong: boolean; createdAt: Date; seenAt: Date }[]>(
    `SELECT id, device, strong, created_at AS "createdAt", seen_at AS "seenAt" FROM auth_session
     WHERE account_id = $1 AND expires_at > now() ORDER BY id = $2 DESC, seen_at DESC LIMIT 100`,
    [accountId, sessionId],
  );
  return rows.map((row) => ({ ...row, isThisOne: row.id === sessionId, createdAt: row.createdAt.toISOString(), seenAt: row.seenAt.toISOString() }));
}
