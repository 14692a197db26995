import fc from 'fast-check';
import type { BoardSession, BoardSlot, DraftEdit } from '../contract/board.js';
import { applyDraftEdit, minutesOf, type DraftState } from './apply-draft-edits.js';
import { catchUpEdits } from './catch-up.js';

const slot = (hour: number, minutes: number): BoardSlot => ({
  roomId: 'hall' as never, startsAt: new Date(Date.UTC(2026, 10, 24, hour)).toISOString(), endsAt: new Date(Date.UTC(2026, 10, 24, hour, minutes)).toISOString(),
  anchor: 'floating', cancelled: false, waiver: null,
});
const session = (id: string, at: BoardSlot | null): BoardSession => ({
  id: id as never, title: id, kind: 'talk', language: null, trackId: null, minutes: 45, sentBy: null, needsEquipment: [], expectedPeople: null, appearances: [],
  slot: at, edit: 0, published: null,
});
const board = (): DraftState => ({ edit: 0, sessions: ['a', 'b', 'c'].map((id) => session(id, slot(9, 30))) });
const edit = (number: number, changes: { id: string; to: BoardSlot | null }[]): DraftEdit => ({
  edit: number, at: '2026-11-24T09:00:00.000Z', by: 'Ada', what: 'move', requestId: null,
  changes: changes.map(({ id, to }) => ({ sessionId: id as never, from: null, to })),
});

describe('a draft edit', () => {
  it('moves what it names, and shares what it does not', () => {
    const before = board();
    const after = applyDraftEdit(before, edit(1, [{ id: 'b', to: slot(10, 20) }]));
    expect(after.sessions.map((one, index) => one === before.sessions[index])).toEqual([true, false, true]);
    expect(after.sessions[1]).toEqual({ ...before.sessions[1], slot: slot(10, 20), edit: 1 });
    expect(before).toEqual(board());
  });

  it('keeps the length of what is taken out, and leaves alone what the board does not know', () => {
    const { sessions } = applyDraftEdit(board(), edit(1, [{ id: 'a', to: null }, { id: 'elsewhere', to: slot(9, 10) }]));
    expect(sessions.map(({ slot: at, minutes }) => [at === null, minutes])).toEqual([[true, 30], [false, 45], [false, 45]]);
  });

  it.each([[0, 1], [20, 20], [1_440, 1_440], [2_000, 1_440]])('counts a slot of %i minutes as %i', (minutes, counted) => {
    expect(minutesOf(slot(9, minutes))).toBe(counted);
  });

  it('is applied next or not at all', () => {
    expect(() => applyDraftEdit(board(), edit(2, []))).toThrow(RangeError);
  });
});

it('brings a board to the same draft however edits arrive: late, twice, or in pieces', () => {
  const change = fc.record({ id: fc.constantFrom('a', 'b', 'c'), to: fc.option(fc.integer({ min: 9, max: 17 }).map((hour) => slot(hour, 30)), { nil: null }) });
  fc.assert(
    fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }), fc.array(fc.tuple(fc.nat(8), fc.nat(8))), (log, pieces) => {
      const edits = log.map((changes, index) => edit(index + 1, changes));
      let held = board();
      const take = (some: readonly DraftEdit[]): void => {
        const unknown = catchUpEdits(held.edit, some);
        // over a gap one follows again: from what is held on
        held = (unknown ?? edits.slice(held.edit)).reduce(applyDraftEdit, held);
      };
      for (const [from, length] of pieces) take(edits.slice(from, from + length));
      take(edits);
      expect(held).toEqual(edits.reduce(applyDraftEdit, board()));
    }),
  );
});
