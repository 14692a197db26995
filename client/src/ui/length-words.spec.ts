import { lengthWords } from './length-words.js';

it.each([
  [0, 'en-GB', '0:00'], [65.4, 'en-GB', '1:05'], [3_599.6, 'en-GB', '1:00:00'], [3_725, 'en-GB', '1:02:05'], [360_000, 'en-GB', '100:00:00'], [3_725, 'fa', '۱:۰۲:۰۵'],
])('%d seconds in %s are %s', (seconds, locale, words) => {
  expect(lengthWords(seconds, locale)).toBe(words);
});
