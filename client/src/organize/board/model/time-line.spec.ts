import { at } from './a-board.js';
import { atWall, boardSpan, daysOfLine, snap, toInstant, toPixels } from './time-line.js';

const iso = (instant: number): string => new Date(instant).toISOString();

describe('the line of time', () => {
  it('begins where the day begins first and ends where it ends last', () => {
    const { from, to } = boardSpan('2026-11-24', '2026-11-25', ['America/Los_Angeles', 'Asia/Tokyo'], []);
    expect([iso(from), iso(to)]).toEqual(['2026-11-23T15:00:00.000Z', '2026-11-26T08:00:00.000Z']);
  });

  it('holds what is placed outside of the days', () => {
    const { from, to } = boardSpan('2026-11-24', '2026-11-24', ['UTC'], [{ start: at('-02:00'), end: at('25:20') }]);
    expect([iso(from), iso(to)]).toEqual(['2026-11-23T22:00:00.000Z', '2026-11-25T02:00:00.000Z']);
  });

  it('goes from instants to pixels and back', () => {
    const line = { from: at('09:00'), to: at('18:00'), hour: 120 };
    expect(toPixels(line, at('10:30'))).toBe(180);
    expect(toInstant(line, 180)).toBe(at('10:30'));
  });

  it.each<[string, string, string, number, string]>([
    ['down', 'UTC', '10:02', 5, '10:00'],
    ['up', 'UTC', '10:03', 5, '10:05'],
    ['on clocks that are half an hour off', 'Asia/Tehran', '10:40', 60, '10:30'],
    ['on clocks that are a quarter off', 'Asia/Kathmandu', '10:20', 30, '10:15'],
  ])('snaps %s', (_name, zone, instant, grid, wanted) => {
    expect(iso(snap(at(instant), grid, zone))).toBe(iso(at(wanted)));
  });

  it('names the days of a zone, also on the day when its clocks change', () => {
    const days = daysOfLine({ from: Date.parse('2026-03-28T23:00:00Z'), to: Date.parse('2026-03-30T10:00:00Z') }, 'Europe/Paris');
    expect(days.map(({ date, start }) => [date, iso(start)])).toEqual([['2026-03-29', '2026-03-28T23:00:00.000Z'], ['2026-03-30', '2026-03-29T22:00:00.000Z']]);
  });

  it('finds an instant by its clock', () => {
    expect(iso(atWall(Date.parse('2026-07-01T00:00:00Z'), 'Asia/Kolkata'))).toBe('2026-06-30T18:30:00.000Z');
  });
});
