import fc from 'fast-check';
import { anyPlacement } from '../../../test/support/placement/any-placement.js';
import { naiveFindings } from '../../../test/support/placement/naive-rules.js';
import { agreesWithTheNaiveRule, comparable } from '../../../test/support/placement/same-findings.js';
import type { FindingCode } from '../finding.js';
import { checkPlacement } from './check-placement.js';

const CODES: FindingCode[] = [
  'room-overlap', 'speaker-overlap', 'travel-time', 'speaker-unavailable', 'room-closed', 'outside-satellite-window', 'uplink-overbooked',
  'over-capacity', 'unfriendly-hour', 'equipment-missing', 'language-uncovered', 'parallel-track',
];

it.each(CODES)('finds each %s that comparing all with all finds', (code) => {
  agreesWithTheNaiveRule(code);
});

it('breaks every rule in these conferences, so that agreeing means something', () => {
  const broken = new Set(fc.sample(anyPlacement, { numRuns: 40, seed: 1 }).flatMap(({ world, placement }) => naiveFindings(world, placement).map(({ code, severity }) => `${code} ${severity}`)));
  expect([...broken].sort()).toEqual([
    'equipment-missing warning', 'language-uncovered warning', 'outside-satellite-window blocking', 'outside-satellite-window waived', 'over-capacity warning',
    'parallel-track warning', 'room-closed blocking', 'room-closed waived', 'room-overlap blocking', 'room-overlap waived', 'speaker-overlap blocking',
    'speaker-overlap waived', 'speaker-unavailable blocking', 'speaker-unavailable waived', 'travel-time blocking', 'travel-time waived', 'travel-time warning',
    'unfriendly-hour warning', 'uplink-overbooked blocking', 'uplink-overbooked waived',
  ]);
});

it('gives all findings in the order of the sessions that bring them about', () => {
  fc.assert(fc.property(anyPlacement, ({ world, placement }) => {
    const findings = checkPlacement(world, placement);
    expect(comparable(findings)).toEqual(comparable(naiveFindings(world, placement)));
    const lastStarts = findings.map(({ sessions }) => Math.max(...sessions.map((id) => placement.get(id)!.startsAt)));
    expect(lastStarts).toEqual(lastStarts.toSorted((a, b) => a - b));
  }));
});
