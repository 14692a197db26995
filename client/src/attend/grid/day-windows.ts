import { Temporal } from 'temporal-polyfill';

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

/** How long after midnight a day's window may run on, so that its late sessions are seen whole. */
const LATE = 6 * 3_600_000;

/**
 * The days on which sessions start, as they fall in `zone`, each with the hours to draw.
 * A session that began the day before is drawn from midnight; one that runs past midnight, for six hours at most.
 */
export function dayWindows(sessions: readonly Span[], zone: string): DayWindow[] {
  const byStart = [...sessions].sort((a, b) => a.start - b.start);
  const windows: DayWindow[] = [];
  let position = 0;
  while (position < byStart.length) {
    const first = byStart[position]!;
    const midnight = zoned(first.start, zone).startOfDay();
    const opens = midnight.epochMilliseconds;
    const closes = midnight.add({ days: 1 }).epochMilliseconds;
    let last = opens;
    while (position < byStart.length && byStart[position]!.start < closes) {
      last = Math.max(last, byStart[position]!.end, byStart[position]!.start + 1);
      position += 1;
    }
    const runsOver = byStart.some((span) => span.start < opens && span.end > opens);
    windows.push({
      date: midnight.toPlainDate().toString(),
      from: runsOver ? opens : wholeHour(first.start, zone, 'floor'),
      to: wholeHour(Math.min(last, closes + LATE), zone, 'ceil'),
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

function wholeHour(instant: number, zone: string, roundingMode: 'floor' | 'ceil'): number {
  return zoned(instant, zone).round({ smallestUnit: 'hour', roundingMode }).epochMilliseconds;
}

function zoned(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
