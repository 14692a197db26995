import { nearFirst } from './near-first.js';

const ZONES: Record<string, string> = { lyon: 'Europe/Paris', oslo: 'Europe/Oslo', tehran: 'Asia/Tehran', perth: 'Australia/Perth' };
const NOW = Date.parse('2026-11-24T09:00:00Z');
const order = (mine: string, own: string | null = null): string[] => nearFirst(Object.keys(ZONES), (id) => ZONES[id], mine, NOW, own);

test.each([
  ['the reader’s own zone, before others with the same clocks', 'Europe/Oslo', ['oslo', 'lyon', 'tehran', 'perth']],
  ['the nearest clocks where no city has the reader’s zone', 'Asia/Singapore', ['perth', 'lyon', 'oslo', 'tehran']],
  ['all that are as near as each other', 'Europe/Berlin', ['lyon', 'oslo', 'tehran', 'perth']],
])('first %s', (_name, mine, expected) => {
  expect(order(mine)).toEqual(expected);
});

test('a city that is named comes before all; one that is not there is passed over', () => {
  expect(order('Europe/Oslo', 'tehran')).toEqual(['tehran', 'lyon', 'oslo', 'perth']);
  expect(order('Europe/Oslo', 'gone')).toEqual(['oslo', 'lyon', 'tehran', 'perth']);
});
