import { parseDays } from './parse-days.js';

it.each<[string, number[] | null]>([
  ['21, 7, 2', [21, 7, 2]],
  ['۲۱، ۷، ۲', [21, 7, 2]],
  [' ', []],
  ['0', null],
  ['366', null],
  ['7 days', null],
  ['1.5', null],
  ['1 2 3 4 5 6 7 8 9 10 11', null],
])('reads “%s”', (text, days) => {
  expect(parseDays(text)).toEqual(days);
});
