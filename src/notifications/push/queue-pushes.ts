import type { EntityManager } from 'typeorm';
import type { NotificationKind, NotificationParams } from '../../contract/notifications.js';

interface PushNews {
  kind: NotificationKind;
  conferenceId: string;
  params: NotificationParams;
  until?: Date;
}

/** On which processes hear that there is something to push. */
export const PUSH_CHANNEL = 'push_queued';

const DAY_MS = 24 * 3_600_000;

/**
 * Puts a push for each device of these people into the outbox, in one statement, in the transaction of what it tells. Who has
 * no device that subscribed is told nothing: no request leaves for a push service. `at` says which of the news.
 */
export async function queuePushes(tx: EntityManager, news: readonly PushNews[], readers: readonly { at: number; accountId: string }[]): Promise<void> {
  if (readers.length === 0) return;
  const usual = new Date(Date.now() + DAY_MS);
  const rows = news.map(({ conferenceId, kind, params, until = usual }, at) => ({ at, conferenceId, kind, params, until: until.toISOString() }));
  await tx.query(
    `WITH queued AS (
       INSERT INTO push_message (id, subscription_id, conference_id, kind, params, expires_at)
       SELECT gen_random_uuid(), s.id, n."conferenceId", n.kind, n.params, n.until
       FROM unnest($1::integer[], $2::uuid[]) AS r (at, account_id)
       JOIN jsonb_to_recordset($3::jsonb) AS n (at integer, "conferenceId" uuid, kind text, params jsonb, until timestamptz) USING (at)
       JOIN push_subscription s ON s.account_id = r.account_id
       JOIN auth_session a ON a.id = s.session_id AND a.expires_at > now()
       RETURNING 1
     ) SELECT pg_notify($4, '') FROM queued LIMIT 1`,
    [readers.map(({ at }) => at), readers.map(({ accountId }) => accountId), JSON.stringify(rows), PUSH_CHANNEL],
  );
}
