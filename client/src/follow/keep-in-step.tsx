import { useEffect } from 'react';
import { RequestRefused } from '../account/ask-api.js';
import { refreshMe } from '../account/me-store.js';
import { bookmarkStore } from '../attend/bookmark-store.js';
import { forgetBases, leaveFollowed } from './followed-base.js';
import { syncFollowed } from './sync-followed.js';

/** Keeps the bookmarks of this device in step with those of the account, while a page of the conference is open. */
export function KeepInStep({ slug, accountId, since }: { slug: string; accountId: string; since: string }) {
  useEffect(() => keepInStep(slug, accountId, since), [slug, accountId, since]);
  return null;
}

/** Nobody is signed in here any more, without having signed out here: what the account kept leaves all the same. */
export function LeaveFollowed() {
  useEffect(() => leaveFollowed(), []);
  return null;
}

function keepInStep(slug: string, accountId: string, since: string): () => void {
  const store = bookmarkStore(slug);
  let agreed: string | null | undefined;
  let running = false;
  let stopped = false;
  const isOver = (): boolean => stopped;
  const sync = async (): Promise<void> => {
    if (running || isOver()) return;
    running = true;
    try {
      let more = true;
      while (more && !isOver()) more = await syncFollowed(slug, { accountId, since });
      agreed = store.read();
    } catch (error) {
      // turned off on another device; all else is tried again at the next occasion
      if (error instanceof RequestRefused && error.code === 'conflict') {
        forgetBases();
        await refreshMe();
      }
    } finally {
      running = false;
    }
  };
  const pressed = (): void => {
    if (store.read() !== agreed) void sync();
  };
  const shown = (): void => {
    if (document.visibilityState === 'visible') void sync();
  };
  const online = (): void => void sync();
  void sync();
  const forget = store.subscribe(pressed);
  addEventListener('online', online);
  document.addEventListener('visibilitychange', shown);
  return () => {
    stopped = true;
    forget();
    removeEventListener('online', online);
    document.removeEventListener('visibilitychange', shown);
  };
}
