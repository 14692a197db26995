import { toInstant, toWallTime } from './wall-time.js';

describe('a time on the clocks of a zone', () => {
  it.each([
    ['2026-11-24T09:00', 'Europe/Paris', '2026-11-24T08:00:00.000Z'],
    ['2026-11-24T09:00', 'Australia/Adelaide', '2026-11-23T22:30:00.000Z'],
    ['2026-11-24T09:00', 'Asia/Tehran', '2026-11-24T05:30:00.000Z'],
    // on the day on which the clocks change, before and after they do
    ['2026-03-29T01:30', 'Europe/Paris', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29T03:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T03:30', 'Europe/Paris', '2026-10-25T02:30:00.000Z'],
  ])('%s in %s is %s, and back', (wall, zone, instant) => {
    expect(toInstant(wall, zone)).toBe(instant);
    expect(toWallTime(instant, zone)).toBe(wall);
  });

  it('is the earlier one where the clocks show it twice, and after the gap where they never do', () => {
    expect(toInstant('2026-10-25T02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z');
    expect(toInstant('2026-03-29T02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is empty for what is no time', () => {
    expect([toInstant('', 'Europe/Paris'), toWallTime('', 'Europe/Paris')]).toEqual(['', '']);
  });
});
