import { aDay, at, instant, type DayPlan } from '../../../test/support/a-day.js';
import type { SessionId } from '../../contract/ids.js';
import type { RipplePreview } from '../../contract/live-day.js';
import { editMoves } from './edit-moves.js';
import { previewOf } from './preview.js';

const PLAN: DayPlan = {
  rooms: { 'lyon/hall': {} },
  sessions: [
    { id: 'a', room: 'lyon/hall', from: 0, minutes: 30 },
    { id: 'b', room: 'lyon/hall', from: 30, minutes: 30 },
    { id: 'c', room: 'lyon/hall', from: 60, minutes: 30 },
    { id: 'fixed', room: 'lyon/hall', from: 120, minutes: 30, fixed: true },
  ],
};
const day = aDay(PLAN);

function tenLate(): RipplePreview {
  const preview = previewOf(day, { changes: [{ change: 'extend', sessionId: 'a' as SessionId, minutes: 10 }], options: { gridMinutes: 1, catchUp: false, shortenBreaksTo: null } }, { revision: 1, mayMove: null });
  if ('reason' in preview) throw new Error(preview.reason);
  return preview;
}

const edited = (starts: Record<string, number>): RipplePreview =>
  editMoves(day, tenLate(), new Map(Object.entries(starts).map(([id, minutes]) => [id as SessionId, at(minutes)])));
const startsOf = ({ moves }: RipplePreview) => Object.fromEntries(moves.map(({ sessionId, after }) => [sessionId, after.startsAt]));
const conflictsOf = ({ conflicts }: RipplePreview) => conflicts.map(({ code, severity, sessionId, because, minutes }) => [code, severity, sessionId, because, minutes]);

test('is the same preview where nothing that moves was put elsewhere', () => {
  const preview = tenLate();
  expect(editMoves(day, preview, new Map())).toBe(preview);
  expect(editMoves(day, preview, new Map([['fixed' as SessionId, at(0)]]))).toBe(preview);
});

test('puts a session where the person says, keeps its length, and lets nothing follow', () => {
  const preview = edited({ c: 75 });
  expect(startsOf(preview)).toEqual({ a: instant(0), b: instant(40), c: instant(75) });
  expect(preview.moves.find(({ sessionId }) => sessionId === 'c')?.after.endsAt).toBe(instant(105));
  expect(conflictsOf(preview)).toEqual([]);
});

test.each([
  ['before the one in its room has ended', { c: 65 }, [['room-overlap', 'blocking', 'c', 'b', 5]]],
  ['into what is fixed there', { c: 95 }, [['room-overlap', 'blocking', 'fixed', 'c', 5]]],
])('finds anew what is broken: %s', (_, starts, conflicts) => {
  const preview = edited(starts);
  expect(conflictsOf(preview)).toEqual(conflicts);
  expect(preview.proposals).toEqual([]);
});

test('a later start of one makes room for an earlier one of another', () => {
  expect(conflictsOf(edited({ b: 45 }))).toEqual([['room-overlap', 'blocking', 'c', 'b', 5]]);
  expect(conflictsOf(edited({ b: 45, c: 75 }))).toEqual([]);
});
