import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { SEALING, type Sealing } from '../../src/platform/sealing/sealing.js';

export interface QueuedMail {
  email: string;
  template: string;
  language: string;
  params: Record<string, string | number>;
}

/** What waits in the outbox, the newest first, opened with the application's own keys. */
export async function readMails(app: NestFastifyApplication): Promise<QueuedMail[]> {
  const sealing = app.get<Sealing>(SEALING);
  const rows: { id: string; email: Buffer; template: string; language: string; params: Buffer }[] = await app
    .get(DataSource)
    .query(`SELECT id, email_sealed AS email, template, language, params_sealed AS params FROM mail WHERE sent_at IS NULL ORDER BY created_at DESC, id DESC`);
  return rows.map(({ id, email, template, language, params }) => ({
    email: sealing.open(email, `mail.email:${id}`),
    template,
    language,
    params: JSON.parse(sealing.open(params, `mail.params:${id}`)) as QueuedMail['params'],
  }));
}

/** The newest code and link that were sent to an address. */
export async function readSignInMail(app: NestFastifyApplication, email: string): Promise<{ code: string; token: string }> {
  const mail = (await readMails(app)).find((one) => one.email === email && one.template === 'sign-in');
  if (mail === undefined) throw new Error(`no mail to sign in waits for ${email}`);
  return { code: String(mail.params['code']), token: String(mail.params['link']).split('#')[1] ?? '' };
}
