import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/new-id.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { newHandle } from './handles.js';

/** The account of an address that was verified; made at the first sign-in. */
export async function findOrMakeAccount(tx: EntityManager, sealing: Sealing, email: string, language: string): Promise<{ accountId: string; isNew: boolean }> {
  const index = sealing.emailIndex(email);
  const id = newId<string>();
  const made: unknown[] = await tx.query(
    `INSERT INTO account (id, email_index, email_sealed, handle, language) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (email_index) DO NOTHING RETURNING id`,
    [id, index, sealing.seal(email, `account.email:${id}`), newHandle(), language],
  );
  if (made.length > 0) return { accountId: id, isNew: true };
  const [row] = await tx.query<{ id: string }[]>(`SELECT id FROM account WHERE email_index = $1`, [index]);
  if (row === undefined) throw new Error('an account that was there is gone');
  return { accountId: row.id, isNew: false };
}
