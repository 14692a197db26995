import { stepFrom } from './steps.js';

/** 0 1 2 / 3 4 / 5, as a page that is written from left to right has them. */
const BOXES = [{ x: 0, y: 0 }, { x: 400, y: 0 }, { x: 800, y: 0 }, { x: 0, y: 500 }, { x: 400, y: 500 }, { x: 0, y: 1_000 }];

test.each<[string, number, string, number | null]>([
  ['along the row', 0, 'ArrowRight', 1],
  ['back along the row', 2, 'ArrowLeft', 1],
  ['no further than its end', 2, 'ArrowRight', null],
  ['straight down', 1, 'ArrowDown', 4],
  ['down to a shorter row', 2, 'ArrowDown', 4],
  ['up again', 5, 'ArrowUp', 3],
  ['above the first there is none', 0, 'ArrowUp', null],
  ['no arrow', 0, 'x', null],
])('%s', (_, from, key, expected) => {
  expect(stepFrom(BOXES, from, key)).toBe(expected);
});

test('in a page from right to left the right arrow leads to what is on the right', () => {
  expect(stepFrom([{ x: 800, y: 0 }, { x: 400, y: 0 }], 1, 'ArrowRight')).toBe(0);
});
