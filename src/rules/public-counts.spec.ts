import fc from 'fast-check';
import { placesLeft, publicCount } from './public-counts.js';

test.each([
  [0, null],
  [4, null],
  [5, 5],
  [9, 5],
  [10, 10],
])('%i people are told as %p', (people, told) => {
  expect(publicCount(people)).toBe(told);
});

test('a told count is never more than there are, and one of at least five others is told the same', () => {
  fc.assert(
    fc.property(fc.nat(100_000), (people) => {
      const told = publicCount(people) ?? 0;
      expect(told).toBeLessThanOrEqual(people);
      const alike = Array.from({ length: 11 }, (_, index) => people - 5 + index).filter((other) => other >= 0 && publicCount(other) === publicCount(people));
      expect(alike).toHaveLength(5);
    }),
  );
});

test.each([
  ['no limit', null, 5_000, 0, 'plenty'],
  ['half of it free', 100, 50, 0, 'plenty'],
  ['a tenth free', 100, 90, 0, 'few'],
  ['five free of few', 20, 15, 0, 'few'],
  ['full', 20, 20, 0, 'waitlist'],
  ['more than full, as the limit was lowered', 20, 25, 0, 'waitlist'],
  ['a place free for who waits', 20, 19, 1, 'waitlist'],
] as const)('places left: %s', (_case, limit, confirmed, waiting, told) => {
  expect(placesLeft(limit, confirmed, waiting)).toBe(told);
});
