import type { MailText } from '../mail-templates.js';

export interface MovedUpParams {
  conference: string;
  venue: string;
  /** Of the ticket, on this site: `/open-skies/ticket`. */
  path: string;
}

/** Titles are hostile text: one line each, or they would write the rest of the mail. */
const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function movedUpMail(language: string, { conference, venue, path }: MovedUpParams): MailText {
  if (language.startsWith('fa')) {
    return {
      subject: `جای شما آماده است: ${line(conference)}`,
      text:
        `یک جا آزاد شد و شما از فهرست انتظار بیرون آمدید. اکنون در «${line(venue)}» ثبت‌نام شده‌اید.\n\n` +
        `بلیت شما در سایت کنفرانس است، در نشانی ${path}\n\nاگر نمی‌توانید بیایید، لطفاً ثبت‌نام را لغو کنید تا نفر بعدی بیاید.`,
    };
  }
  return {
    subject: `You have a place: ${line(conference)}`,
    text:
      `A place became free, and you moved up from the waitlist. You are now registered at ${line(venue)}.\n\n` +
      `Your ticket is on the conference’s site, at ${path}\n\nIf you cannot come, please cancel, so that the next one can.`,
  };
}
