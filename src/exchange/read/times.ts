import { Temporal } from 'temporal-polyfill';
import type { ImportedTime } from './imported-schedule.js';

/** What a file may say of a moment: all of it, or a day without a time, or a time without a day. */
export type ReadDate =
  | { has: 'instant'; time: Extract<ImportedTime, { at: 'instant' }>; wall: string }
  | { has: 'wall'; text: string }
  | { has: 'day'; date: string }
  | null;

const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{1,2}(?::?\d{2})?)?)?$/i;

/** Reads `2026-11-24T10:00:00+01:00` and what real files make of it: a blank for the T, no seconds, `+0100`, `+1:00`, no offset, no time. */
export function readDate(text: string): ReadDate {
  const [, date, hour, minute, second, offset] = SHAPE.exec(text.trim()) ?? [];
  if (date === undefined || !isDate(date)) return null;
  if (hour === undefined || minute === undefined) return { has: 'day', date };
  const wall = wallText(date, Number(hour) * 60 + Number(minute), Number(second ?? 0));
  if (wall === null) return null;
  if (offset === undefined) return { has: 'wall', text: wall };
  const offsetMinutes = readOffset(offset);
  if (offsetMinutes === undefined) return null;
  const epoch = Date.parse(`${wall}Z`) - (offsetMinutes ?? 0) * 60_000;
  return { has: 'instant', time: { at: 'instant', epoch, offsetMinutes }, wall };
}

/** Minutes since midnight of `9:00`, `09:00:00` or, past midnight, `25:30`. Null where it is no time of day. */
export function readClock(text: string): number | null {
  const [, hour, minute] = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/.exec(text.trim()) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes < 48 * 60 ? minutes : null;
}

/** A wall time from a date and minutes since its midnight, which may lie on the next day. */
export function wallText(date: string, minutes: number, seconds = 0): string | null {
  if (minutes >= 48 * 60 || seconds > 59) return null;
  const time = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes, seconds });
  return time.toString({ smallestUnit: 'second' });
}

export function isDate(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

// null: `Z`, an instant that says nothing about where; undefined: no offset there is
function readOffset(text: string): number | null | undefined {
  if (/^z$/i.test(text)) return null;
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (!(total <= 18 * 60) || Number(minutes) > 59) return undefined;
  return sign === '-' ? -total : total;
}
