import { type StoredValue, storedValue } from '../app/stored-value.js';

const PREFIX = 'meridian.bookmarks.';
const stores = new Map<string, StoredValue>();

/** What this device bookmarked in one conference: one store a conference for all who ask. */
export function bookmarkStore(slug: string): StoredValue {
  const key = PREFIX + slug;
  let store = stores.get(key);
  if (store === undefined) stores.set(key, (store = storedValue(key)));
  return store;
}

/** Ids of sessions, the first bookmarked first. */
export function parseBookmarks(text: string | null): ReadonlySet<string> {
  if (text === null) return new Set();
  try {
    const ids: unknown = JSON.parse(text);
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

/** The conferences of which this device keeps bookmarks, by slug. */
export const bookmarkedConferences = (): string[] => storedKeys(PREFIX);

/** What follows the prefix in the keys of this device's storage; none where storage is off. */
export function storedKeys(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}
