import { wallClock, wallDay } from './wall-clock.js';

test.each([
  ['UTC', '2026-11-24T09:00:00Z', 'UTC', '2026-11-24T09:00'],
  ['east, over midnight', '2026-11-24T20:00:00Z', 'Australia/Sydney', '2026-11-25T07:00'],
  ['west, the day before', '2026-11-24T02:00:00Z', 'America/Vancouver', '2026-11-23T18:00'],
  ['half an hour', '2026-11-24T09:00:00Z', 'Asia/Tehran', '2026-11-24T12:30'],
  ['three quarters', '2026-11-24T09:00:00Z', 'Asia/Kathmandu', '2026-11-24T14:45'],
  ['before the clocks go back', '2026-10-25T00:59:00Z', 'Europe/Berlin', '2026-10-25T02:59'],
  ['after the clocks went back', '2026-10-25T01:00:00Z', 'Europe/Berlin', '2026-10-25T02:00'],
])('%s', (_case, instant, zone, shown) => {
  expect(new Date(wallClock(Date.parse(instant), zone)).toISOString().slice(0, 16)).toBe(shown);
});

test('the day is that of the zone', () => {
  const instant = Date.parse('2026-11-24T20:00:00Z');
  expect(wallDay(instant, 'Australia/Sydney')).toBe(wallDay(instant, 'UTC') + 1);
});
