import type { EntityManager } from 'typeorm';
import type { NotificationKind, NotificationParams } from '../contract/notifications.js';
import { USUAL_WAYS } from '../contract/notifications.js';
import { newId } from '../platform/new-id.js';
import type { Sealing } from '../platform/sealing/sealing.js';
import type { MailParams, MailTemplate } from './mail-templates.js';
import { queueMail } from './queue-mail.js';

/** On which processes hear whom to tell that there is something new. */
export const NOTIFICATION_CHANNEL = 'notification_added';

export interface News<T extends MailTemplate> {
  accountIds: readonly string[];
  kind: NotificationKind;
  conferenceId: string;
  params: NotificationParams;
  /** What a mail of it says. */
  mail: { template: T; params: MailParams<T> };
}

interface Reader {
  id: string;
  emailSealed: Buffer;
  language: string;
  inApp: boolean;
  mail: boolean;
}

/** Tells people, each in the ways they chose, in the transaction of the fact: they are told if it happened, and only then. */
export async function notify<T extends MailTemplate>(tx: EntityManager, sealing: Sealing, news: News<T>): Promise<void> {
  const { accountIds, kind, conferenceId, params, mail } = news;
  const usual = USUAL_WAYS[kind];
  const readers = await tx.query<Reader[]>(
    `SELECT a.id, a.email_sealed AS "emailSealed", a.language, coalesce(p.in_app, $3) AS "inApp", coalesce(p.mail, $4) AS mail
     FROM account a LEFT JOIN notification_preference p ON p.account_id = a.id AND p.kind = $2 WHERE a.id = ANY($1::uuid[]) ORDER BY a.id`,
    [accountIds, kind, usual.inApp, usual.mail],
  );
  for (const reader of readers) {
    if (reader.inApp) {
      await tx.query(`INSERT INTO notification (id, account_id, conference_id, kind, params) VALUES ($1, $2, $3, $4, $5)`, [
        newId(), reader.id, conferenceId, kind, JSON.stringify(params),
      ]);
      await tx.query(`SELECT pg_notify($1, $2)`, [NOTIFICATION_CHANNEL, reader.id]);
    }
    if (reader.mail) {
      await queueMail(tx, sealing, { email: sealing.open(reader.emailSealed, `account.email:${reader.id}`), language: reader.language, ...mail });
    }
  }
}
