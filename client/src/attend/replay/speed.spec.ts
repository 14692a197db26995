import { nextSpeed, parseSpeed, SPEEDS } from './speed.js';

it('goes from one to the next, and no further than either end', () => {
  expect(SPEEDS.map((speed) => [nextSpeed(speed, -1), nextSpeed(speed, 1)])).toEqual([[0.75, 1], [0.75, 1.25], [1, 1.5], [1.25, 1.75], [1.5, 2], [1.75, 2]]);
});

it.each([['1.5', 1.5], ['2', 2], ['1.50', 1], ['9', 1], ['', 1], [null, 1]])('what is kept as %p is %p', (text, speed) => {
  expect(parseSpeed(text)).toBe(speed);
});
