import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { hashSecret } from '../accounts/secrets.js';

const COUNT = 10;
// without those that are read as another
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 12;

/** Ten codes for the day on which the second factor is lost. Those from before stop working. */
export async function makeRecoveryCodes(tx: EntityManager, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newRecoveryCode);
  await tx.query(`DELETE FROM recovery_code WHERE account_id = $1`, [accountId]);
  await tx.query(`INSERT INTO recovery_code (account_id, code_hash) SELECT $1, unnest($2::bytea[])`, [accountId, codes.map((code) => hashRecoveryCode(code, accountId))]);
  return codes;
}

/** Whether it is one of theirs that was not used; it is used up by this. */
export async function useRecoveryCode(tx: EntityManager, accountId: string, code: string): Promise<boolean> {
  const used: unknown[] = await tx.query(
    `WITH used AS (UPDATE recovery_code SET used_at = now() WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1) SELECT * FROM used`,
    [accountId, hashRecoveryCode(code, accountId)],
  );
  return used.length > 0;
}

/** `abcd-efgh-jkmn`: 59 random bits. */
function newRecoveryCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

const hashRecoveryCode = (code: string, accountId: string): Buffer => hashSecret(`${accountId}:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`);
