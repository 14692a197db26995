import { actOfKey } from './player-keys.js';

const key = (code: string, name = code, held: { altKey?: boolean; ctrlKey?: boolean; metaKey?: boolean } = {}) =>
  ({ code, key: name, altKey: false, ctrlKey: false, metaKey: false, ...held });

it.each([
  ['space on the picture', key('Space', ' '), 'other', 'toggle'],
  ['space on a button presses that', key('Space', ' '), 'button', null],
  ['space on a choice takes that', key('Space', ' '), 'choice', null],
  ['k anywhere', key('KeyK', 'k'), 'button', 'toggle'],
  ['the same place on a Persian keyboard', key('KeyM', 'پ'), 'other', 'mute'],
  ['an arrow on the timeline', key('ArrowLeft'), 'slider', 'back'],
  ['an arrow among choices moves there', key('ArrowLeft'), 'choice', null],
  ['up', key('ArrowUp'), 'button', 'louder'],
  ['with Control it is the browser’s', key('KeyF', 'f', { ctrlKey: true }), 'other', null],
  ['with Meta too', key('KeyC', 'c', { metaKey: true }), 'other', null],
  ['with Alt too', key('ArrowLeft', 'ArrowLeft', { altKey: true }), 'other', null],
  ['another key', key('KeyQ', 'q'), 'other', null],
] as const)('%s', (_name, pressed, on, act) => {
  expect(actOfKey(pressed, on)).toBe(act);
});
