import { aSlot } from './a-board.js';
import { forget, NO_HISTORY, redo, remember, undo } from './history.js';

const nine = aSlot('Hall', '09:00', '10:00');
const ten = aSlot('Hall', '10:00', '11:00');

describe('history', () => {
  const placed = remember(NO_HISTORY, 'a', { what: 'place', changes: [{ sessionId: 'stars', from: null, to: nine }] });
  const moved = remember(placed, 'b', { what: 'move', changes: [{ sessionId: 'stars', from: nine, to: ten }] });

  it('takes back in the order opposite to the one in which it was done', () => {
    const first = undo(moved, 'u1')!;
    expect(first).toMatchObject({ set: [{ sessionId: 'stars', to: nine }], seen: new Map([['stars', 'b']]) });
    // what the second step replaces was written by the first
    const second = undo(first.history, 'u2')!;
    expect(second).toMatchObject({ set: [{ sessionId: 'stars', to: null }], seen: new Map([['stars', 'u1']]) });
    expect(undo(second.history, 'u3')).toBeNull();
  });

  it('makes again what was taken back', () => {
    const back = undo(undo(moved, 'u1')!.history, 'u2')!.history;
    const again = redo(back, 'r1')!;
    expect(again).toMatchObject({ set: [{ sessionId: 'stars', to: nine }], seen: new Map([['stars', 'u2']]) });
    expect(redo(again.history, 'r2')).toMatchObject({ set: [{ sessionId: 'stars', to: ten }], seen: new Map([['stars', 'r1']]) });
  });

  it('makes nothing again once something new was done', () => {
    const back = undo(moved, 'u1')!.history;
    expect(redo(remember(back, 'c', { what: 'place', changes: [{ sessionId: 'tides', from: null, to: nine }] }), 'r1')).toBeNull();
  });

  it('forgets what was done to a session that is somebody else’s now', () => {
    const both = remember(moved, 'c', { what: 'place', changes: [{ sessionId: 'tides', from: null, to: nine }] });
    expect(forget(both, new Set(['stars'])).done.map(({ changes }) => changes[0]?.sessionId)).toEqual(['tides']);
  });
});
