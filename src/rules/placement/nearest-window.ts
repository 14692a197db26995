import type { Window } from '../availability.js';

/** The window in which most of that time lies, or else the one with the least time between. Null where there is none. */
export function nearestWindow(windows: readonly Window[], { startsAt, endsAt }: Window): Window | null {
  let nearest: Window | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const window of windows) {
    // time in common; negative: time between
    const shared = Math.min(window.endsAt, endsAt) - Math.max(window.startsAt, startsAt);
    if (shared > most) [nearest, most] = [window, shared];
  }
  return nearest;
}
