import { useSyncExternalStore } from 'react';

const query = matchMedia('(width >= 48rem)');

/** Whether there is room for time to run across. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
