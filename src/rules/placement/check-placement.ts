import type { Finding } from '../finding.js';
import { PlacementIndex } from './placement-index.js';
import type { Placement, PlacementWorld } from './world.js';

/** All findings of a placement. Who asks again after a change keeps a `PlacementIndex` instead. */
export const checkPlacement = (world: PlacementWorld, placement: Placement): readonly Finding[] => new PlacementIndex(world, placement).findings();
