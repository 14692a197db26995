const FIRST_MS = 500;
const MOST_MS = 15_000;

/**
 * Milliseconds to wait before trying again: longer each time, and not the same for all who lost the same server.
 * @param attempt 0 for the first
 * @param random 0 to 1
 */
export function backOff(attempt: number, random: number): number {
  return Math.min(MOST_MS, FIRST_MS * 2 ** attempt) * (0.75 + random / 2);
}
