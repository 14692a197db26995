import type { SpeakerAnswers } from '@contract/speaking.js';
import { ANSWER_FILTERS, canBeReminded, chooseSpeakers } from './choose-speakers.js';

const speaker = (name: string, account: SpeakerAnswers['account'], ...states: SpeakerAnswers['slots'][number]['state'][]): SpeakerAnswers =>
  ({ speakerId: name, name, account, remindedAt: null, slots: states.map((state, n) => ({ title: `${name} ${n}`, state, endsAt: '2999-01-01T00:00:00Z' })) }) as unknown as SpeakerAnswers;
const all = [speaker('Amina', 'joined', 'confirmed', 'asked'), speaker('Élodie', 'joined', 'declined'), speaker('Bo', 'invited', 'asked'), speaker('Chen', 'none')];

it('keeps who fits the filter', () => {
  expect(ANSWER_FILTERS.map((filter) => chooseSpeakers(all, filter, '').map((one) => one.name))).toEqual([
    ['Amina', 'Élodie', 'Bo', 'Chen'], ['Amina', 'Bo'], ['Élodie'], ['Bo', 'Chen'],
  ]);
});

it('finds names and titles without regard to accents and case', () => {
  expect(chooseSpeakers(all, 'all', ' elo ').map((one) => one.name)).toEqual(['Élodie']);
  expect(chooseSpeakers(all, 'all', 'AMINA 1').map((one) => one.name)).toEqual(['Amina']);
  expect(chooseSpeakers(all, 'asked', 'chen')).toEqual([]);
});

it('reminds those who were invited, and nobody else', () => {
  const waiting = (['none', 'invited', 'expired', 'joined'] as const).map((account) => speaker(account, account, 'asked'));
  expect([...waiting, speaker('Done', 'joined', 'confirmed')].filter((one) => canBeReminded(one)).map(({ account }) => account)).toEqual(['invited', 'expired', 'joined']);
});
