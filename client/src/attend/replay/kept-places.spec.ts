import { parsePlaces, withPlace, worthKeeping } from './kept-places.js';

it.each([
  ['hardly begun', 4, 3_600, false], ['a little seen', 5, 3_600, true], ['in the middle', 1_800, 3_600, true], ['before the last words', 3_584, 3_600, true],
  ['in the last words', 3_585, 3_600, false], ['finished', 3_600, 3_600, false], ['a short one, near its end', 17.5, 20, true], ['a short one, at its end', 18, 20, false],
])('%s', (_name, at, length, worth) => {
  expect(worthKeeping(at, length)).toBe(worth);
});

it('what was watched last is last, in whole seconds, and what is finished is forgotten', () => {
  const places = withPlace(withPlace(withPlace(new Map(), 'tides', 10.9), 'reefs', 20), 'tides', 30.5);
  expect([...places]).toEqual([['reefs', 20], ['tides', 30]]);
  expect([...withPlace(places, 'reefs', null)]).toEqual([['tides', 30]]);
});

it('fifty are remembered', () => {
  let places = parsePlaces(null);
  for (let count = 1; count <= 60; count += 1) places = withPlace(places, `recording ${count}`, count);
  expect([places.size, places.has('recording 10'), places.get('recording 11')]).toEqual([50, false, 11]);
});

it.each([
  ['nothing', null, []], ['no JSON', '[', []], ['another kind of value', '{"tides":3}', []],
  ['parts that cannot be', '[["tides",3],["reefs","4"],[5,6],["storms",-1],null]', [['tides', 3]]],
])('reads %s', (_name, text, places) => {
  expect([...parsePlaces(text)]).toEqual(places);
});
