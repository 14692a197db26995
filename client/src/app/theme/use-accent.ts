import { useMemo, useSyncExternalStore } from 'react';
import { type Accent, accentFor } from './accent.js';
import { onTheme, theme } from './theme.js';

/** The tokens of a conference's accent in the present theme, to be set on what lies within; nothing where it has none. */
export function useAccent(colour: string | null): Accent | undefined {
  const seen = useSyncExternalStore(onTheme, theme);
  return useMemo(() => (colour === null ? undefined : (accentFor(colour, seen) ?? undefined)), [colour, seen]);
}
