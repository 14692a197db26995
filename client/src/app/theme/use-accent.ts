import { useLayoutEffect, useSyncExternalStore } from 'react';
import { accentFor } from './accent.js';
import { onTheme, theme } from './theme.js';

/** Dresses the whole page, popovers included, in a conference's accent for as long as its pages are open. */
export function useAccent(colour: string | null): void {
  const seen = useSyncExternalStore(onTheme, theme);
  useLayoutEffect(() => {
    const accent = colour === null ? null : accentFor(colour, seen);
    if (accent === null) return undefined;
    const { style } = document.documentElement;
    for (const [token, value] of Object.entries(accent)) style.setProperty(token, value);
    return () => {
      for (const token of Object.keys(accent)) style.removeProperty(token);
    };
  }, [colour, seen]);
}
