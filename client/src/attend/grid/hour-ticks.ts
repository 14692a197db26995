import { wallClock } from '../../app/wall-clock.js';

const HOUR = 60 * 60_000;

/**
 * The instants in `[from, to)` at which the clocks of `zone` show a whole hour that `step` divides.
 * Found on the clock of the zone, so that they are right for offsets of half and quarter hours and across a change of offset.
 */
export function hourTicks(from: number, to: number, zone: string, step = 1): number[] {
  const ticks: number[] = [];
  let instant = from;
  while (instant < to) {
    const clock = wallClock(instant, zone);
    const past = clock % HOUR;
    if (past === 0 && (clock / HOUR) % step === 0) ticks.push(instant);
    instant += HOUR - past;
  }
  return ticks;
}
