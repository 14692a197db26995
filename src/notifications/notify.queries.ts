import type { EntityManager } from 'typeorm';
import { NotificationKind, USUAL_WAYS, type NotificationPreference, type Notifications, type NotificationParams } from '../contract/notifications.js';

/** How one person wishes to be told, of every kind. */
export async function readPreferences(tx: EntityManager, accountId: string): Promise<NotificationPreference[]> {
  const rows = await tx.query<NotificationPreference[]>(`SELECT kind, in_app AS "inApp", mail, push FROM notification_preference WHERE account_id = $1`, [accountId]);
  return NotificationKind.options.map((kind) => rows.find((row) => row.kind === kind) ?? { kind, ...USUAL_WAYS[kind] });
}

/** The newest of one person's, and how many of all were not seen. */
export async function readNotifications(tx: EntityManager, accountId: string): Promise<Notifications> {
  const rows = await tx.query<{ id: string; kind: NotificationKind; params: NotificationParams; createdAt: Date; seenAt: Date | null }[]>(
    `SELECT id, kind, params, created_at AS "createdAt", seen_at AS "seenAt" FROM notification WHERE account_id = $1 ORDER BY id DESC LIMIT 100`,
    [accountId],
  );
  const [count] = await tx.query<[{ unseen: number }]>(`SELECT count(*)::int AS unseen FROM notification WHERE account_id = $1 AND seen_at IS NULL`, [accountId]);
  return { items: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), seenAt: row.seenAt?.toISOString() ?? null })), unseen: count.unseen };
}
