import fc from 'fast-check';
import { anyPlacement } from '../../../../test/support/placement/any-placement.js';
import { naiveFit } from '../../../../test/support/placement/naive-fit.js';
import { comparable } from '../../../../test/support/placement/same-findings.js';
import type { SessionId } from '../../../contract/ids.js';
import { checkPlacement } from '../check-placement.js';
import { PlacementIndex } from '../placement-index.js';
import { whereItFits } from './where-it-fits.js';

const asked = fc.record({ conference: anyPlacement, which: fc.integer({ min: 0, max: 13 }) });
const rounded = (cost: number): number => Math.round(cost * 1e6) / 1e6;

it('gives the best that asking all rules about each candidate gives, and the same reasons against the others', () => {
  fc.assert(fc.property(asked, ({ conference: { world, placement }, which }) => {
    const index = new PlacementIndex(world, placement);
    const id = [...world.sessions.keys()][which]!;
    const expected = naiveFit(index, id, 10);
    const answer = whereItFits(index, id, { most: 10 });
    expect({ candidates: answer.candidates, free: answer.free }).toEqual({ candidates: expected.candidates, free: expected.free });
    expect(answer.excluded.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual(expected.excluded.toSorted((a, b) => (a.code < b.code ? -1 : 1)));
    expect(answer.fits.map(({ cost }) => rounded(cost))).toEqual(expected.fits.map(({ cost }) => rounded(cost)));
    for (const { slot, findings } of answer.fits) expect(comparable(findings)).toEqual(comparable(index.findingsFor(id, slot)));
  }), { numRuns: 60 });
});

it('answers only what can be set without a blocking finding, and changes nothing', () => {
  fc.assert(fc.property(asked, ({ conference: { world, placement }, which }) => {
    const index = new PlacementIndex(world, placement);
    const id = [...world.sessions.keys()][which]!;
    const before = index.findings();
    const { fits } = whereItFits(index, id, { most: 3 });
    expect(index.findings()).toEqual(before);
    for (const { slot } of fits) {
      const findings = checkPlacement(world, new Map(placement).set(id, slot));
      expect(findings.filter(({ sessions, severity }) => sessions.includes(id) && severity !== 'warning')).toEqual([]);
    }
  }), { numRuns: 60 });
});

it('fits what the world does not know nowhere', () => {
  const [conference] = fc.sample(anyPlacement, { numRuns: 1, seed: 1 });
  const index = new PlacementIndex(conference!.world, conference!.placement);
  expect(whereItFits(index, 'nobody’s' as SessionId)).toEqual({ fits: [], candidates: 0, free: 0, excluded: [] });
});
