import type { MailText } from '../mail-templates.js';

export interface SlotChangedParams {
  conference: string;
  session: string;
  what: 'moved' | 'cancelled' | 'reinstated' | 'withdrawn';
  /** Its new start, an instant; null where it has none, or the old one. */
  startsAt: string | null;
  /** The conference's. */
  zone: string;
  /** Of the speaker's slots, on this site. */
  path: string;
}

/** Titles are hostile text: one line each, or they would write the rest of the mail. */
const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

const WHAT = {
  en: { moved: 'has moved', cancelled: 'was cancelled', reinstated: 'takes place after all', withdrawn: 'was taken out of the agenda' },
  fa: { moved: 'جابه‌جا شد', cancelled: 'لغو شد', reinstated: 'دوباره برگزار می‌شود', withdrawn: 'از برنامه برداشته شد' },
} as const;

export function slotChangedMail(language: string, { conference, session, what, startsAt, zone, path }: SlotChangedParams): MailText {
  const time = (locale: string): string | null =>
    startsAt === null ? null : new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(new Date(startsAt));
  if (language.startsWith('fa')) {
    const starts = time('fa-IR');
    return {
      subject: `نشست شما ${WHAT.fa[what]}: ${line(session)}`,
      text:
        `نشست «${line(session)}» در «${line(conference)}» ${WHAT.fa[what]}.\n\n` +
        (starts === null ? '' : `زمان تازه: ${starts} (${zone})\n\n`) +
        `نشست‌های شما و پاسختان در سایت کنفرانس است، در نشانی ${path}`,
    };
  }
  const starts = time(language);
  return {
    subject: `Your session ${WHAT.en[what]}: ${line(session)}`,
    text:
      `“${line(session)}” at ${line(conference)} ${WHAT.en[what]}.\n\n` +
      (starts === null ? '' : `It now starts on ${starts} (${zone}).\n\n`) +
      `Your slots, and your answer to each, are on the conference’s site, at ${path}`,
  };
}
