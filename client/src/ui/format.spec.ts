import { formatFor, localeFor } from './format.js';

const nine = Date.parse('2026-11-24T09:00:00Z');
const plain = (text: string): string => text.replace(/[\u2009\u202f\u00a0]/g, ' ').replace(/[\u200e\u200f]/g, '');

test.each([
  ['en-GB', '09:00'],
  ['en-US', '9:00 AM'],
  ['de', '09:00'],
  ['fa', '۰۹:۰۰'],
])('a time in %s', (locale, shown) => {
  expect(plain(formatFor(locale).time(nine, 'UTC'))).toBe(shown);
});

test('midnight has two digits where the clock has 24 hours', () => {
  expect(formatFor('en-GB').time(Date.parse('2026-11-24T00:30:00Z'), 'UTC')).toBe('00:30');
});

test('a range over midnight has no dates in it', () => {
  const [start, end] = [Date.parse('2026-11-24T23:30:00Z'), Date.parse('2026-11-25T00:30:00Z')];
  expect(plain(formatFor('en-GB').timeRange(start, end, 'UTC'))).toBe('23:30–00:30');
  expect(plain(formatFor('en-US').timeRange(start, end, 'UTC'))).toBe('11:30 PM – 12:30 AM');
  // with the word that stands in every other range
  expect(plain(formatFor('fa').timeRange(start, end, 'UTC'))).toBe('۲۳:۳۰ تا ۰۰:۳۰');
  expect(plain(formatFor('fa').timeRange(nine, nine + 3_600_000, 'UTC'))).toBe('۹:۰۰ تا ۱۰:۰۰');
});

test('Persian dates are of the Persian calendar', () => {
  expect(formatFor('fa').day(nine, 'Asia/Tehran')).toBe('سه‌شنبه ۳ آذر');
});

test.each([
  [45, '45 min'],
  [60, '1 hr'],
  [95, '1 hr 35 min'],
])('%d minutes', (minutes, shown) => {
  expect(plain(formatFor('en-US').duration(minutes))).toBe(shown);
});

test('a language tag that nobody knows is shown as it is', () => {
  expect(formatFor('en-GB').language('x-!')).toBe('x-!');
});

test.each([
  ['the reader’s own English', 'en', ['de-AT', 'en-AU'], 'en-AU'],
  ['neutral English', 'en', ['de-AT'], 'en-GB'],
  ['Persian', 'fa', ['en-US'], 'fa'],
  ['Dari', 'fa', ['fa-AF'], 'fa-AF'],
])('%s', (_case, language, preferred, locale) => {
  expect(localeFor(language, preferred)).toBe(locale);
});
