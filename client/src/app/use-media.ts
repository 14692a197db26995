import { useSyncExternalStore } from 'react';

interface Watched {
  subscribe: (listener: () => void) => () => void;
  matches: () => boolean;
}

const watched = new Map<string, Watched>();

/** Whether a media query holds. For what is drawn or not: what only looks different is left to the style sheets. */
export function useMedia(query: string): boolean {
  const { subscribe, matches } = watch(query);
  return useSyncExternalStore(subscribe, matches);
}

function watch(query: string): Watched {
  let known = watched.get(query);
  if (known === undefined) {
    const list = matchMedia(query);
    known = {
      subscribe: (listener) => {
        list.addEventListener('change', listener);
        return () => list.removeEventListener('change', listener);
      },
      matches: () => list.matches,
    };
    watched.set(query, known);
  }
  return known;
}
