import { AnAgenda } from '../an-agenda.js';
import { findClashes } from './find-clashes.js';

type Given = [title: string, room: 'Lyon A' | 'Lyon B' | 'Oslo', from: string, to: string, status?: 'cancelled'];

function clashesOf(...given: Given[]): Record<string, string[]> {
  const agenda = new AnAgenda().withCity('Lyon', ['Lyon A', 'Lyon B']).withCity('Oslo city', ['Oslo']);
  for (const [title, room, from, to, status] of given) agenda.withSession(title, room, from, to, { status: status ?? 'scheduled' });
  return Object.fromEntries([...findClashes(agenda.index().sessions)].map(([id, list]) => [id, list.map((clash) => `${clash.clash} ${clash.with.session.id}`)]));
}

test.each<[string, Given[], Record<string, string[]>]>([
  ['one after the other in one city', [['a', 'Lyon A', '09:00', '10:00'], ['b', 'Lyon B', '10:00', '11:00']], {}],
  ['partly at once', [['a', 'Lyon A', '09:00', '10:00'], ['b', 'Lyon B', '09:30', '10:30']], { a: ['overlap b'], b: ['overlap a'] }],
  ['one within the other', [['a', 'Lyon A', '09:00', '12:00'], ['b', 'Oslo', '10:00', '10:30']], { a: ['overlap b'], b: ['overlap a'] }],
  ['in another city at once after', [['a', 'Lyon A', '09:00', '10:00'], ['b', 'Oslo', '10:00', '11:00']], { b: ['no-time-between a'] }],
  ['in another city, with time', [['a', 'Lyon A', '09:00', '10:00'], ['b', 'Oslo', '10:05', '11:00']], {}],
  ['with one that is cancelled', [['a', 'Lyon A', '09:00', '10:00'], ['b', 'Lyon B', '09:30', '10:30', 'cancelled']], {}],
  [
    'a long one with each that it covers',
    [['a', 'Lyon A', '09:00', '12:00'], ['b', 'Lyon B', '09:00', '09:30'], ['c', 'Lyon B', '11:00', '11:30']],
    { a: ['overlap b', 'overlap c'], b: ['overlap a'], c: ['overlap a'] },
  ],
])('%s', (_case, given, expected) => {
  expect(clashesOf(...given)).toEqual(expected);
});
