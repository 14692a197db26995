import { between, changingDays, dayTable, stepFrom, type TableCell } from './day-table.js';

const spring = dayTable(['2026-03-28', '2026-03-29', '2026-03-30'], 'Europe/Paris');
const autumn = dayTable(['2026-10-24', '2026-10-25'], 'Europe/Paris');
const adelaide = dayTable(['2026-10-03', '2026-10-04', '2026-10-05'], 'Australia/Adelaide');
const at = (table: typeof spring, row: number, column: number, part = 0): TableCell => table.rows[row]![column]![part]!;
const length = (cells: readonly TableCell[]): number => cells.reduce((sum, cell) => sum + cell.endsAt - cell.startsAt, 0) / 3_600_000;

it('has no place for the hour that the clocks skip, and two for the one that comes twice', () => {
  expect(spring.rows[4]!.map((place) => place.length)).toEqual([1, 0, 1]);
  expect(adelaide.rows[5]!.map((place) => place.length)).toEqual([1, 0, 1]);
  expect(autumn.rows[4]!.map((place) => place.length)).toEqual([1, 2]);
  expect([changingDays(spring), changingDays(adelaide), changingDays(autumn)]).toEqual([[1], [1], [1]]);
});

it('steps over what is skipped, through both of what comes twice, and stays at the edge', () => {
  expect(stepFrom(spring, at(spring, 3, 1), 'down')).toEqual(at(spring, 6, 1));
  expect(stepFrom(spring, at(spring, 4, 0), 'after')).toEqual(at(spring, 4, 2));
  expect(stepFrom(autumn, at(autumn, 4, 1), 'after')).toEqual(at(autumn, 4, 1, 1));
  expect(stepFrom(autumn, at(autumn, 0, 0), 'up')).toEqual(at(autumn, 0, 0));
  expect(stepFrom(autumn, at(autumn, 0, 0), 'before')).toEqual(at(autumn, 0, 0));
});

it('marks what the clocks show from one to four as two hours, three, or four', () => {
  expect(length(between(spring, at(spring, 2, 0), at(spring, 7, 0)))).toBe(3);
  expect(length(between(spring, at(spring, 2, 1), at(spring, 7, 1)))).toBe(2);
  expect(length(between(autumn, at(autumn, 7, 1), at(autumn, 2, 1)))).toBe(4);
  expect(between(spring, at(spring, 2, 0), at(spring, 7, 2))).toHaveLength(16);
});
