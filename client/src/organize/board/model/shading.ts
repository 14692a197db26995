import { type Window, withoutWindow } from '@rules/availability.js';
import { AudienceHours } from '@rules/placement/audience-hours.js';
import type { Audience } from '@rules/placement/world.js';
import { daysOfLine } from './time-line.js';

const HOUR = 3_600_000;
/** When most people sleep, on their own clocks. */
const ASLEEP = { from: 23, to: 7 };

/** The nights of a zone that touch a stretch of time. */
export function nights(line: { from: number; to: number }, zone: string): Window[] {
  const midnights = daysOfLine({ from: line.from - 24 * HOUR, to: line.to + 24 * HOUR }, zone);
  return midnights
    .map(({ start }) => ({ startsAt: start - (24 - ASLEEP.from) * HOUR, endsAt: start + ASLEEP.to * HOUR }))
    .filter(({ startsAt, endsAt }) => startsAt < line.to && endsAt > line.from);
}

/** How many people would be asleep in each hour from `from` on. */
export function asleepByHour(line: { from: number; to: number }, audiences: readonly Audience[]): { at: number; people: number }[] {
  const hours = new AudienceHours(audiences);
  return Array.from({ length: Math.ceil((line.to - line.from) / HOUR) }, (_, n) => {
    const at = line.from + n * HOUR;
    return { at, people: hours.atNight(at, at + HOUR) };
  });
}

/** What of a stretch of time lies in none of the windows. */
export function outside(line: { from: number; to: number }, windows: readonly Window[]): Window[] {
  return windows.reduce<Window[]>((left, window) => withoutWindow(left, window), [{ startsAt: line.from, endsAt: line.to }]);
}
