import { plainDigits } from './plain-digits.js';

it.each([
  ['12345678', '12345678'],
  [' 1234 5678', '12345678'],
  ['۱۲۳۴۵۶۷۸', '12345678'],
  ['١٢٣٤٥٦٧٨', '12345678'],
  ['１２３', '123'],
  ['abc', ''],
])('%s is %s', (typed, digits) => {
  expect(plainDigits(typed)).toBe(digits);
});
