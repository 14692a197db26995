import { createHmac } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { PushSubscription } from '../../contract/push.js';
import { newId } from '../../platform/new-id.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import type { PushTarget } from './push-sender.js';

interface Device {
  accountId: string;
  sessionId: string;
}

/** Keeps where one session's device is told; one that it had before goes. A browser that somebody else had subscribed is theirs no longer. */
export async function keepSubscription(tx: EntityManager, sealing: Sealing, { accountId, sessionId }: Device, { endpoint, keys }: PushSubscription): Promise<void> {
  // two presses at once come one after another
  await tx.query(`SELECT FROM auth_session WHERE id = $1 FOR UPDATE`, [sessionId]);
  const index = createHmac('sha256', sealing.deriveKey('push-endpoint')).update(endpoint).digest();
  const [known] = await tx.query<{ id: string }[]>(`SELECT id FROM push_subscription WHERE endpoint_index = $1 AND account_id = $2`, [index, accountId]);
  const id = known?.id ?? newId<string>();
  await tx.query(`DELETE FROM push_subscription WHERE (session_id = $1 OR endpoint_index = $2) AND id <> $3`, [sessionId, index, id]);
  await tx.query(
    `INSERT INTO push_subscription (id, account_id, session_id, endpoint_index, endpoint_sealed, keys_sealed) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET session_id = excluded.session_id, endpoint_sealed = excluded.endpoint_sealed, keys_sealed = excluded.keys_sealed`,
    [
      id, accountId, sessionId, index,
      sealing.seal(endpoint, `push_subscription.endpoint:${id}`),
      sealing.seal(JSON.stringify(keys), `push_subscription.keys:${id}`),
    ],
  );
}

export async function isSubscribed(tx: EntityManager, { sessionId }: Device): Promise<boolean> {
  return (await tx.query<unknown[]>(`SELECT 1 FROM push_subscription WHERE session_id = $1`, [sessionId])).length > 0;
}

export async function endSubscription(tx: EntityManager, { sessionId }: Device): Promise<void> {
  await tx.query(`DELETE FROM push_subscription WHERE session_id = $1`, [sessionId]);
}

/** Its push service knows it no longer; what waits for it goes with it. */
export async function removeSubscription(tx: EntityManager, id: string): Promise<void> {
  await tx.query(`DELETE FROM push_subscription WHERE id = $1`, [id]);
}

/** Null: it is gone, or the session that it was made in is over. */
export async function readTarget(tx: EntityManager, sealing: Sealing, id: string): Promise<(PushTarget & { language: string }) | null> {
  const [row] = await tx.query<{ endpoint: Buffer; keys: Buffer; language: string }[]>(
    `SELECT s.endpoint_sealed AS endpoint, s.keys_sealed AS keys, a.language FROM push_subscription s
     JOIN account a ON a.id = s.account_id JOIN auth_session h ON h.id = s.session_id AND h.expires_at > now() WHERE s.id = $1`,
    [id],
  );
  if (row === undefined) return null;
  return {
    endpoint: sealing.open(row.endpoint, `push_subscription.endpoint:${id}`),
    keys: JSON.parse(sealing.open(row.keys, `push_subscription.keys:${id}`)) as PushTarget['keys'],
    language: row.language,
  };
}
