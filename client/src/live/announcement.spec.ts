import type { Agenda } from '@contract/agenda.js';
import type { Change, Revision } from '@contract/changes.js';
import { announcementsOf } from './announcement.js';

const after = { sessions: { a: { title: 'A' }, b: { title: 'B' }, c: { title: 'C' } } } as unknown as Agenda;
const change = (code: string, sessionId: string, more: object = {}): Change => ({ change: code, sessionId, ...more }) as Change;
const said = (...batches: Change[][]): string[] => {
  const revisions = batches.map((changes, index): Revision => ({
    revision: index + 2, at: '2026-11-24T09:00:00.000Z', kind: 'live', release: null, note: '', changes,
  }));
  return announcementsOf(revisions, after, (id) => (id === 'gone' ? 'Gone' : undefined)).map((one) => `${one.code} ${one.title}`);
};

test.each<[string, Change[][], string[]]>([
  ['the weightiest first', [[change('session.edited', 'a', { set: { title: 'A' } }), change('session.cancelled', 'b')]], ['cancelled B', 'edited A']],
  ['each session once', [[change('session.delayed', 'a')], [change('session.extended', 'a')]], ['delayed A']],
  ['cancelled after all', [[change('session.delayed', 'a')], [change('session.cancelled', 'a')]], ['cancelled A']],
  ['cancelled and taken back', [[change('session.cancelled', 'a')], [change('session.reinstated', 'a')]], ['reinstated A']],
  ['a withdrawn one by the title that it had', [[change('session.withdrawn', 'gone')]], ['withdrawn Gone']],
  ['one that nobody knew', [[change('session.withdrawn', 'never')]], []],
  ['what only organizers see', [[change('session.edited', 'a', { set: { anchor: 'fixed' } })]], []],
])('%s', (_case, batches, expected) => {
  expect(said(...batches)).toEqual(expected);
});
