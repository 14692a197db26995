import type { Agenda, AgendaTexts } from '@contract/agenda.js';
import type { ChangesSince } from '@contract/agenda-requests.js';
import type { SocketToken } from '@contract/socket.js';

/** What came of asking the server: `unreachable` is worth trying again, `unknown` is not. */
export type Answer<T> =
  | { answer: 'read'; value: T; /** Epoch milliseconds: when the server said so, where the service worker had to remember it. */ readAt: number | null }
  | { answer: 'unknown' }
  | { answer: 'unreachable' };

/** On answers that our service worker gives from memory: when the server said so, in epoch milliseconds. */
export const READ_AT_HEADER = 'x-meridian-read-at';

export const pathOf = (slug: string): string => `/api/conferences/${encodeURIComponent(slug)}/agenda`;

/** The whole agenda. The browser's own cache asks again with the ETag it holds. */
export const readAgenda = (slug: string): Promise<Answer<Agenda>> => read(pathOf(slug));

export const readTexts = (slug: string): Promise<Answer<AgendaTexts>> => read(`${pathOf(slug)}/texts`);

/** The revisions after `since`; `unknown` where they are no longer kept. */
export const readChanges = (slug: string, since: number): Promise<Answer<ChangesSince>> => read(`${pathOf(slug)}/changes?since=${since}`);

/** The token of the socket's handshake, or null where it could not be had. */
export async function readSocketToken(): Promise<string | null> {
  try {
    const response = await fetch('/api/socket-token', { method: 'POST' });
    return response.ok ? ((await response.json()) as SocketToken).token : null;
  } catch {
    return null;
  }
}

async function read<T>(path: string): Promise<Answer<T>> {
  try {
    const response = await fetch(path);
    if (response.status === 404 || response.status === 410) return { answer: 'unknown' };
    if (!response.ok) return { answer: 'unreachable' };
    const readAt = response.headers.get(READ_AT_HEADER);
    return { answer: 'read', value: (await response.json()) as T, readAt: readAt === null ? null : Number(readAt) };
  } catch {
    return { answer: 'unreachable' };
  }
}
