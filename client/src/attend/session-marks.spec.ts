import type { Change } from '@contract/changes.js';
import type { PastChange } from '../live/session-changes.js';
import { AnAgenda, at } from './an-agenda.js';
import { displacedBy, phaseOf } from './session-marks.js';

const entryAt = (from: string, to: string, room = 'A', status: 'scheduled' | 'cancelled' = 'scheduled') => {
  const entry = new AnAgenda().withCity('Lyon', ['A', 'B']).withSession('Talk', room, from, to, { status }).index().byId.get('Talk');
  if (entry === undefined) throw new Error('no session');
  return entry;
};
const placement = (roomId: string, time: string) => ({ roomId, startsAt: new Date(at(time)).toISOString(), endsAt: new Date(at(time) + 3_600_000).toISOString() });
const past = (change: object, made: string, kind: PastChange['kind'] = 'live'): PastChange => ({ change: { sessionId: 'Talk', ...change } as Change, revision: 2, at: at(made), kind, note: '' });
const delayed = (from: string, to: string) => ({ change: 'session.delayed', from: placement('A', from), to: placement('A', to), minutes: 0 });

test.each([
  ['before it', '08:59', 'upcoming'],
  ['as it begins', '09:00', 'on-now'],
  ['as it ends', '10:00', 'ended'],
])('%s', (_case, time, phase) => {
  expect(phaseOf(entryAt('09:00', '10:00'), at(time))).toBe(phase);
});

test('cancelled is cancelled, whenever', () => {
  expect(phaseOf(entryAt('09:00', '10:00', 'A', 'cancelled'), at('09:30'))).toBe('cancelled');
});

test('delayed twice: was where it first stood', () => {
  const history = [past(delayed('09:00', '09:10'), '08:00'), past(delayed('09:10', '09:30'), '08:30')];
  expect(displacedBy(entryAt('09:30', '10:30'), history, at('08:40'))).toEqual({ code: 'delayed', wasStart: at('09:00'), wasRoomId: null });
});

test('moved to another room at the same time', () => {
  const moved = past({ change: 'session.moved', from: placement('A', '09:00'), to: placement('B', '09:00') }, '08:00');
  expect(displacedBy(entryAt('09:00', '10:00', 'B'), [moved], at('08:40'))).toEqual({ code: 'moved', wasStart: null, wasRoomId: 'A' });
});

test.each([
  ['back where it was', [past(delayed('09:00', '09:30'), '08:00')], entryAt('09:00', '10:00')],
  ['changed by a release', [past(delayed('09:00', '09:30'), '08:00', 'release')], entryAt('09:30', '10:30')],
  ['changed the day before yesterday', [past(delayed('09:00', '09:30'), '08:00')].map((change) => ({ ...change, at: change.at - 2 * 86_400_000 })), entryAt('09:30', '10:30')],
  ['never changed', undefined, entryAt('09:00', '10:00')],
])('not displaced: %s', (_case, history, entry) => {
  expect(displacedBy(entry, history, at('08:40'))).toBeNull();
});
