import { useEffect, useSyncExternalStore } from 'react';
import type { Notifications } from '@contract/notifications.js';
import { askApi } from '../account/ask-api.js';
import { heldMe } from '../account/me-store.js';
import { useMe } from '../account/use-me.js';

let held: Notifications | null = null;
const listeners = new Set<() => void>();

function put(next: Notifications | null): void {
  held = next;
  for (const listener of listeners) listener();
}

function onNotices(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks for what one was told: at the first look, and when a socket says that there is more. What cannot be read stays as it is. */
export async function refreshNotices(): Promise<void> {
  if (listeners.size === 0 || heldMe().phase !== 'signed-in') return;
  try {
    put(await askApi<Notifications>('GET', '/api/me/notifications'));
  } catch {
    // the next one tries again
  }
}

/** All that are held were seen. */
export async function markNoticesSeen(): Promise<void> {
  const newest = held?.items[0];
  if (held === null || newest === undefined || held.unseen === 0) return;
  await askApi('POST', '/api/me/notifications/seen', { id: newest.id });
  await refreshNotices();
}

/** Null for those who are not signed in, and until they are read. */
export function useNotices(): Notifications | null {
  const me = useMe();
  const accountId = me.phase === 'signed-in' ? me.account.accountId : null;
  const notices = useSyncExternalStore(onNotices, () => held);
  useEffect(() => {
    if (accountId === null) return;
    void refreshNotices();
    const shown = (): void => {
      if (document.visibilityState === 'visible') void refreshNotices();
    };
    document.addEventListener('visibilitychange', shown);
    return () => {
      document.removeEventListener('visibilitychange', shown);
      // another's are not shown to whoever signs in next
      put(null);
    };
  }, [accountId]);
  return accountId === null ? null : notices;
}
