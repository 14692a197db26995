import type { DayConflict, ProposalStep } from '../../contract/live-day.js';
import { MINUTE, type Day } from './day.js';
import { findBreaks } from './find-breaks.js';
import { ripple, type Asked, type Ripple, type RippleMove } from './ripple.js';
import { waysOut } from './ways-out.js';

/** A way out, worked out to its end: nothing blocking is left in it. */
export interface Proposal extends Asked {
  readonly steps: readonly ProposalStep[];
  readonly moves: readonly RippleMove[];
  readonly warnings: readonly DayConflict[];
}

interface Tried extends Asked {
  steps: ProposalStep[];
  result: Ripple;
  cost: number;
}

/** One step settles most days; two or three where several things are in the way. */
const MOST_STEPS = 3;
const MOST_FOLLOWED = 4;
const MOST_PROPOSALS = 6;

/**
 * Ways out of what a change runs into, the least disturbing first. Each is tried with the same rules as the change itself,
 * and checked again on its own; what leaves something blocking is not proposed, but may be the first of two steps.
 */
export function propose(day: Day, asked: Asked, result: Ripple): Proposal[] {
  const found: Tried[] = [];
  let open: Tried[] = [{ ...asked, steps: [], result, cost: 0 }];
  for (let depth = 0; depth < MOST_STEPS && found.length === 0; depth += 1) {
    const tried = open.flatMap((before) => tryAll(day, before));
    found.push(...tried.filter(({ result: after }) => blocking(after) === 0 && isSound(day, after)));
    open = tried.filter(({ result: after }) => blocking(after) > 0).sort(byCost).slice(0, MOST_FOLLOWED);
  }
  return unlike(found.sort(byCost)).slice(0, MOST_PROPOSALS).map(({ steps, changes, options, result: after }) => ({
    steps, changes, options, moves: after.moves, warnings: after.conflicts,
  }));
}

function tryAll(day: Day, before: Tried): Tried[] {
  return waysOut(day, before, before.result).flatMap((way) => {
    const result = ripple(day, way.changes, way.options);
    if ('reason' in result || blocking(result) >= blocking(before.result)) return [];
    const steps = [...before.steps, way.step];
    return [{ changes: way.changes, options: way.options, steps, result, cost: before.cost + way.cost + disturbance(result) - disturbance(before.result) }];
  });
}

export const blocking = ({ conflicts }: Ripple): number => conflicts.filter(({ severity }) => severity === 'blocking').length;

const isSound = (day: Day, { moves }: Ripple): boolean =>
  findBreaks(day, new Map(moves.map(({ sessionId, to }) => [sessionId, to]))).every(({ severity }) => severity === 'warning');

/** What people bear: each session that is elsewhere, and each half hour that it is late. */
function disturbance({ moves, conflicts }: Ripple): number {
  const late = moves.reduce((sum, { from, to }) => sum + Math.abs(to.startsAt - from.startsAt) / MINUTE, 0);
  return moves.length + late / 30 + conflicts.length * 3;
}

const byCost = (a: Tried, b: Tried): number => a.cost - b.cost;

/** Of those that come to the same agenda, the first. */
function unlike(all: readonly Tried[]): Tried[] {
  const seen = new Set<string>();
  return all.filter(({ result }) => {
    const key = JSON.stringify(result.moves.map(({ sessionId, to }) => [sessionId, to]));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
