import { useMemo, useSyncExternalStore } from 'react';
import type { CarryStore } from './carry-store.js';

const NONE: ReadonlySet<string> = new Set();

/** What is carried, for the few blocks that pale: another set only when something is picked up or let go. */
export function useCarriedIds(carry: CarryStore): ReadonlySet<string> {
  const key = useSyncExternalStore(carry.subscribe, () => {
    const held = carry.read();
    return held === null ? '' : [held.lead, ...held.alongside].map(({ session }) => session.id).join(' ');
  });
  return useMemo(() => (key === '' ? NONE : new Set(key.split(' '))), [key]);
}
