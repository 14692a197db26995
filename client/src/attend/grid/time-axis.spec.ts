import fc from 'fast-check';
import { chooseDay, dayWindows } from './day-windows.js';
import { hourTicks } from './hour-ticks.js';

const at = (text: string): number => Date.parse(text);
const span = (start: string, end: string): { start: number; end: number } => ({ start: at(start), end: at(end) });
const text = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

describe('dayWindows', () => {
  it('draws whole hours around what is on, day by day in the zone of the axis', () => {
    const windows = dayWindows([span('2026-11-24T09:10Z', '2026-11-24T10:20Z'), span('2026-11-25T12:00Z', '2026-11-25T13:00Z')], 'Europe/Paris');
    expect(windows.map(({ date, from, to }) => [date, text(from), text(to)])).toEqual([
      ['2026-11-24', '2026-11-24T09:00', '2026-11-24T11:00'],
      ['2026-11-25', '2026-11-25T12:00', '2026-11-25T13:00'],
    ]);
  });

  it('follows the zone: an evening in Paris is the next morning in Sydney', () => {
    const evening = [span('2026-11-24T19:00Z', '2026-11-24T20:00Z')];
    expect(dayWindows(evening, 'Europe/Paris')[0]?.date).toBe('2026-11-24');
    expect(dayWindows(evening, 'Australia/Sydney')[0]?.date).toBe('2026-11-25');
  });

  it('shows a session across midnight whole on its day, and its rest on the next', () => {
    const windows = dayWindows([span('2026-11-24T23:00Z', '2026-11-25T01:30Z'), span('2026-11-25T09:00Z', '2026-11-25T10:00Z')], 'UTC');
    expect(windows.map(({ from, to }) => [text(from), text(to)])).toEqual([
      ['2026-11-24T23:00', '2026-11-25T02:00'],
      ['2026-11-25T00:00', '2026-11-25T10:00'],
    ]);
  });

  it('begins a day after midnight where clocks are put forward at midnight', () => {
    const windows = dayWindows([span('2026-04-23T21:00Z', '2026-04-23T23:30Z'), span('2026-04-24T06:00Z', '2026-04-24T07:00Z')], 'Africa/Cairo');
    expect(windows.map(({ date, from }) => [date, text(from)])).toEqual([['2026-04-23', '2026-04-23T21:00'], ['2026-04-24', '2026-04-23T22:00']]);
  });

  it('does not let an exhibition of three days stretch its first day', () => {
    const [day] = dayWindows([span('2026-11-24T09:00Z', '2026-11-27T18:00Z')], 'UTC');
    expect(text(day!.to)).toBe('2026-11-25T06:00');
  });

  it('has a window around every start', () => {
    const hour = 3_600_000;
    const spans = fc.array(fc.record({ start: fc.integer({ min: 0, max: 500 }), length: fc.integer({ min: 0, max: 30 }) }), { minLength: 1, maxLength: 30 });
    fc.assert(fc.property(spans, fc.constantFrom('Europe/Paris', 'Asia/Tehran', 'Australia/Adelaide', 'America/Toronto'), (list, zone) => {
      const sessions = list.map(({ start, length }) => ({ start: at('2026-03-20T00:00Z') + start * hour, end: at('2026-03-20T00:00Z') + (start + length) * hour }));
      const windows = dayWindows(sessions, zone);
      expect(sessions.every(({ start }) => windows.some(({ from, to }) => from <= start && start < to))).toBe(true);
      expect(windows.map(({ date }) => date)).toEqual([...new Set(windows.map(({ date }) => date))].sort());
    }));
  });
});

describe('chooseDay', () => {
  const windows = dayWindows([span('2026-11-24T09:00Z', '2026-11-24T10:00Z'), span('2026-11-25T09:00Z', '2026-11-25T10:00Z')], 'UTC');
  it.each([
    ['the one asked for', '2026-11-25', '2026-11-24T09:30Z', '2026-11-25'],
    ['the one that is on', null, '2026-11-25T09:30Z', '2026-11-25'],
    ['the next one, between days', null, '2026-11-24T20:00Z', '2026-11-25'],
    ['the first one, before', null, '2026-11-01T00:00Z', '2026-11-24'],
    ['the last one, after', null, '2026-12-01T00:00Z', '2026-11-25'],
    ['not a date that has no sessions', '2030-01-01', '2026-11-24T09:30Z', '2026-11-24'],
  ])('%s', (_name, wanted, now, expected) => {
    expect(chooseDay(windows, wanted, at(now))?.date).toBe(expected);
  });

  it('has nothing to choose without sessions', () => {
    expect(chooseDay([], null, 0)).toBeNull();
  });
});

describe('hourTicks', () => {
  it.each([
    ['a whole-hour zone', '2026-11-24T09:00Z', '2026-11-24T12:00Z', 'Europe/Paris', 1, ['09:00', '10:00', '11:00']],
    ['a half-hour zone', '2026-11-24T09:00Z', '2026-11-24T12:00Z', 'Asia/Tehran', 1, ['09:30', '10:30', '11:30']],
    ['a quarter-hour zone', '2026-11-24T09:00Z', '2026-11-24T11:00Z', 'Asia/Kathmandu', 1, ['09:15', '10:15']],
    ['every second local hour', '2026-11-24T09:00Z', '2026-11-24T13:00Z', 'Europe/Paris', 2, ['09:00', '11:00']],
    ['the hour that a clock skips in spring', '2026-03-29T00:00Z', '2026-03-29T03:00Z', 'Europe/Paris', 1, ['00:00', '01:00', '02:00']],
    ['half an hour of change', '2026-04-04T14:00Z', '2026-04-04T17:00Z', 'Australia/Lord_Howe', 1, ['14:00', '15:30', '16:30']],
  ])('%s', (_name, from, to, zone, step, expected) => {
    expect(hourTicks(at(from), at(to), zone, step).map((tick) => text(tick).slice(11))).toEqual(expected);
  });
});
