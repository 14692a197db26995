import type { EntityManager } from 'typeorm';
import type { SecondFactors } from '../../contract/account.js';

export async function readSecondFactors(tx: EntityManager, accountId: string): Promise<SecondFactors> {
  const [row] = await tx.query<[SecondFactors]>(
    `SELECT coalesce((SELECT json_agg(json_build_object('id', id, 'label', label, 'createdAt', created_at) ORDER BY created_at) FROM passkey WHERE account_id = $1), '[]') AS passkeys,
            EXISTS (SELECT 1 FROM totp WHERE account_id = $1 AND confirmed_at IS NOT NULL) AS totp,
            (SELECT count(*)::int FROM recovery_code WHERE account_id = $1 AND used_at IS NULL) AS "recoveryCodes"`,
    [accountId],
  );
  return { ...row, passkeys: row.passkeys.map((passkey) => ({ ...passkey, createdAt: new Date(passkey.createdAt).toISOString() })) };
}
