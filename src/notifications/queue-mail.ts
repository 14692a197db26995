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

/** Of many, an address is opened when its turn comes: all of them are never in clear at once. */
type OneOfMany = Omit<NewMail<MailTemplate>, 'email'> & { email: () => string };

interface SealedMail {
  id: string;
  email: Buffer;
  params: Buffer;
}

/** Mails sealed before others have their turn again. */
const SEALED_AT_ONCE = 500;

/**
 * Puts a mail into the outbox, in the transaction of what it tells: it is sent if that happened, and only then. The
 * delivery job (deliver-mail.ts) sends it by SMTP with retries; without SMTP it stays for the administrator at /admin/outbox.
 */
export async function queueMail<T extends MailTemplate>(tx: EntityManager, sealing: Sealing, mail: NewMail<T>): Promise<void> {
  await queueMails(tx, sealing, [{ ...mail, email: () => mail.email }]);
}

/** Many at once, in one statement. */
export async function queueMails(tx: EntityManager, sealing: Sealing, mails: readonly OneOfMany[]): Promise<void> {
  if (mails.length === 0) return;
  const sealed: SealedMail[] = [];
  for (const mail of mails) {
    sealed.push(seal(sealing, mail));
    if (sealed.length % SEALED_AT_ONCE === 0) await new Promise(setImmediate);
  }
  await tx.query(
    `INSERT INTO mail (id, email_sealed, template, language, params_sealed) SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::text[], $5::bytea[])`,
    [
      sealed.map(({ id }) => id),
      sealed.map(({ email }) => email),
      mails.map(({ template }) => template),
      mails.map(({ language }) => language),
      sealed.map(({ params }) => params),
    ],
  );
  await tx.query(`SELECT pg_notify('mail_queued', '')`);
}

function seal(sealing: Sealing, { email, params }: OneOfMany): SealedMail {
  const id = newId<string>();
  return {
    id,
    email: sealing.seal(email(), `mail.email:${id}`),
    // links in it let the reader in, so they are sealed like the address
    params: sealing.seal(JSON.stringify(params), `mail.params:${id}`),
  };
}
