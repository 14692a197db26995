import { positionAt } from './live-position.js';
import { pictureUpTo, wishedOf, type Picture } from './media-engine.js';

const tracks = [{ name: 'Hall', language: 'en' }, { name: 'فارسی', language: 'fa' }, { name: 'Persian for children', language: 'fa' }, { name: 'Hall, no words', language: null }];

it.each([
  ['the very one', { name: 'Persian for children', language: 'fa' }, 'Persian for children'],
  ['another name of the language', { name: 'Farsi', language: 'fa' }, 'فارسی'],
  ['a language that is not there', { name: 'Deutsch', language: 'de' }, undefined],
  ['nobody’s language, by its name', { name: 'Hall, no words', language: null }, 'Hall, no words'],
  ['nobody’s language, by another name', { name: 'Loft', language: null }, undefined],
])('a wish finds %s', (_name, wish, found) => {
  expect(wishedOf(tracks, wish)?.name).toBe(found);
});

const pictures: Picture[] = [720, 360, 180].map((height, id) => ({ id, height, bandwidth: height * 1_000 }));

it.each([[1_080, 720], [720, 720], [500, 360], [90, 180]])('up to %d lines it is the picture of %d', (wished, height) => {
  expect(pictureUpTo(wished, pictures)?.height).toBe(height);
});

it('of no pictures there is none', () => {
  expect(pictureUpTo(720, [])).toBeNull();
});

it.each([
  ['at the live edge', 100, { span: 60, behind: 0, atLive: true }],
  ['as near as players are', 97.5, { span: 60, behind: 0, atLive: true }],
  ['ahead of it', 101, { span: 60, behind: 0, atLive: true }],
  ['behind', 90, { span: 60, behind: 10, atLive: false }],
  ['before what can be seen', 10, { span: 60, behind: 60, atLive: false }],
])('%s', (_name, time, position) => {
  expect(positionAt(time, { start: 40, live: 100 })).toEqual(position);
});
