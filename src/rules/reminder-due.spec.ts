import { isReminderDue } from './reminder-due.js';

const DAY = 24 * 3_600_000;
const START = Date.parse('2026-11-24T09:00:00Z');
const before = (days: number): number => START - days * DAY;
const SCHEDULE = [21, 7, 2];

it.each<[string, number | null, number, boolean]>([
  ['nothing before the first mark', null, before(22), false],
  ['at the first mark', null, before(21), true],
  ['not again until the next', before(21), before(8), false],
  ['at the second mark', before(21), before(7), true],
  ['once for marks that were missed', null, before(1), true],
  ['and no more then', before(1.9), before(0.5), false],
  ['not within a day of a reminder by hand', before(7.5), before(7), false],
  ['but when the day is over', before(7.5), before(6.4), true],
  ['not when it has begun', null, START, false],
])('%s', (_name, remindedAt, now, due) => {
  expect(isReminderDue([START], SCHEDULE, remindedAt, now)).toBe(due);
});

it('asks nothing of those who wait for nothing', () => {
  expect(isReminderDue([], SCHEDULE, null, before(1))).toBe(false);
});
