import type { NotificationKind, NotificationParams } from '../../contract/notifications.js';
import type { PushPayload } from '../../contract/push.js';
import { oneLine, timeIn } from '../one-line.js';

/** Characters of a title: a message has 4 kB in all, and a screen shows far fewer. */
const MOST = 200;

type Words = Record<NotificationKind, Record<string, string>>;

/** By kind and by what happened; `usual` where that says nothing. `{}` is the session, or the venue. */
const WORDS: Readonly<Record<'en' | 'fa', Words>> = {
  en: {
    'slot-changed': {
      usual: 'Your session has moved: {}', cancelled: 'Your session was cancelled: {}', reinstated: 'Your session takes place after all: {}',
      withdrawn: 'Your session was taken out of the agenda: {}',
    },
    'slot-answered': { usual: 'A slot was confirmed: {}', declined: 'A slot was declined: {}', 'change-requested': 'A speaker asks for another slot: {}' },
    'registration-moved-up': { usual: 'You moved up from the waitlist and have a place: {}' },
    'followed-session-moved': {
      usual: 'A session you follow has moved: {}', cancelled: 'A session you follow was cancelled: {}', reinstated: 'A session you follow takes place after all: {}',
      withdrawn: 'A session you follow was taken out of the agenda: {}',
    },
    'followed-session-soon': { usual: 'About to start: {}' },
  },
  fa: {
    'slot-changed': {
      usual: 'نشست شما جابه‌جا شد: {}', cancelled: 'نشست شما لغو شد: {}', reinstated: 'نشست شما دوباره برگزار می‌شود: {}', withdrawn: 'نشست شما از برنامه برداشته شد: {}',
    },
    'slot-answered': { usual: 'نوبتی تأیید شد: {}', declined: 'نوبتی رد شد: {}', 'change-requested': 'سخنرانی نوبت دیگری می‌خواهد: {}' },
    'registration-moved-up': { usual: 'از فهرست انتظار بیرون آمدید و جا دارید: {}' },
    'followed-session-moved': {
      usual: 'نشستی که دنبال می‌کنید جابه‌جا شد: {}', cancelled: 'نشستی که دنبال می‌کنید لغو شد: {}',
      reinstated: 'نشستی که دنبال می‌کنید دوباره برگزار می‌شود: {}', withdrawn: 'نشستی که دنبال می‌کنید از برنامه برداشته شد: {}',
    },
    'followed-session-soon': { usual: 'به‌زودی آغاز می‌شود: {}' },
  },
};

const AGAIN = { en: 'Please answer again.', fa: 'لطفاً دوباره پاسخ دهید.' };

/** Where a notification leads, on this site. */
function pathOf(kind: NotificationKind, { slug, sessionId }: NotificationParams): string {
  switch (kind) {
    case 'slot-changed':
      return `/${slug}/speak`;
    case 'slot-answered':
      return `/${slug}/organize/speakers`;
    case 'registration-moved-up':
      return `/${slug}/ticket`;
    case 'followed-session-moved':
    case 'followed-session-soon':
      return sessionId === undefined ? `/${slug}/agenda` : `/${slug}/sessions/${sessionId}`;
  }
}

/** What a device shows: what is published anyway, and nothing that says who reads it. `id` is the message's. */
export function writePush(id: string, language: string, kind: NotificationKind, params: NotificationParams): PushPayload {
  const own = language.startsWith('fa') ? 'fa' : 'en';
  const { conference, session, venue, what, startsAt, zone, room, again } = params;
  const words = WORDS[own][kind][what ?? ''] ?? WORDS[own][kind]['usual'] ?? '{}';
  const when = startsAt === undefined || zone === undefined ? null : timeIn(zone, own === 'fa' ? 'fa' : language, startsAt, 'medium');
  const details = [when, room === undefined ? null : cut(room), again === true ? AGAIN[own] : null].filter((detail) => detail !== null);
  return {
    tag: id,
    title: cut(conference),
    // as a function: a title may hold what `replace` takes for a pattern
    body: [words.replace('{}', () => cut(session ?? venue ?? '')), details.join(' · ')].filter((line) => line !== '').join('\n'),
    language: own,
    direction: own === 'fa' ? 'rtl' : 'ltr',
    path: pathOf(kind, params),
  };
}

function cut(text: string): string {
  const line = oneLine(text);
  return line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line;
}
