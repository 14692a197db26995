import { fixedZone, instantOfWall, knownZone, offsetText } from './zones.js';

describe('the instant of a wall time', () => {
  it.each<[name: string, zone: string, wall: string, instant: string, plain: boolean]>([
    ['winter', 'Europe/Berlin', '2026-01-15T10:00:00', '2026-01-15T09:00:00.000Z', true],
    ['summer', 'Europe/Berlin', '2026-07-15T10:00:00', '2026-07-15T08:00:00.000Z', true],
    ['the hour that spring leaves out', 'Europe/Berlin', '2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z', false],
    ['the hour that autumn repeats', 'Europe/Berlin', '2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z', false],
    ['south of the equator', 'Australia/Sydney', '2026-01-15T10:00:00', '2026-01-14T23:00:00.000Z', true],
    ['between the hours', 'Asia/Kolkata', '2026-01-15T10:00:00', '2026-01-15T04:30:00.000Z', true],
  ])('in %s', (_name, zone, wall, instant, plain) => {
    expect(instantOfWall(wall, zone)).toEqual({ epoch: Date.parse(instant), plain });
  });
});

it.each([[0, 'UTC'], [60, 'Etc/GMT-1'], [-300, 'Etc/GMT+5'], [330, 'Asia/Kolkata'], [840, 'Etc/GMT-14'], [17, null]])('a zone that keeps %d minutes is %s', (minutes, zone) => {
  expect(fixedZone(minutes)).toBe(zone);
  if (zone !== null) expect(instantOfWall('2026-07-15T12:00:00', zone).epoch).toBe(Date.UTC(2026, 6, 15, 12) - minutes * 60_000);
});

it.each([['Europe/Berlin', 'Europe/Berlin'], ['Mars/Olympus', null], ['', null], ['+02:00', null]])('knows of %s: %s', (name, known) => {
  expect(knownZone(name)).toBe(known);
});

it.each([[0, '+00:00'], [-300, '-05:00'], [345, '+05:45']])('writes %d minutes as %s', (minutes, text) => expect(offsetText(minutes)).toBe(text));
