import type { Random } from './random.js';
import type { SearchState } from './state.js';

const SAMPLES = 4_000;
/** The share of steps that are smaller than the grain: a few freak ones do not set the scale. */
const SMALLEST = 0.02;

/**
 * The smallest step of the soft cost that matters where the state stands: temperatures and prices are given in it, so that one
 * search serves costs of any size. 1 when no move changes the cost. The state is left as it was.
 */
export function grainOf(state: SearchState, random: Random): number {
  const steps: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const { hard, soft } = state;
    if (!state.move(random, Infinity)) continue;
    const step = state.soft - soft;
    if (state.hard === hard && step > 1e-9) steps.push(step);
    state.undo();
  }
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length * SMALLEST)] ?? 1;
}
