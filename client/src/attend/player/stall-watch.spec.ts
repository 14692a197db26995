import { StallWatch } from './stall-watch.js';

const told = (watch: StallWatch, ...seconds: number[]): boolean[] => seconds.map((second) => watch.stalled(second * 1_000));

it('many stalls within a minute are too many, and then it counts anew', () => {
  expect(told(new StallWatch(), 0, 10, 59, 60, 61, 62)).toEqual([false, false, true, false, false, true]);
});

it('stalls far apart are not', () => {
  expect(told(new StallWatch(), 0, 30, 61, 95)).toEqual([false, false, false, false]);
});

it('what was seen before a change of what is watched does not count', () => {
  const watch = new StallWatch();
  told(watch, 0, 1);
  watch.reset();
  expect(told(watch, 2, 3, 4)).toEqual([false, false, true]);
});
