import type { MailText } from '../mail-templates.js';
import { oneLine, timeIn } from '../one-line.js';

export interface FollowedSessionSoonParams {
  conference: string;
  session: string;
  /** An instant. */
  startsAt: string;
  /** The place's. */
  zone: string;
  room: string;
  /** Of the session. */
  link: string;
  /** Of where one chooses what one is told. */
  choose: string;
}

export function followedSessionSoonMail(language: string, { conference, session, startsAt, zone, room, link, choose }: FollowedSessionSoonParams): MailText {
  const [title, at, time] = [oneLine(session), oneLine(room), timeIn(zone, language, startsAt)];
  if (language.startsWith('fa')) {
    return {
      subject: `به‌زودی آغاز می‌شود: ${title}`,
      text:
        `نشست «${title}» در «${oneLine(conference)}» به‌زودی آغاز می‌شود: ${time}، ${at}\n\n` +
        `${link}\n\nاین نامه را می‌گیرید چون خواسته‌اید از نشست‌هایی که دنبال می‌کنید باخبر شوید. آن را اینجا تغییر دهید: ${choose}`,
    };
  }
  return {
    subject: `About to start: ${title}`,
    text:
      `“${title}” at ${oneLine(conference)} is about to start: ${time}, in ${at}.\n\n` +
      `${link}\n\nYou are told because you chose to be told of sessions you follow. Change that at ${choose}`,
  };
}
