import fc from 'fast-check';
import type { Finding, FindingCode } from '../../../src/rules/finding.js';
import { checkPlacement } from '../../../src/rules/placement/check-placement.js';
import { anyPlacement } from './any-placement.js';
import { naiveFindings } from './naive-rules.js';

/** In an order of its own and without `nearest`, which has examples: two lists of the same findings are equal. */
export function comparable(findings: readonly Finding[]): string[] {
  return findings.map(({ code, severity, sessions, facts }) =>
    JSON.stringify([code, severity, sessions, ...Object.entries(facts).filter(([name]) => name !== 'nearest').sort(([a], [b]) => (a < b ? -1 : 1))])).sort();
}

/** That a rule finds in any small conference just what its plain counterpart finds. */
export function agreesWithTheNaiveRule(code: FindingCode): void {
  fc.assert(fc.property(anyPlacement, ({ world, placement }) => {
    const found = checkPlacement(world, placement).filter((finding) => finding.code === code);
    expect(comparable(found)).toEqual(comparable(naiveFindings(world, placement, [code])));
  }), { numRuns: 300 });
}
