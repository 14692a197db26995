import type { EntityManager } from 'typeorm';
import { USUAL_WAYS, type NotificationKind, type NotificationParams, type Ways } from '../contract/notifications.js';
import { newId } from '../platform/new-id.js';
import type { Sealing } from '../platform/sealing/sealing.js';
import type { MailParams, MailTemplate } from './mail-templates.js';
import { queuePushes } from './push/queue-pushes.js';
import { queueMails } from './queue-mail.js';

/** On which processes hear whom to tell that there is something new. */
export const NOTIFICATION_CHANNEL = 'notification_added';

export interface News<T extends MailTemplate = MailTemplate> {
  accountIds: readonly string[];
  kind: NotificationKind;
  conferenceId: string;
  params: NotificationParams;
  /** What a mail of it says. */
  mail: { template: T; params: MailParams<T> };
  /** A push that was not delivered until then is not worth delivering; a day where left out. */
  until?: Date;
}

interface Reader extends Record<keyof Ways, boolean | null> {
  /** Which news. */
  at: number;
  id: string;
  emailSealed: Buffer;
  language: string;
}

/** Tells people, each in the ways they chose, in the transaction of the fact: they are told if it happened, and only then. */
export async function notify<T extends MailTemplate>(tx: EntityManager, sealing: Sealing, news: News<T>): Promise<void> {
  await notifyAll(tx, sealing, [news]);
}

/** The same of much at once: one statement a way, however many people and however much news. */
export async function notifyAll(tx: EntityManager, sealing: Sealing, news: readonly News[]): Promise<void> {
  const readers = await readReaders(tx, news);
  const by = (way: keyof Ways): Reader[] => readers.filter((reader) => reader[way] ?? newsOf(news, reader).usual[way]);
  await addToApplication(tx, news, by('inApp'));
  await queuePushes(tx, news, by('push').map(({ at, id }) => ({ at, accountId: id })));
  await queueMails(
    tx,
    sealing,
    by('mail').map((reader) => ({
      email: () => sealing.open(reader.emailSealed, `account.email:${reader.id}`),
      language: reader.language,
      ...newsOf(news, reader).mail,
    })),
  );
}

function newsOf(news: readonly News[], { at }: Reader): News & { usual: Ways } {
  const one = news[at];
  if (one === undefined) throw new Error(`there is no news ${at}`);
  return { ...one, usual: USUAL_WAYS[one.kind] };
}

async function readReaders(tx: EntityManager, news: readonly News[]): Promise<Reader[]> {
  const pairs = news.flatMap(({ accountIds, kind }, at) => accountIds.map((id) => ({ at, id, kind })));
  if (pairs.length === 0) return [];
  return await tx.query<Reader[]>(
    `SELECT n.at, a.id, a.email_sealed AS "emailSealed", a.language, p.in_app AS "inApp", p.mail, p.push
     FROM unnest($1::integer[], $2::uuid[], $3::text[]) AS n (at, account_id, kind)
     JOIN account a ON a.id = n.account_id LEFT JOIN notification_preference p ON p.account_id = a.id AND p.kind = n.kind ORDER BY n.at, a.id`,
    [pairs.map(({ at }) => at), pairs.map(({ id }) => id), pairs.map(({ kind }) => kind)],
  );
}

async function addToApplication(tx: EntityManager, news: readonly News[], readers: readonly Reader[]): Promise<void> {
  if (readers.length === 0) return;
  const accounts = readers.map(({ id }) => id);
  await tx.query(
    `INSERT INTO notification (id, account_id, conference_id, kind, params)
     SELECT r.id, r.account_id, n."conferenceId", n.kind, n.params FROM unnest($1::uuid[], $2::uuid[], $3::integer[]) AS r (id, account_id, at)
     JOIN jsonb_to_recordset($4::jsonb) AS n (at integer, "conferenceId" uuid, kind text, params jsonb) USING (at)`,
    [readers.map(() => newId<string>()), accounts, readers.map(({ at }) => at), JSON.stringify(news.map(({ conferenceId, kind, params }, at) => ({ at, conferenceId, kind, params })))],
  );
  await tx.query(`SELECT pg_notify($1, id::text) FROM (SELECT DISTINCT unnest($2::uuid[]) AS id) AS told`, [NOTIFICATION_CHANNEL, accounts]);
}
