import type { Findings, Place } from './findings.js';
import type { ImportedTime } from './imported-schedule.js';
import type { MendedDay } from './mend-time.js';

/** Notes a session that lies outside its day's stated window, or goes on past midnight where it is. */
export function reportWindow(start: ImportedTime, minutes: number, day: MendedDay, place: Place, findings: Findings): void {
  if (start.at === 'instant' && day.start?.has === 'instant' && day.end?.has === 'instant') {
    const ends = start.epoch + minutes * 60_000;
    // a window may end at 03:59 and mean 04:00
    if (start.epoch < day.start.time.epoch || ends > day.end.time.epoch + 60_000) {
      findings.accepted('outside-day', place, 'It lies outside the window that the file gives for its day.');
    }
  }
  const wall = start.at === 'wall' ? Date.parse(`${start.text}Z`) : start.epoch + (start.offsetMinutes ?? 0) * 60_000;
  const midnight = (Math.floor(wall / DAY) + 1) * DAY;
  if (wall + minutes * 60_000 > midnight) findings.accepted('across-midnight', place, 'It goes on past midnight.');
}

const DAY = 86_400_000;
