import type { EntityManager } from 'typeorm';
import { problem } from '../../platform/problems/problem-error.js';

const MINUTES = 5;

/** What a passkey is to sign next: one an account, and good for one answer. */
export async function keepChallenge(tx: EntityManager, accountId: string, challenge: string): Promise<void> {
  await tx.query(
    `INSERT INTO challenge (account_id, challenge, expires_at) VALUES ($1, $2, now() + make_interval(mins => $3))
     ON CONFLICT (account_id) DO UPDATE SET challenge = EXCLUDED.challenge, expires_at = EXCLUDED.expires_at`,
    [accountId, challenge, MINUTES],
  );
}

/** @throws ProblemError `passkey-refused` where none is waited for, or no longer */
export async function takeChallenge(tx: EntityManager, accountId: string): Promise<string> {
  const [row] = await tx.query<{ challenge: string }[]>(
    `WITH taken AS (DELETE FROM challenge WHERE account_id = $1 RETURNING challenge, expires_at > now() AS fresh) SELECT challenge FROM taken WHERE fresh`,
    [accountId],
  );
  if (row === undefined) throw problem('passkey-refused', 'That took too long, or was answered already. Try again.');
  return row.challenge;
}
