import type { MailText } from '../mail-templates.js';
import { oneLine, timeIn } from '../one-line.js';

export interface FollowedSessionMovedParams {
  conference: string;
  session: string;
  what: 'moved' | 'cancelled' | 'reinstated' | 'withdrawn';
  /** Its start now, an instant; null where it has none. */
  startsAt: string | null;
  /** The place's. */
  zone: string;
  room: string | null;
  /** Of the session. */
  link: string;
  /** Of where one chooses what one is told. */
  choose: string;
}

const WHAT = {
  en: { moved: 'has moved', cancelled: 'was cancelled', reinstated: 'takes place after all', withdrawn: 'was taken out of the agenda' },
  fa: { moved: 'جابه‌جا شد', cancelled: 'لغو شد', reinstated: 'دوباره برگزار می‌شود', withdrawn: 'از برنامه برداشته شد' },
} as const;

export function followedSessionMovedMail(language: string, { conference, session, what, startsAt, zone, room, link, choose }: FollowedSessionMovedParams): MailText {
  const [title, at] = [oneLine(session), room === null ? null : oneLine(room)];
  const time = startsAt === null || what === 'cancelled' || what === 'withdrawn' ? null : timeIn(zone, language, startsAt);
  if (language.startsWith('fa')) {
    return {
      subject: `نشستی که دنبال می‌کنید ${WHAT.fa[what]}: ${title}`,
      text:
        `نشست «${title}» در «${oneLine(conference)}» ${WHAT.fa[what]}.\n\n` +
        (time === null ? '' : `اکنون: ${time}${at === null ? '' : `، ${at}`}\n\n`) +
        `${link}\n\nاین نامه را می‌گیرید چون خواسته‌اید از نشست‌هایی که دنبال می‌کنید باخبر شوید. آن را اینجا تغییر دهید: ${choose}`,
    };
  }
  return {
    subject: `A session you follow ${WHAT.en[what]}: ${title}`,
    text:
      `“${title}” at ${oneLine(conference)} ${WHAT.en[what]}.\n\n` +
      (time === null ? '' : `It now starts on ${time}${at === null ? '' : `, in ${at}`}.\n\n`) +
      `${link}\n\nYou are told because you chose to be told of sessions you follow. Change that at ${choose}`,
  };
}
