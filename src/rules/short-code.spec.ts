import { readShortCode } from './short-code.js';

test.each([
  ['as it is', '7K3M9QXA', '7K3M9QXA'],
  ['in small letters, with a blank', '7k3m 9qxa', '7K3M9QXA'],
  ['with a hyphen and letters that look like digits', 'oilO-0000', '01100000'],
  ['too short', '7K3M9QX', null],
  ['with a letter that is none', '7K3M9QXU', null],
  ['a handle', 'Calm Heron 42', null],
  ['nothing', '', null],
])('%s', (_case, typed, code) => {
  expect(readShortCode(typed)).toBe(code);
});
