import { actOfReplayKey } from './replay-keys.js';

const key = (code: string, name = code, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({ code, key: name, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

it.each([
  ['as in a live player', key('KeyK', 'k'), 'button', 'toggle'],
  ['an arrow on the bar', key('ArrowLeft'), 'slider', 'back'],
  ['l goes on, for nothing is live', key('KeyL', 'l'), 'button', 'far-forward'],
  ['j goes back, on a Persian keyboard too', key('KeyJ', 'ت'), 'button', 'far-back'],
  ['n on a button', key('KeyN', 'n'), 'button', 'talk-after'],
  ['< of an English keyboard', key('Comma', '<', { shiftKey: true }), 'button', 'slower'],
  ['the same place, where the other is printed on it', key('Comma', '>', { shiftKey: true }), 'button', 'slower'],
  ['> of a German one', key('IntlBackslash', '>', { shiftKey: true }), 'button', 'faster'],
  ['a comma', key('Comma', ','), 'button', null],
  ['Home on the bar', key('Home'), 'slider', 'first'],
  ['Home on a button scrolls the page', key('Home'), 'button', null],
  ['with Control it is the browser’s', key('KeyL', 'l', { ctrlKey: true }), 'other', null],
  ['another key', key('KeyQ', 'q'), 'other', null],
] as const)('%s', (_name, pressed, on, act) => {
  expect(actOfReplayKey(pressed, on)).toBe(act);
});
