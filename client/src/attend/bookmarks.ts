import { useMemo, useSyncExternalStore } from 'react';
import { useLiveAgenda } from '../live/live-agenda.js';
import { bookmarkStore, parseBookmarks } from './bookmark-store.js';

export interface Bookmarks {
  /** Ids of sessions, the first bookmarked first. May hold sessions that were withdrawn since. */
  ids: ReadonlySet<string>;
  has: (sessionId: string) => boolean;
  toggle: (sessionId: string) => void;
}

/** The sessions that this person bookmarked in this conference. Kept on this device only, unless their account keeps them too (follow/). */
export function useBookmarks(): Bookmarks {
  const store = bookmarkStore(useLiveAgenda().agenda.conference.slug);
  const text = useSyncExternalStore(store.subscribe, store.read);
  return useMemo(() => {
    const ids = parseBookmarks(text);
    return {
      ids,
      has: (id) => ids.has(id),
      toggle: (id) => {
        // read anew: another tab may have written since
        const next = new Set(parseBookmarks(store.read()));
        if (!next.delete(id)) next.add(id);
        store.write(JSON.stringify([...next]));
      },
    };
  }, [store, text]);
}
