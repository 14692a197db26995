import { bookmarkStore, parseBookmarks, storedKeys } from '../attend/bookmark-store.js';

/** What the account and this device last agreed on, of one conference. */
export interface FollowedBase {
  accountId: string;
  /** Since when the account keeps it: turned off and on again, nothing is agreed on any more. */
  since: string;
  ids: readonly string[];
}

const PREFIX = 'meridian.followed.';

export function readBase(slug: string): FollowedBase | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + slug) ?? 'null') as FollowedBase | null;
  } catch {
    return null;
  }
}

export function writeBase(slug: string, base: FollowedBase): void {
  try {
    localStorage.setItem(PREFIX + slug, JSON.stringify(base));
  } catch {
    // without it everything is said again the next time
  }
}

/** Nothing is kept with an account any more: what is on this device stays here. */
export function forgetBases(): void {
  for (const slug of storedKeys(PREFIX)) localStorage.removeItem(PREFIX + slug);
}

export const holdsBases = (): boolean => storedKeys(PREFIX).length > 0;

/** What an account keeps leaves this device with its person, as its tickets do. What was bookmarked by nobody in particular stays. */
export function leaveFollowed(): void {
  for (const slug of storedKeys(PREFIX)) {
    dropKept(slug, readBase(slug)?.ids ?? []);
    localStorage.removeItem(PREFIX + slug);
  }
}

/** Takes these out of the bookmarks of this device. */
export function dropKept(slug: string, ids: readonly string[]): void {
  const kept = new Set(ids);
  const store = bookmarkStore(slug);
  store.write(JSON.stringify([...parseBookmarks(store.read())].filter((id) => !kept.has(id))));
}
