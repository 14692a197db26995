import type { Change } from '@contract/changes.js';
import { groupChanges, sessionOf } from './group-changes.js';

const placement = (hour: number) => ({ roomId: 'hall', startsAt: `2026-11-24T${hour}:00:00.000Z`, endsAt: `2026-11-24T${hour}:30:00.000Z` });
const moved = (sessionId: string, hour: number) => ({ change: 'session.moved', sessionId, from: placement(10), to: placement(hour) }) as unknown as Change;

test('tells changes of sessions by their sort, the earliest first, and counts the others', () => {
  const grouped = groupChanges([
    { change: 'session.withdrawn', sessionId: 'fog' } as Change,
    moved('reefs', 16),
    { change: 'room.removed', roomId: 'stage' } as unknown as Change,
    moved('tides', 14),
  ]);
  expect(grouped.groups.map(({ group, changes }) => [group, changes.map(sessionOf)])).toEqual([['moved', ['tides', 'reefs']], ['withdrawn', ['fog']]]);
  expect({ ofSessions: grouped.ofSessions, others: grouped.others }).toEqual({ ofSessions: 3, others: 1 });
});

test('has no group where nothing of sessions changes', () => {
  expect(groupChanges([])).toEqual({ groups: [], ofSessions: 0, others: 0 });
});
