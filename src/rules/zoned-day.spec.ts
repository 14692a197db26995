import fc from 'fast-check';
import { isWithin, mergeWindows, withoutWindow, withWindow, type Window } from './availability.js';
import { cellsOfDay, datesAround } from './zoned-day.js';

const HOUR = 3_600_000;
const span = (date: string, zone: string): number => {
  const cells = cellsOfDay(date, zone);
  return (cells.at(-1)!.endsAt - cells[0]!.startsAt) / HOUR;
};
const rowsOf = (date: string, zone: string): number[] => cellsOfDay(date, zone).map((cell) => cell.row);

describe('a local day', () => {
  it('has 23 hours in Paris on 29 March 2026, without the one from two to three', () => {
    expect(span('2026-03-29', 'Europe/Paris')).toBe(23);
    expect(rowsOf('2026-03-29', 'Europe/Paris')).toEqual([0, 1, 2, 3, ...Array.from({ length: 42 }, (_, n) => n + 6)]);
  });

  it('has 23 hours in Adelaide on 4 October 2026, and starts at half past an hour of UTC', () => {
    expect(span('2026-10-04', 'Australia/Adelaide')).toBe(23);
    expect(rowsOf('2026-10-04', 'Australia/Adelaide')).not.toContain(4);
    expect(new Date(cellsOfDay('2026-10-04', 'Australia/Adelaide')[0]!.startsAt).toISOString()).toBe('2026-10-03T14:30:00.000Z');
  });

  it('has the hour from two to three twice in Paris on 25 October 2026', () => {
    expect(span('2026-10-25', 'Europe/Paris')).toBe(25);
    expect(rowsOf('2026-10-25', 'Europe/Paris').slice(4, 8)).toEqual([4, 5, 4, 5]);
  });

  it('follows on the day before without a gap, whatever the zone', () => {
    const zones = ['Europe/Paris', 'Australia/Adelaide', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Tehran', 'UTC'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 365 }), (zone, offset) => {
        const date = (day: number): string => new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
        const cells = [...cellsOfDay(date(offset), zone), ...cellsOfDay(date(offset + 1), zone)];
        for (const [n, cell] of cells.slice(1).entries()) expect(cell.startsAt).toBe(cells[n]!.endsAt);
      }),
    );
  });

  it('is offered a day before and after the conference', () => {
    expect(datesAround('2026-03-01', '2026-03-02')).toEqual(['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03']);
  });
});

describe('windows of availability', () => {
  const window = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 10 })).map(([startsAt, length]): Window => ({ startsAt, endsAt: startsAt + length }));
  const covered = (windows: readonly Window[]): number[] => Array.from({ length: 70 }, (_, at) => at).filter((at) => isWithin(windows, { startsAt: at, endsAt: at + 1 }));

  it('cover what was put in and not what was cut out, and never touch', () => {
    fc.assert(
      fc.property(fc.array(window), window, (windows, other) => {
        const merged = mergeWindows(windows);
        for (const [n, next] of merged.slice(1).entries()) expect(merged[n]!.endsAt).toBeLessThan(next.startsAt);
        const inOther = covered([other]);
        expect(covered(withWindow(merged, other))).toEqual([...new Set([...covered(merged), ...inOther])].sort((a, b) => a - b));
        expect(covered(withoutWindow(merged, other))).toEqual(covered(merged).filter((at) => !inOther.includes(at)));
      }),
    );
  });
});
