import { onAir, type PlannedHandOver } from './on-air.js';

const show: PlannedHandOver<'lyon' | 'oslo' | 'quito'>[] = [{ at: 300, to: 'quito' }, { at: 100, to: 'lyon' }, { at: 200, to: 'oslo' }, { at: 400, to: null }];

describe('what the run of show has on air', () => {
  it.each([
    ['before the first hand-over', 99, { stage: null, since: null, next: { at: 100, to: 'lyon' } }],
    ['at its very instant', 100, { stage: 'lyon', since: 100, next: { at: 200, to: 'oslo' } }],
    ['between two', 299, { stage: 'oslo', since: 200, next: { at: 300, to: 'quito' } }],
    ['after the last', 1_000, { stage: null, since: 400, next: null }],
  ])('%s', (_when, now, expected) => {
    expect(onAir(show, now)).toEqual(expected);
  });

  it('is the slate where nothing is planned', () => {
    expect(onAir([], 5)).toEqual({ stage: null, since: null, next: null });
  });

  it('is the later one of the list, of two at once', () => {
    expect(onAir([...show, { at: 300, to: 'lyon' }], 300).stage).toBe('lyon');
  });
});
