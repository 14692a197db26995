import { useMemo, useSyncExternalStore } from 'react';
import { type StoredValue, storedValue } from '../app/stored-value.js';
import { useLiveAgenda } from '../live/live-agenda.js';

export interface Bookmarks {
  /** Ids of sessions, the first bookmarked first. May hold sessions that were withdrawn since. */
  ids: ReadonlySet<string>;
  has: (sessionId: string) => boolean;
  toggle: (sessionId: string) => void;
}

const stores = new Map<string, StoredValue>();

/** The sessions that this person bookmarked in this conference. Kept on this device only: no one else is told. */
export function useBookmarks(): Bookmarks {
  const store = storeOf(useLiveAgenda().agenda.conference.slug);
  const text = useSyncExternalStore(store.subscribe, store.read);
  return useMemo(() => {
    const ids = parse(text);
    return {
      ids,
      has: (id) => ids.has(id),
      toggle: (id) => {
        // read anew: another tab may have written since
        const next = new Set(parse(store.read()));
        if (!next.delete(id)) next.add(id);
        store.write(JSON.stringify([...next]));
      },
    };
  }, [store, text]);
}

function storeOf(slug: string): StoredValue {
  const key = `meridian.bookmarks.${slug}`;
  let store = stores.get(key);
  if (store === undefined) stores.set(key, (store = storedValue(key)));
  return store;
}

function parse(text: string | null): ReadonlySet<string> {
  if (text === null) return new Set();
  try {
    const ids: unknown = JSON.parse(text);
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}
