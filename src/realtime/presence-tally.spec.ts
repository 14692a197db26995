import { PresenceTally, SILENCE_MS } from './presence-tally.js';

const crowd = (tally: PresenceTally, city: string | null, people: number, from = 0): void => {
  for (let n = 0; n < people; n += 1) tally.enter('tides', `${city}-${from + n}`, city);
};

test('sums what this process counts and what others report', () => {
  const tally = new PresenceTally();
  crowd(tally, 'lyon', 6);
  crowd(tally, null, 2);
  tally.report('p2', 'tides', { total: 9, cities: { lyon: 4, perth: 5 } }, 0);
  tally.report('p2', 'reefs', { total: 3, cities: {} }, 0);
  expect(tally.shown('tides')).toEqual({ total: 17, cities: { lyon: 10, perth: 5 } });
});

test('a city with fewer than five is not named, and still counts', () => {
  const tally = new PresenceTally();
  crowd(tally, 'lyon', 4);
  crowd(tally, 'perth', 5);
  expect(tally.shown('tides')).toEqual({ total: 9, cities: { perth: 5 } });
  tally.report('p2', 'tides', { total: 1, cities: { lyon: 1 } }, 0);
  expect(tally.shown('tides').cities).toEqual({ lyon: 5, perth: 5 });
});

test('a socket is counted once, in the city that it named last', () => {
  const tally = new PresenceTally();
  tally.enter('tides', 's1', 'lyon');
  tally.enter('tides', 's1', 'perth');
  expect(tally.local('tides')).toEqual({ total: 1, cities: { perth: 1 } });
  tally.leave('tides', 's1');
  tally.forget('tides');
  expect(tally.conferences()).toEqual([]);
});

test('a socket that is closed counts nowhere', () => {
  const tally = new PresenceTally();
  tally.enter('tides', 's1', 'lyon');
  tally.enter('reefs', 's1', null);
  tally.enter('reefs', 's2', null);
  tally.gone('s1');
  expect([tally.local('tides').total, tally.local('reefs').total]).toEqual([0, 1]);
});

test('a process that falls silent is forgotten', () => {
  const tally = new PresenceTally();
  tally.report('p2', 'tides', { total: 9, cities: {} }, 0);
  tally.report('p3', 'tides', { total: 1, cities: {} }, 20_000);
  tally.expire(SILENCE_MS);
  expect(tally.shown('tides').total).toBe(10);
  tally.expire(SILENCE_MS + 1);
  expect(tally.shown('tides').total).toBe(1);
});
