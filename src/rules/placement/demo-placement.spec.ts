import { theDemoPlacement } from '../../../test/support/placement/the-demo-placement.js';
import { checkPlacement } from './check-placement.js';
import { whereItFits } from './fit/where-it-fits.js';
import { PlacementIndex } from './placement-index.js';

/** An ordinary day, a night, and days when clocks change; as the demo is written at start, its seed is 1. */
const MOMENTS = ['2026-11-24T10:17:31Z', '2026-06-30T00:00:00Z', '2026-03-29T00:30:00Z', '2026-11-01T05:45:00Z', '2026-10-03T16:40:00Z'];

it.each(MOMENTS)('the demo conference laid out at %s breaks no blocking rule', (moment) => {
  const { world, placement, titleOf } = theDemoPlacement(Date.parse(moment), 1);
  const findings = checkPlacement(world, placement);
  expect(findings.filter(({ severity }) => severity !== 'warning').map(({ code, sessions, facts }) => [code, ...sessions.map(titleOf), facts])).toEqual([]);
});

it('the demo’s sessions fit where they are, and elsewhere', () => {
  const { world, placement } = theDemoPlacement(Date.parse(MOMENTS[0]!), 1);
  const index = new PlacementIndex(world, placement);
  for (const [id, { roomId, startsAt, endsAt }] of [...placement].slice(0, 20)) {
    // its own place is one of them, or one that overlaps it there and costs no more
    const { fits } = whereItFits(index, id, { roomId, most: 1_000 });
    expect(fits.filter(({ slot }) => slot.startsAt < endsAt && startsAt < slot.endsAt).length).toBeGreaterThan(0);
  }
});
