import { LEAST_PUBLIC_COUNT, type PlacesLeft } from '../contract/attendance.js';

/** Rounded down in steps, so that two looks at it do not tell that one person came or went; null where it is too few. */
export function publicCount(people: number): number | null {
  return people < LEAST_PUBLIC_COUNT ? null : people - (people % LEAST_PUBLIC_COUNT);
}

/**
 * @param limit people; null: as many as come
 * @param waiting people on the waitlist: while there are any, a place is theirs
 */
export function placesLeft(limit: number | null, confirmed: number, waiting: number): PlacesLeft {
  if (waiting > 0) return 'waitlist';
  if (limit === null) return 'plenty';
  const free = limit - confirmed;
  if (free <= 0) return 'waitlist';
  return free <= Math.max(LEAST_PUBLIC_COUNT, limit / 10) ? 'few' : 'plenty';
}
