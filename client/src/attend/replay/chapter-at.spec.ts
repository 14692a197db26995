import type { Chapter } from '@contract/recordings.js';
import { chapterAfter, chapterAt, chapterBefore } from './chapter-at.js';

const chapters = [[20, 'Tides'], [80, 'Reefs'], [140, 'Storms']].map(([at, title]) => ({ sessionId: title, title, at }) as Chapter);

it.each([
  ['in the margin before the first', 5, null, 'Tides', 'Tides'],
  ['at the beginning of one', 80, 'Reefs', 'Tides', 'Storms'],
  ['a frame before it, as players stop', 79.9, 'Reefs', 'Tides', 'Storms'],
  ['just after it', 82, 'Reefs', 'Tides', 'Storms'],
  ['in the middle of it', 100, 'Reefs', 'Reefs', 'Storms'],
  ['in the last', 200, 'Storms', 'Storms', null],
] as const)('the talk %s, the one to go back to, the one after', (_name, at, on, before, after) => {
  expect([chapterAt(chapters, at), chapterBefore(chapters, at), chapterAfter(chapters, at)].map((chapter) => chapter?.title ?? null)).toEqual([on, before, after]);
});

it('without talks there is none', () => {
  expect([chapterAt([], 5), chapterBefore([], 5), chapterAfter([], 5)]).toEqual([null, null, null]);
});
