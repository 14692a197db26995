import { DAY, wallClock, wallDay } from '../../app/wall-clock.js';

export interface DayWindow {
  /** The date in the zone of the axis, `2026-11-24`. */
  date: string;
  /** Epoch milliseconds: whole local hours around what is on that day. */
  from: number;
  to: number;
}

interface Span {
  start: number;
  end: number;
}

const HOUR = 60 * 60_000;
const QUARTER = 15 * 60_000;
/** How long after midnight a day's window may run on, so that its late sessions are seen whole. */
const LATE = 6 * HOUR;

/**
 * The days on which sessions start, as they fall in `zone`, each with the hours to draw.
 * A session that began the day before is drawn from midnight; one that runs past midnight, for six hours at most.
 */
export function dayWindows(sessions: readonly Span[], zone: string): DayWindow[] {
  const byStart = [...sessions].sort((a, b) => a.start - b.start);
  const windows: DayWindow[] = [];
  let latestEnd = -Infinity;
  let position = 0;
  while (position < byStart.length) {
    const first = byStart[position]!;
    const day = wallDay(first.start, zone);
    const opens = startOfDay(first.start, zone);
    const runsOver = latestEnd > opens;
    let last = opens;
    while (position < byStart.length && wallDay(byStart[position]!.start, zone) === day) {
      const { start, end } = byStart[position]!;
      last = Math.max(last, end, start + 1);
      position += 1;
    }
    latestEnd = Math.max(latestEnd, last);
    windows.push({
      date: new Date(day * DAY).toISOString().slice(0, 10),
      from: runsOver ? opens : first.start - pastHour(first.start, zone),
      to: endOfHour(Math.min(last, opens + DAY + LATE), zone),
    });
  }
  return windows;
}

/** The window to show: the one asked for, else the one around `now`, else the next one, else the last. */
export function chooseDay(windows: readonly DayWindow[], wanted: string | null, now: number): DayWindow | null {
  return (
    windows.find((window) => window.date === wanted) ??
    windows.findLast((window) => window.from <= now && now < window.to) ??
    windows.find((window) => window.from > now) ??
    windows.at(-1) ??
    null
  );
}

/** Walked to by quarters of an hour, as a day need not begin at midnight: some clocks are put forward at that very moment. */
function startOfDay(instant: number, zone: string): number {
  const day = wallDay(instant, zone);
  let start = instant - (wallClock(instant, zone) % DAY);
  while (wallDay(start - QUARTER, zone) >= day) start -= QUARTER;
  while (wallDay(start, zone) < day) start += QUARTER;
  return start;
}

function endOfHour(instant: number, zone: string): number {
  const past = pastHour(instant, zone);
  return past === 0 ? instant : instant - past + HOUR;
}

/** Milliseconds since the clocks of the zone showed a whole hour. */
function pastHour(instant: number, zone: string): number {
  return wallClock(instant, zone) % HOUR;
}
