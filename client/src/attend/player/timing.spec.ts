import { untilRenewal } from './address-lease.js';
import { backOff } from './back-off.js';

const NOW = Date.parse('2026-11-24T09:00:00Z');

it.each([
  ['an hour: a minute before', 3_600, 3_540],
  ['a minute: when two thirds are over', 60, 40],
  ['over already, by a wrong clock: not without end', -3_600, 20],
])('an address that lives %s', (_name, life, wait) => {
  expect(untilRenewal({ expiresAt: new Date(NOW + life * 1_000).toISOString() }, NOW) / 1_000).toBe(wait);
});

it('is asked for again after longer and longer, up to a bound, and not by all at once', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 60].map((attempt) => backOff(attempt, 0.5))).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  expect([backOff(1, 0), backOff(1, 1)]).toEqual([750, 1_250]);
});
