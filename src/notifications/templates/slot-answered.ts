import type { MailText } from '../mail-templates.js';

export interface SlotAnsweredParams {
  conference: string;
  session: string;
  answer: 'confirmed' | 'declined' | 'change-requested';
  /** Of the answers, on this site. */
  path: string;
}

/** Titles are hostile text: one line each, or they would write the rest of the mail. */
const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

const ANSWER = {
  en: { 'confirmed': 'was confirmed', 'declined': 'was declined', 'change-requested': 'should change, its speaker asks' },
  fa: { 'confirmed': 'تأیید شد', 'declined': 'رد شد', 'change-requested': 'به خواست سخنران باید تغییر کند' },
} as const;

/** Without the speaker's reason: that is read on the site. */
export function slotAnsweredMail(language: string, { conference, session, answer, path }: SlotAnsweredParams): MailText {
  if (language.startsWith('fa')) {
    return {
      subject: `${ANSWER.fa[answer]}: ${line(session)}`,
      text: `«${line(session)}» در «${line(conference)}» ${ANSWER.fa[answer]}.\n\nپاسخ‌ها در سایت کنفرانس است، در نشانی ${path}`,
    };
  }
  return {
    subject: `A slot ${ANSWER.en[answer]}: ${line(session)}`,
    text: `The slot of “${line(session)}” at ${line(conference)} ${ANSWER.en[answer]}.\n\nThe answers are on the conference’s site, at ${path}`,
  };
}
