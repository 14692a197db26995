import { FIRST_CHOICES, MODEST_CHOICES, parseChoices, type PlayerChoices } from './player-choices.js';

it('reads what was kept', () => {
  const choices: PlayerChoices = {
    mode: 'audio', sound: { name: 'فارسی', language: 'fa' }, captions: { name: 'English', language: null }, height: 360, delay: 'steady', volume: 0.4, muted: true,
  };
  expect(parseChoices(JSON.stringify(choices))).toEqual(choices);
});

it.each([
  ['nothing', null], ['no JSON', '{'], ['another kind of value', '"text"'], ['null', 'null'],
  ['values that cannot be', JSON.stringify({ mode: 'smell', sound: 'fa', captions: { name: 3, language: 'fa' }, height: -1, delay: 4, volume: 7, muted: 'yes' })],
])('is as at first where %s was kept', (_name, kept) => {
  expect(parseChoices(kept)).toEqual(FIRST_CHOICES);
});

it('begins modestly for who saves data, and counts what was chosen for more', () => {
  expect(parseChoices(null, MODEST_CHOICES)).toEqual({ ...FIRST_CHOICES, height: 360, delay: 'steady' });
  expect(parseChoices(JSON.stringify(FIRST_CHOICES), MODEST_CHOICES)).toEqual(FIRST_CHOICES);
});
