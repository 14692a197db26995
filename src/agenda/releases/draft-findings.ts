import type { EntityManager } from 'typeorm';
import type { ConferenceId } from '../../contract/ids.js';
import type { Finding } from '../../rules/finding.js';
import { checkPlacement } from '../../rules/placement/check-placement.js';
import { worldOfBoard } from '../../rules/placement/world-of-board.js';
import { readWholeBoard } from '../board/board.queries.js';

/** What the rules of placement find in the draft, the gravest first. */
export async function readDraftFindings(tx: EntityManager, id: ConferenceId): Promise<Finding[]> {
  const { world, placement } = worldOfBoard({ ...(await readWholeBoard(tx, id)), mayMove: null });
  return [...checkPlacement(world, placement)].sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
}

const GRAVITY: readonly Finding['severity'][] = ['blocking', 'waived', 'warning'];
