import { useSyncExternalStore } from 'react';
import type { MyAccount } from '@contract/account.js';
import { heldMe, onMe, type WhoIsHere } from './me-store.js';

/** Who reads this page. Needs no provider; all components share one question to the server. */
export function useMe(): WhoIsHere {
  return useSyncExternalStore(onMe, heldMe);
}

export type Role = MyAccount['grants'][number]['role'];

/** Whether the reader holds one of the roles, anywhere in this conference. For what to show: the server decides what is allowed. */
export function holdsRole(me: WhoIsHere, roles: readonly Role[], conferenceSlug?: string): boolean {
  return (
    me.phase === 'signed-in' &&
    me.account.grants.some((grant) => roles.includes(grant.role) && (grant.conferenceSlug === null || conferenceSlug === undefined || grant.conferenceSlug === conferenceSlug))
  );
}
