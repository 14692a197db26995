import { LANGUAGES, threeLetters } from './three-letters.js';

it.each([['en', 'eng'], ['fa', 'fas'], ['fa-IR', 'fas'], ['de', 'deu'], ['zh-Hant', 'zho'], ['fas', 'fas'], ['', null], ['x-own', null], ['qq', null]])('of %s it is %s', (tag, letters) => {
  expect(threeLetters(tag)).toBe(letters);
});

it('is read as the same language again', () => {
  const same = new Map([...LANGUAGES].map(([two, three]) => [two, Intl.getCanonicalLocales(three)[0]]));
  // Twi is written as what it is a part of
  expect([...same].filter(([two, read]) => read !== Intl.getCanonicalLocales(two)[0])).toEqual([['tw', 'ak']]);
  expect(same.size).toBe(183);
});
