import type { HandOver, NewRunOfShow } from '@contract/streams.js';

/** A run of show as it is at an instant. */
export interface ShowNow {
  /** The last that is past. */
  current: HandOver | null;
  /** Those to come, the next first. */
  coming: readonly HandOver[];
}

/** @param items by time @param now epoch milliseconds */
export function showNow(items: readonly HandOver[], now: number): ShowNow {
  return { current: items.findLast(({ at }) => Date.parse(at) <= now) ?? null, coming: items.filter(({ at }) => Date.parse(at) > now) };
}

type Planned = NewRunOfShow['items'][number];

/** What is to come after an edit: without `gone`, with `added`; what became past meanwhile is left out, for the server refuses it. */
export function replan(items: readonly HandOver[], now: number, { gone, added }: { gone?: string | undefined; added?: Planned | undefined }): Planned[] {
  const kept = showNow(items, now).coming.filter(({ id }) => id !== gone).map(({ at, to }): Planned => ({ at, to }));
  return (added === undefined ? kept : [...kept, added]).sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** What brings back what was to come, as far as it still is. */
export const planAgain = (before: readonly HandOver[], now: number): Planned[] => replan(before, now, {});
