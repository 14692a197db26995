import type { MailText } from '../mail-templates.js';
import { oneLine, timeIn } from '../one-line.js';

export interface SlotChangedParams {
  conference: string;
  session: string;
  what: 'moved' | 'cancelled' | 'reinstated' | 'withdrawn';
  /** Its new start, an instant; null where it has none, or the old one. */
  startsAt: string | null;
  /** The conference's. */
  zone: string;
  /** The answer that was given holds no longer: the slot moved too far. */
  again?: boolean;
  /** Of the speaker's slots, on this site. */
  path: string;
}

const WHAT = {
  en: { moved: 'has moved', cancelled: 'was cancelled', reinstated: 'takes place after all', withdrawn: 'was taken out of the agenda' },
  fa: { moved: 'جابه‌جا شد', cancelled: 'لغو شد', reinstated: 'دوباره برگزار می‌شود', withdrawn: 'از برنامه برداشته شد' },
} as const;

export function slotChangedMail(language: string, { conference, session, what, startsAt, zone, again = false, path }: SlotChangedParams): MailText {
  const starts = startsAt === null ? null : timeIn(zone, language, startsAt);
  if (language.startsWith('fa')) {
    return {
      subject: `نشست شما ${WHAT.fa[what]}: ${oneLine(session)}`,
      text:
        `نشست «${oneLine(session)}» در «${oneLine(conference)}» ${WHAT.fa[what]}.\n\n` +
        (starts === null ? '' : `زمان تازه: ${starts}\n\n`) +
        (again ? 'پاسخی که داده بودید برای زمان یا شهر دیگری بود: لطفاً دوباره پاسخ دهید.\n\n' : '') +
        `نشست‌های شما و پاسختان در سایت کنفرانس است، در نشانی ${path}`,
    };
  }
  return {
    subject: `Your session ${WHAT.en[what]}: ${oneLine(session)}`,
    text:
      `“${oneLine(session)}” at ${oneLine(conference)} ${WHAT.en[what]}.\n\n` +
      (starts === null ? '' : `It now starts on ${starts}.\n\n`) +
      (again ? 'Your answer was to another time or city, and no longer counts: please answer again.\n\n' : '') +
      `Your slots, and your answer to each, are on the conference’s site, at ${path}`,
  };
}
