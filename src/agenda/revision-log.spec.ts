import type { Revision } from '../contract/changes.js';
import { RevisionLog } from './revision-log.js';

const revision = (number: number, note = ''): Revision => ({ revision: number, at: '2026-11-24T09:00:00.000Z', kind: 'live', release: null, note, changes: [] });
const numbers = (revisions: Revision[] | null): number[] | null => revisions?.map((one) => one.revision) ?? null;
const one = JSON.stringify(revision(1)).length;

function aLog(upTo: number, bounds = { revisions: 5, size: 100_000 }): RevisionLog {
  const log = new RevisionLog(bounds);
  for (let number = 1; number <= upTo; number += 1) log.append(revision(number));
  return log;
}

test.each([
  ['nothing missed', 3, 3, []],
  ['the last one', 2, 3, [3]],
  ['all that is kept', 3, 8, [4, 5, 6, 7, 8]],
  ['one more than is kept', 2, 8, null],
  ['ahead of the log', 9, 8, null],
])('%s', (_name, since, current, expected) => {
  expect(numbers(aLog(current).after(since, current, Infinity))).toEqual(expected);
});

test('what is larger than allowed is not answered', () => {
  const log = aLog(5);
  expect(numbers(log.after(3, 5, 2 * one))).toEqual([4, 5]);
  expect(log.after(2, 5, 2 * one)).toBeNull();
});

test('the older end is folded when the log is too large, even all of it', () => {
  const log = aLog(3, { revisions: 100, size: 3 * one + 10 });
  log.append(revision(4, 'x'.repeat(one)));
  expect(numbers(log.after(1, 4, Infinity))).toBeNull();
  expect(numbers(log.after(2, 4, Infinity))).toEqual([3, 4]);
  log.append(revision(5, 'x'.repeat(10 * one)));
  expect(log.after(4, 5, Infinity)).toBeNull();
});

test('a revision that does not follow is refused', () => {
  expect(() => aLog(3).append(revision(5))).toThrow(RangeError);
});
