import { Temporal } from 'temporal-polyfill';

/** A piece of a local day. Instants are epoch milliseconds. */
export interface DayCell {
  startsAt: number;
  endsAt: number;
  /** Which row of the day it stands in: its wall time divided by the step. */
  row: number;
}

/** Minutes that one cell of the availability editor lasts. */
export const CELL_MINUTES = 30;
export const ROWS = (24 * 60) / CELL_MINUTES;

/**
 * All half hours of a local day, in order. On a day when clocks change, a half hour that is skipped is in no cell, and one
 * that comes twice is in two cells of one row: a day has 46, 48 or 50 (47 or 49 where clocks change by half an hour).
 *
 * @param date ISO, `2026-03-29`
 * @param zone IANA name
 */
export function cellsOfDay(date: string, zone: string): DayCell[] {
  const day = Temporal.PlainDate.from(date);
  const end = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const cells: DayCell[] = [];
  let at = day.toZonedDateTime(zone);
  while (at.epochMilliseconds < end) {
    const next = at.add({ minutes: CELL_MINUTES });
    cells.push({
      startsAt: at.epochMilliseconds,
      endsAt: Math.min(next.epochMilliseconds, end),
      row: Math.floor((at.hour * 60 + at.minute) / CELL_MINUTES),
    });
    at = next;
  }
  return cells;
}

/** The local days from one to another, both included, as ISO dates. */
export function datesBetween(from: string, to: string): string[] {
  const last = Temporal.PlainDate.from(to);
  const dates: string[] = [];
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) dates.push(day.toString());
  return dates;
}

/** The local days that a conference may touch, wherever it is held: a day more on each side. */
export function datesAround(startsOn: string, endsOn: string): string[] {
  const day = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
  return datesBetween(day(startsOn, -1), day(endsOn, 1));
}
