import type { Findings, Place } from './findings.js';
import type { ImportedTime } from './imported-schedule.js';
import { oneLine, textOf } from './texts.js';
import { readDuration } from './durations.js';
import type { RawDay, RawEvent } from './raw-schedule.js';
import { readClock, readDate, wallText, type ReadDate } from './times.js';

/** A day of the file as far as it could be read. */
export interface MendedDay {
  date: string | null;
  start: ReadDate;
  end: ReadDate;
  /** Minutes after midnight until which the night is still this day's; null where the file does not say. */
  changesAt: number | null;
}

export function mendDay(day: RawDay, dayChange: unknown): MendedDay {
  const start = readDate(textOf(day.start));
  const end = readDate(textOf(day.end));
  const given = readDate(textOf(day.date));
  return { date: dateOf(given) ?? dateOf(start), start, end, changesAt: readClock(textOf(dayChange)) };
}

export function dateOf(date: ReadDate): string | null {
  switch (date?.has) {
    case undefined:
      return null;
    case 'instant':
      return date.wall.slice(0, 10);
    case 'wall':
      return date.text.slice(0, 10);
    case 'day':
      return date.date;
  }
}

/** When an event starts. The full date with its offset wins over all else that the file says. Null where nothing says it. */
export function mendStart(event: RawEvent, day: MendedDay, zone: string | null, place: Place, findings: Findings): ImportedTime | null {
  const date = readDate(textOf(event.date));
  const clock = readClock(textOf(event.start));
  if (date?.has === 'instant' || date?.has === 'wall') {
    const wall = date.has === 'instant' ? date.wall : date.text;
    if (clock !== null && wallText(wall.slice(0, 10), clock % 1_440)?.slice(11, 16) !== wall.slice(11, 16)) {
      findings.accepted('start-differs', place, `“start” says ${oneLine(event.start)}, “date” says ${oneLine(event.date)}: the date is taken.`);
    }
    if (date.has === 'instant') return date.time;
    findings.mended('offset-missing', place, `The date ${oneLine(event.date)} has no offset: taken in the zone of the ${zone === null ? 'conference' : 'file'}.`);
    return { at: 'wall', text: wall, zone };
  }
  if (textOf(event.date).trim() !== '' && date === null) {
    findings.mended('date-unreadable', place, `The date “${oneLine(event.date).slice(0, 60)}” can't be read: day and start are taken.`);
  } else findings.mended('date-missing', place, 'There is no full date: day and start are taken.');

  const own = date?.has === 'day' ? date.date : null;
  const base = own ?? day.date;
  if (base === null) return null;
  if (clock === null) {
    findings.mended('start-missing', place, 'There is no start: the start of the day is taken.');
    if (own === null && day.start?.has === 'instant') return day.start.time;
    return { at: 'wall', text: `${base}T00:00:00`, zone };
  }
  const text = wallText(base, own === null && belongsToNight(clock, day) ? clock + 1_440 : clock);
  return text === null ? null : { at: 'wall', text, zone };
}

// 01:30 of a day that lasts from 10:00 to 04:00 is in the night after it
function belongsToNight(clock: number, day: MendedDay): boolean {
  const start = wallOf(day.start);
  const end = wallOf(day.end);
  if (clock >= 1_440) return false;
  if (start === null || end === null) return day.changesAt !== null && clock < day.changesAt;
  return clock < minutesOf(start) && end.slice(0, 10) > start.slice(0, 10) && clock <= minutesOf(end);
}

const wallOf = (date: ReadDate): string | null => (date?.has === 'instant' ? date.wall : date?.has === 'wall' ? date.text : null);
const minutesOf = (wall: string): number => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));

/** How long an event takes, in minutes. Where the file does not say, up to its end, or one timeslot. */
export function mendDuration(event: RawEvent, start: ImportedTime, timeslot: number, place: Place, findings: Findings): number {
  const given = typeof event.duration === 'number' ? event.duration : textOf(event.duration);
  const read = given === '' ? null : readDuration(given);
  if (read !== null) {
    if (read.spelling === 'odd') findings.mended('duration-spelling', place, `The duration “${given}” is taken as ${read.minutes} minutes.`);
    return read.minutes;
  }
  const end = readDate(textOf(event.end));
  if (end?.has === 'instant' && start.at === 'instant' && end.time.epoch > start.epoch) {
    findings.mended('duration-missing', place, 'There is no duration: the end is taken.');
    return (end.time.epoch - start.epoch) / 60_000;
  }
  const reason = given === '' ? 'There is no duration' : `The duration “${String(given).slice(0, 40)}” is none`;
  findings.mended('duration-missing', place, `${reason}: one timeslot of ${timeslot} minutes is taken.`);
  return timeslot;
}
