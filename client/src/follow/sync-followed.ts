import type { MyAccount } from '@contract/account.js';
import type { FollowedSessions } from '@contract/notifications.js';
import { askApi } from '../account/ask-api.js';
import { bookmarkStore, parseBookmarks } from '../attend/bookmark-store.js';
import { dropKept, readBase, writeBase } from './followed-base.js';
import { changeSince, mergeFollowed } from './merge-followed.js';

/** Whose bookmarks these are: an account that keeps them, since then. */
export interface Keeper {
  accountId: string;
  since: string;
}

export const keeperOf = ({ accountId, followsSince }: MyAccount): Keeper | null => (followsSince === null ? null : { accountId, since: followsSince });

/**
 * Tells the account what this device bookmarked and let go of in one conference, and takes in what its other devices did.
 * Answers true where something was pressed meanwhile, so that there is more to tell. @throws RequestRefused
 */
export async function syncFollowed(slug: string, { accountId, since }: Keeper): Promise<boolean> {
  const store = bookmarkStore(slug);
  const held = readBase(slug);
  // somebody else's, who left without signing out: not to be told as this person's
  if (held !== null && held.accountId !== accountId) dropKept(slug, held.ids);
  const base = new Set(held?.accountId === accountId && held.since === since ? held.ids : []);
  const sent = parseBookmarks(store.read());
  const { sessionIds } = await askApi<FollowedSessions>('POST', `/api/me/followed-sessions/${encodeURIComponent(slug)}`, changeSince(base, sent));
  const local = parseBookmarks(store.read());
  const merged = mergeFollowed(base, sent, local, new Set(sessionIds));
  writeBase(slug, { accountId, since, ids: sessionIds });
  const text = JSON.stringify(merged);
  if (text !== store.read()) store.write(text);
  return [...sent].join() !== [...local].join();
}
