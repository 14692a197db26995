import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { clockOf } from './zone-clock.js';

const at = (text: string): number => Date.parse(text);
const shown = (windows: readonly { startsAt: number; endsAt: number }[]): string[] =>
  windows.map(({ startsAt, endsAt }) => `${new Date(startsAt).toISOString().slice(0, 16)}/${new Date(endsAt).toISOString().slice(0, 16)}`);

it.each<[name: string, zone: string, from: string, to: string, nights: string[]]>([
  ['an ordinary day', 'Europe/Paris', '2026-06-10T10:00Z', '2026-06-11T10:00Z', ['2026-06-10T21:00/2026-06-11T05:00']],
  ['the night that loses an hour is seven hours long', 'Europe/Paris', '2026-03-28T12:00Z', '2026-03-29T12:00Z', ['2026-03-28T22:00/2026-03-29T05:00']],
  ['the night that gains an hour is nine hours long', 'Europe/Paris', '2026-10-24T12:00Z', '2026-10-25T12:00Z', ['2026-10-24T21:00/2026-10-25T06:00']],
  ['half an hour of summer time', 'Australia/Lord_Howe', '2026-10-03T03:00Z', '2026-10-04T03:00Z', ['2026-10-03T12:30/2026-10-03T20:00']],
  ['the night one is in, and the next', 'Asia/Tehran', '2026-06-10T20:00Z', '2026-06-11T20:00Z', ['2026-06-10T19:30/2026-06-11T03:30', '2026-06-11T19:30/2026-06-12T03:30']],
])('nights: %s', (_name, zone, from, to, nights) => {
  expect(shown(clockOf(zone).nightsWithin(at(from), at(to)))).toEqual(nights);
});

it.each<[name: string, from: string, to: string, touches: boolean]>([
  ['until 23:00', '2026-06-10T20:00Z', '2026-06-10T21:00Z', false],
  ['a minute past 23:00', '2026-06-10T20:00Z', '2026-06-10T21:01Z', true],
  ['from 07:00', '2026-06-10T05:00Z', '2026-06-10T06:00Z', false],
  ['from 06:59', '2026-06-10T04:59Z', '2026-06-10T06:00Z', true],
  ['a whole day', '2026-06-10T06:00Z', '2026-06-11T06:00Z', true],
])('in Paris, %s touches night: %s', (_name, from, to, touches) => {
  expect(clockOf('Europe/Paris').touchesNight(at(from), at(to))).toBe(touches);
});

it('has the offset and the wall times that Temporal has, in any zone at any time', () => {
  const zones = fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tehran', 'Africa/Casablanca', 'Pacific/Apia', 'America/Asuncion');
  const minutes = fc.integer({ min: Date.UTC(2015, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
  fc.assert(fc.property(zones, minutes, (zone, minute) => {
    const instant = minute * 60_000;
    const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
    expect(clockOf(zone).offsetAt(instant)).toBe(zoned.offsetNanoseconds / 1e6);
    const wall = Temporal.PlainDateTime.from(new Date(instant).toISOString().slice(0, 19));
    expect(clockOf(zone).instantOf(instant)).toBe(wall.toZonedDateTime(zone).epochMilliseconds);
  }), { numRuns: 500 });
});

it('has the wall times of a day on which the clock changes, minute for minute', () => {
  for (const [zone, day] of [['Europe/Paris', '2026-03-29'], ['Europe/Paris', '2026-10-25'], ['Australia/Lord_Howe', '2026-10-04'], ['Australia/Lord_Howe', '2026-04-05']] as const) {
    const midnight = at(`${day}T00:00Z`);
    for (let minute = 0; minute < 5 * 60; minute += 7) {
      const wall = Temporal.PlainDateTime.from(`${day}T00:00`).add({ minutes: minute });
      expect([day, minute, clockOf(zone).instantOf(midnight + minute * 60_000)]).toEqual([day, minute, wall.toZonedDateTime(zone).epochMilliseconds]);
    }
  }
});

it('takes a zone that nobody knows for UTC', () => {
  expect(clockOf('Mars/Olympus').offsetAt(0)).toBe(0);
});
