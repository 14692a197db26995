import { signInMail } from './templates/sign-in.js';

/** A mail in plain text, in the reader's language where there is one. */
export interface MailText {
  subject: string;
  text: string;
}

/** Every mail that Meridian sends. A new one is a file in templates/ and a line here. */
export const MAIL_TEMPLATES = {
  'sign-in': signInMail,
} as const satisfies Record<string, (language: string, params: never) => MailText>;

export type MailTemplate = keyof typeof MAIL_TEMPLATES;
export type MailParams<T extends MailTemplate> = Parameters<(typeof MAIL_TEMPLATES)[T]>[1];
