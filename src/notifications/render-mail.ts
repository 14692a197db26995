import type { Sealing } from '../platform/sealing/sealing.js';
import { MAIL_TEMPLATES, type MailTemplate, type MailText } from './mail-templates.js';

export interface SealedMail {
  id: string;
  emailSealed: Buffer;
  template: string;
  language: string;
  paramsSealed: Buffer;
}

export interface RenderedMail extends MailText {
  to: string;
}

/** @throws when the keys do not open it, or the template is of another version of Meridian */
export function renderMail(sealing: Sealing, mail: SealedMail): RenderedMail {
  const render = MAIL_TEMPLATES[mail.template as MailTemplate] as ((language: string, params: never) => MailText) | undefined;
  if (render === undefined) throw new Error(`there is no template “${mail.template}”`);
  const params = JSON.parse(sealing.open(mail.paramsSealed, `mail.params:${mail.id}`)) as never;
  return { to: sealing.open(mail.emailSealed, `mail.email:${mail.id}`), ...render(mail.language, params) };
}
