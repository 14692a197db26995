import { wallClock } from '../../app/wall-clock.js';

/** What a `datetime-local` field shows: the clocks of the zone at that instant. */
export function toWallTime(instant: string, zone: string): string {
  return instant === '' ? '' : new Date(wallClock(Date.parse(instant), zone)).toISOString().slice(0, 16);
}

/**
 * The instant at which the clocks of the zone show `2026-11-24T09:00`; the earlier of two where they go back, the one
 * after the gap where they go forward. Empty for what is no time.
 */
export function toInstant(wallTime: string, zone: string): string {
  // a browser reads more into a text than stands in it
  const shown = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d$/.test(wallTime) ? Date.parse(`${wallTime}:00Z`) : NaN;
  if (Number.isNaN(shown)) return '';
  // the offset before and after the hours in which it could change
  const [before, after] = [shown - DAY, shown + DAY].map((near) => wallClock(near, zone) - near) as [number, number];
  const exact = [shown - before, shown - after].filter((instant) => wallClock(instant, zone) === shown);
  return new Date(exact.length > 0 ? Math.min(...exact) : shown - before).toISOString();
}

const DAY = 24 * 3_600_000;
