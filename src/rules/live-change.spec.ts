import fc from 'fast-check';
import { changeSlot, swapSlots, type LiveSlot } from './live-change.js';

const slot = (roomId: string, startsAt: number, endsAt: number): LiveSlot => ({ roomId, startsAt, endsAt, cancelled: false, cancelReason: '' });
const MINUTE = 60_000;

describe('a change of one slot', () => {
  it.each([
    ['delays', { change: 'delay', minutes: 12 }, slot('a', 12, 42)],
    ['brings forward', { change: 'delay', minutes: -5 }, slot('a', -5, 25)],
    ['extends', { change: 'extend', minutes: 10 }, slot('a', 0, 40)],
    ['shortens', { change: 'extend', minutes: -10 }, slot('a', 0, 20)],
    ['moves to a room', { change: 'move', roomId: 'b' }, slot('b', 0, 30)],
    ['moves to a time, keeping its length', { change: 'move', startsAt: 60 * MINUTE }, slot('a', 60, 90)],
  ] as const)('%s', (_name, change, expected) => {
    const inMinutes = (s: LiveSlot): LiveSlot => ({ ...s, startsAt: s.startsAt * MINUTE, endsAt: s.endsAt * MINUTE });
    expect(changeSlot(inMinutes(slot('a', 0, 30)), change)).toEqual(inMinutes(expected));
  });

  it('does not shorten a session to nothing', () => {
    expect(changeSlot(slot('a', 0, 30 * MINUTE), { change: 'extend', minutes: -30 })).toBeNull();
  });

  it('cancels with a reason, and reinstates without', () => {
    const cancelled = changeSlot(slot('a', 0, 1), { change: 'cancel', reason: 'the speaker is ill' });
    expect(cancelled).toEqual({ ...slot('a', 0, 1), cancelled: true, cancelReason: 'the speaker is ill' });
    expect(changeSlot(cancelled as LiveSlot, { change: 'reinstate' })).toEqual(slot('a', 0, 1));
  });
});

describe('a swap', () => {
  const aSlot = (room: fc.Arbitrary<string>): fc.Arbitrary<LiveSlot> =>
    fc.record({ room, start: fc.integer({ min: 0, max: 1_000 }), length: fc.integer({ min: 1, max: 200 }) }).map(({ room: r, start, length }) => slot(r, start, start + length));

  it('is undone by itself', () => {
    fc.assert(
      fc.property(aSlot(fc.constantFrom('a', 'b')), aSlot(fc.constantFrom('a', 'b')), (a, b) => {
        fc.pre(a.roomId !== b.roomId || a.endsAt <= b.startsAt || b.endsAt <= a.startsAt);
        expect(swapSlots(...swapSlots(a, b))).toEqual([a, b]);
      }),
    );
  });

  it('in one room keeps the span and never makes the two overlap', () => {
    fc.assert(
      fc.property(aSlot(fc.constant('a')), aSlot(fc.constant('a')), (a, b) => {
        fc.pre(a.endsAt <= b.startsAt);
        const [movedA, movedB] = swapSlots(a, b);
        expect([movedB.startsAt, movedA.endsAt]).toEqual([a.startsAt, b.endsAt]);
        expect(movedB.endsAt).toBeLessThanOrEqual(movedA.startsAt);
      }),
    );
  });
});
