import type { EntityManager } from 'typeorm';
import { newId } from '../platform/new-id.js';
import type { Sealing } from '../platform/sealing/sealing.js';
import type { MailParams, MailTemplate } from './mail-templates.js';

export interface NewMail<T extends MailTemplate> {
  /** Where it goes: sealed while it waits, forgotten once it is sent. */
  email: string;
  language: string;
  template: T;
  params: MailParams<T>;
}

/**
 * Puts a mail into the outbox, in the transaction of what it tells: it is sent if that happened, and only then. The
 * delivery job (deliver-mail.ts) sends it by SMTP with retries; without SMTP it stays for the administrator at /admin/outbox.
 */
export async function queueMail<T extends MailTemplate>(tx: EntityManager, sealing: Sealing, mail: NewMail<T>): Promise<void> {
  const id = newId<string>();
  await tx.query(`INSERT INTO mail (id, email_sealed, template, language, params_sealed) VALUES ($1, $2, $3, $4, $5)`, [
    id,
    sealing.seal(mail.email, `mail.email:${id}`),
    mail.template,
    mail.language,
    // links in it let the reader in, so they are sealed like the address
    sealing.seal(JSON.stringify(mail.params), `mail.params:${id}`),
  ]);
  await tx.query(`SELECT pg_notify('mail_queued', $1)`, [id]);
}
