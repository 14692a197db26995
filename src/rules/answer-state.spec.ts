import fc from 'fast-check';
import { answerState, type Answered, type Placement } from './answer-state.js';

const MINUTE = 60_000;
const NINE = Date.parse('2026-11-24T09:00:00Z');
const lyon: Placement = { startsAt: NINE, endsAt: NINE + 30 * MINUTE, cityId: 'lyon' };
const confirmed: Answered = { ...lyon, state: 'confirmed' };
const moved = (minutes: number, from: Placement = lyon): Placement => ({ ...from, startsAt: from.startsAt + minutes * MINUTE, endsAt: from.endsAt + minutes * MINUTE });

describe('whether an answer holds', () => {
  it.each<[string, Answered | null, Placement, string, boolean]>([
    ['nobody answered', null, lyon, 'asked', false],
    ['nothing moved', confirmed, lyon, 'confirmed', false],
    ['it moved by the limit', confirmed, moved(15), 'confirmed', false],
    ['it moved by more', confirmed, moved(16), 'asked', true],
    ['it moved earlier by more', confirmed, moved(-16), 'asked', true],
    ['it became much longer', confirmed, { ...lyon, endsAt: lyon.endsAt + 16 * MINUTE }, 'asked', true],
    ['it is in another city at the same time', confirmed, { ...lyon, cityId: 'oslo' }, 'asked', true],
    ['a refusal of another time', { ...confirmed, state: 'declined' }, moved(60), 'asked', true],
    ['a refusal of this time', { ...confirmed, state: 'declined' }, moved(5), 'declined', false],
  ])('%s', (_name, answered, current, state, again) => {
    expect(answerState(answered, current, 15)).toEqual({ state, again });
  });

  it('adds small moves up, and forgives those that are taken back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 })), fc.integer({ min: 0, max: 60 }), (steps, limit) => {
        const total = steps.reduce((sum, step) => sum + step, 0);
        const current = steps.reduce((placement, step) => moved(step, placement), lyon);
        expect(answerState(confirmed, current, limit).again).toBe(Math.abs(total) > limit);
      }),
    );
  });
});
