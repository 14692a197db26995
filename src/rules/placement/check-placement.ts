import type { Finding } from '../finding.js';
import { Lanes } from './lanes.js';
import { place } from './placed.js';
import { prepareWorld } from './prepared-world.js';
import type { Placement, PlacementWorld } from './world.js';

/**
 * All findings of a placement, in the order of the sessions that bring them about. Who asks again after a change keeps a
 * `PlacementIndex` instead.
 */
export function checkPlacement(world: PlacementWorld, placement: Placement): Finding[] {
  const prepared = prepareWorld(world);
  const lanes = new Lanes(prepared, [...placement].flatMap(([id, slot]) => place(world, prepared.casts, id, slot) ?? []));
  const findings: Finding[] = [];
  for (const placed of lanes.all.slots) for (const finding of lanes.broughtAboutBy(placed)) findings.push(finding);
  return findings;
}
