import fc from 'fast-check';
import type { Revision } from '../contract/changes.js';
import { catchUp } from './catch-up.js';

const revision = (n: number): Revision => ({ revision: n, at: '2026-11-24T09:00:00.000Z', kind: 'live', release: null, note: '', changes: [] });
const range = (from: number, to: number): Revision[] => Array.from({ length: Math.max(0, to - from) }, (_, n) => revision(from + 1 + n));
const numbers = (held: number, revisions: Revision[]): number[] | string => {
  const result = catchUp(held, revisions);
  return result.step === 'apply' ? result.revisions.map((r) => r.revision) : result.step;
};

describe('what a client does with a message', () => {
  it.each([
    ['the next one', 4, range(4, 5), [5]],
    ['several in a row', 4, range(4, 7), [5, 6, 7]],
    ['known altogether', 4, range(1, 4), []],
    ['known in part', 4, range(2, 6), [5, 6]],
    ['a gap before it', 4, range(5, 6), 'follow-again'],
    ['a gap inside it', 4, [revision(5), revision(7)], 'follow-again'],
    ['nothing', 4, [], []],
  ])('%s', (_name, held, revisions, expected) => {
    expect(numbers(held, revisions)).toEqual(expected);
  });

  it('applies every revision exactly once and in order, however messages repeat, overlap and are lost', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ from: fc.nat(30), length: fc.integer({ min: 1, max: 6 }) }), { maxLength: 60 }), (messages) => {
        const applied: number[] = [];
        for (const { from, length } of messages) {
          const held = applied.at(-1) ?? 0;
          const result = catchUp(held, range(from, from + length));
          // what following again answers: all that was missed
          const revisions = result.step === 'apply' ? result.revisions : range(held, from + length);
          applied.push(...revisions.map((r) => r.revision));
        }
        expect(applied).toEqual(applied.map((_, n) => n + 1));
      }),
    );
  });
});
