import type { WhoIsHere } from '../account/me-store.js';

/** How far the reader organizes a conference: all of it, a city of it, or nothing. For what to show: the server decides. */
export function reachIn(me: WhoIsHere, slug: string): 'everything' | 'cities' | 'none' {
  if (me.phase !== 'signed-in') return 'none';
  const roles = me.account.grants.filter((grant) => grant.conferenceSlug === null || grant.conferenceSlug === slug).map(({ role }) => role);
  if (roles.includes('administrator') || roles.includes('organizer')) return 'everything';
  return roles.includes('city-host') ? 'cities' : 'none';
}
