import type { Change, Revision } from '@contract/changes.js';
import { addUnseen, isForPeople, recordChanges } from './session-changes.js';

const change = (code: string, sessionId: string, more: object = {}): Change => ({ change: code, sessionId, ...more }) as Change;
const revision = (number: number, ...changes: Change[]): Revision => ({
  revision: number, at: '2026-11-24T09:00:00.000Z', kind: 'live', release: null, note: 'why', changes,
});

test.each<[string, Change, boolean]>([
  ['a cancelled session', change('session.cancelled', 'a', { reason: '' }), true],
  ['a new title', change('session.edited', 'a', { set: { title: 'New' } }), true],
  ['a new abstract', change('session.edited', 'a', { set: {}, text: { abstract: 'New' } }), true],
  ['an anchor', change('session.edited', 'a', { set: { anchor: 'fixed' } }), false],
  ['a waiver', change('session.edited', 'a', { set: { overlapWaived: true } }), false],
  ['a room’s new name', { change: 'room.put', room: {} } as Change, false],
])('%s', (_case, given, cared) => {
  expect(isForPeople(given)).toBe(cared);
});

test('unseen: the session changed last comes last, with all that it went through', () => {
  const [first, second, third] = [change('session.delayed', 'a'), change('session.delayed', 'b'), change('session.cancelled', 'a')];
  const unseen = addUnseen(new Map(), [revision(2, first, second), revision(3, third)]);
  expect([...unseen]).toEqual([['b', [second]], ['a', [first, third]]]);
});

test('unseen: what is not for people leaves it as it was', () => {
  const held = addUnseen(new Map(), [revision(2, change('session.delayed', 'a'))]);
  expect([...addUnseen(held, [revision(3, change('session.edited', 'a', { set: { anchor: 'fixed' } }))])]).toEqual([...held]);
});

test('history: in the order of the revisions, each once, however they come', () => {
  const [two, three] = [revision(2, change('session.delayed', 'a')), revision(3, change('session.cancelled', 'a'))];
  const live = recordChanges(new Map(), [three]);
  const history = recordChanges(live, [two, three]);
  expect(history.get('a')?.map((past) => past.revision)).toEqual([2, 3]);
  expect(history.get('a')?.[0]).toMatchObject({ at: Date.parse('2026-11-24T09:00:00.000Z'), kind: 'live', note: 'why' });
});

test('history: two changes of one session in one revision are both there', () => {
  const history = recordChanges(new Map(), [revision(2, change('session.delayed', 'a'), change('session.edited', 'a', { set: { title: 'x' } }))]);
  expect(history.get('a')).toHaveLength(2);
});
