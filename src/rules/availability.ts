/** A stretch of time, in epoch milliseconds; the end is not in it. */
export interface Window {
  startsAt: number;
  endsAt: number;
}

/** The same time in as few windows as it takes, in order: what touches or overlaps becomes one. Empty ones go. */
export function mergeWindows(windows: readonly Window[]): Window[] {
  const merged: Window[] = [];
  for (const window of [...windows].filter(({ startsAt, endsAt }) => startsAt < endsAt).sort((a, b) => a.startsAt - b.startsAt)) {
    const last = merged.at(-1);
    if (last !== undefined && window.startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, window.endsAt);
    else merged.push({ ...window });
  }
  return merged;
}

/** The windows with this stretch put in. */
export const withWindow = (windows: readonly Window[], added: Window): Window[] => mergeWindows([...windows, added]);

/** The windows with this stretch cut out. */
export function withoutWindow(windows: readonly Window[], removed: Window): Window[] {
  return mergeWindows(
    windows.flatMap(({ startsAt, endsAt }) => [
      { startsAt, endsAt: Math.min(endsAt, removed.startsAt) },
      { startsAt: Math.max(startsAt, removed.endsAt), endsAt },
    ]),
  );
}

export function isWithin(windows: readonly Window[], { startsAt, endsAt }: Window): boolean {
  return windows.some((window) => window.startsAt <= startsAt && endsAt <= window.endsAt);
}
