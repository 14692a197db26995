import { wallClock } from '../../../app/wall-clock.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAY = 24 * HOUR;

/** The whole of the board's time, on one line. Instants are epoch milliseconds. */
export interface TimeLine {
  from: number;
  to: number;
  /** Pixels that an hour is long. */
  hour: number;
}

export const toPixels = (line: TimeLine, instant: number): number => Math.round(((instant - line.from) / HOUR) * line.hour);
export const toInstant = (line: TimeLine, pixels: number): number => line.from + (pixels / line.hour) * HOUR;
export const lengthOfLine = (line: TimeLine): number => toPixels(line, line.to);

/**
 * From the first local day's start to the last one's end, wherever in the world the conference is held, and at least
 * all of what is placed.
 *
 * @param startsOn ISO date, in each zone
 */
export function boardSpan(startsOn: string, endsOn: string, zones: readonly string[], placed: readonly { start: number; end: number }[]): { from: number; to: number } {
  const first = Date.parse(`${startsOn}T00:00:00Z`);
  const last = Date.parse(`${endsOn}T00:00:00Z`) + DAY;
  let from = Math.min(...zones.map((zone) => atWall(first, zone)));
  let to = Math.max(...zones.map((zone) => atWall(last, zone)));
  for (const { start, end } of placed) {
    from = Math.min(from, start);
    to = Math.max(to, end);
  }
  return { from: Math.floor(from / HOUR) * HOUR, to: Math.ceil(to / HOUR) * HOUR };
}

/** The days of the conference on a zone's clocks: where each begins, and its ISO date. */
export function daysOfLine(line: { from: number; to: number }, zone: string): { date: string; start: number }[] {
  const days: { date: string; start: number }[] = [];
  for (let wall = Math.floor(wallClock(line.from, zone) / DAY) * DAY; ; wall += DAY) {
    const start = atWall(wall, zone);
    if (start >= line.to) return days;
    days.push({ date: new Date(wall).toISOString().slice(0, 10), start });
  }
}

/** The place on the grid nearest to an instant, on the clocks of the zone. */
export function snap(instant: number, gridMinutes: number, zone: string): number {
  const grid = gridMinutes * MINUTE;
  const wall = wallClock(instant, zone);
  return instant + (Math.round(wall / grid) * grid - wall);
}

/** The instant at which the clocks of a zone show what UTC's show at `wall`; after the gap where they skip it. */
export function atWall(wall: number, zone: string): number {
  const guess = wall - (wallClock(wall, zone) - wall);
  const shown = wallClock(guess, zone);
  return shown === wall ? guess : guess + (wall - shown);
}
