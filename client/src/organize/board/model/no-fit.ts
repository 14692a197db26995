import { mergeWindows, type Window } from '@rules/availability.js';
import { snap } from './time-line.js';

/** Between two starts that are tried, in minutes: close enough to be seen, and far enough to be quick. */
const TRIED_EVERY = 15;

/**
 * The times of a room at which something may not begin, as one stretch where they are next to each other.
 *
 * @param isBlocked asks the rules about a start, in epoch milliseconds
 */
export function blockedStarts(isBlocked: (start: number) => boolean, line: { from: number; to: number }, gridMinutes: number, zone: string): Window[] {
  const step = Math.max(TRIED_EVERY, gridMinutes) * 60_000;
  const blocked: Window[] = [];
  for (let start = snap(line.from, gridMinutes, zone); start < line.to; start += step) {
    if (isBlocked(start)) blocked.push({ startsAt: start, endsAt: start + step });
  }
  return mergeWindows(blocked);
}
