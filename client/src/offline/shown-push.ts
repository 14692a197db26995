import type { PushPayload } from '@contract/push.js';

/** What the browser shows of a push, and where it leads. */
export interface ShownPush {
  title: string;
  options: { body: string; tag: string; lang: string; dir: 'ltr' | 'rtl'; icon: string; data: { path: string } };
}

/** A browser wants something shown for every push: where it cannot be read, that there is something. Never throws. */
export function readPush(text: string | null): ShownPush {
  const { tag, title, body, language, direction, path } = { ...UNREADABLE, ...parse(text) };
  return { title, options: { body, tag, lang: language, dir: direction, icon: '/favicon.svg', data: { path: ownPath(path) } } };
}

const UNREADABLE: PushPayload = { tag: 'meridian', title: 'Meridian', body: '', language: 'en', direction: 'ltr', path: '/' };

function parse(text: string | null): Partial<PushPayload> {
  try {
    const read: unknown = JSON.parse(text ?? '');
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}

/** A path of this site, whatever is asked for. */
export function ownPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : '/';
}
