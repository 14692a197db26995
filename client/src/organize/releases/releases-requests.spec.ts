import type { BoardSlot, DraftEdit } from '@contract/board.js';
import { undoOf } from './releases-requests.js';

const slot = (more: Partial<BoardSlot> = {}) =>
  ({ roomId: 'hall', startsAt: '2026-11-24T10:00:00.000Z', endsAt: '2026-11-24T10:30:00.000Z', anchor: 'fixed', cancelled: false, waiver: 'agreed', ...more }) as BoardSlot;
const edit = (...changes: { sessionId: string; from: BoardSlot | null; to: BoardSlot | null }[]) =>
  ({ edit: 7, at: '2026-11-24T09:00:00.000Z', by: 'Ada', what: 'restore', requestId: null, changes }) as unknown as DraftEdit;

test('puts everything back where it was, over the edit that moved it', () => {
  expect(undoOf(edit({ sessionId: 'tides', from: slot(), to: null }, { sessionId: 'fog', from: null, to: slot() }))).toMatchObject({
    what: 'undo',
    set: [
      { sessionId: 'tides', expected: 7, to: { roomId: 'hall', startsAt: '2026-11-24T10:00:00.000Z', endsAt: '2026-11-24T10:30:00.000Z', anchor: 'fixed', waiver: 'agreed' } },
      { sessionId: 'fog', expected: 7, to: null },
    ],
  });
});

test('does not promise to undo what only the live day can: that a session is cancelled', () => {
  expect(undoOf(edit({ sessionId: 'tides', from: slot({ cancelled: true }), to: slot() }))).toBeNull();
});
