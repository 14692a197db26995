import { useSyncExternalStore } from 'react';

/** The same measure as in the style sheets: 48rem. */
const narrow = matchMedia('(width < 48rem)');

const onChange = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** Whether the screen is a phone's. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(onChange, () => narrow.matches);
}
