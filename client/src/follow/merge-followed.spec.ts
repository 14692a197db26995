import { changeSince, mergeFollowed } from './merge-followed.js';

const set = (letters: string): ReadonlySet<string> => new Set(letters);
const id = (digit: number): string => `00000000-0000-7000-8000-00000000000${digit}`;

it('says what was added and taken out, and nothing that is no id', () => {
  expect(changeSince(new Set([id(1), id(2)]), new Set([id(2), id(3), 'what an old version kept']))).toEqual({ add: [id(3)], remove: [id(1)] });
  expect(changeSince(new Set(), new Set())).toEqual({ add: [], remove: [] });
});

it.each([
  ['agreed', 'ab', 'ab', 'ab', 'ab', 'ab'],
  ['first time: both have some', '', 'ab', 'ab', 'abc', 'abc'],
  ['added on another device', 'a', 'a', 'a', 'ab', 'ab'],
  ['taken out on another device', 'ab', 'ab', 'ab', 'b', 'b'],
  ['added here and there', 'a', 'ab', 'ab', 'abc', 'abc'],
  ['added here, taken out there', 'ab', 'abc', 'abc', 'bc', 'bc'],
  ['pressed while the answer was on its way', 'a', 'a', 'ab', 'a', 'ab'],
  ['let go while the answer was on its way', 'ab', 'ab', 'a', 'ab', 'a'],
  ['pressed and let go again meanwhile', '', 'a', '', 'a', ''],
  ['not in the agenda any more: the account does not take it', '', 'ax', 'ax', 'a', 'ax'],
  ['forgotten by the server (a purge)', 'ab', 'ab', 'ab', '', ''],
])('%s', (_name, base, sent, local, answer, merged) => {
  expect(mergeFollowed(set(base), set(sent), set(local), set(answer)).join('')).toBe(merged);
});
