import type { Random } from './random.js';
import type { Score, SearchState, Snapshot } from './state.js';

/** The best solution that was met, and what it costs. */
export interface Best extends Score {
  snapshot: Snapshot;
}

export interface Annealing {
  /** How many moves are tried. */
  iterations: number;
  /** Temperature at the beginning and at the end, in points of the soft cost. */
  hot: number;
  cold: number;
  /**
   * What a hard point is worth in soft ones while walking. Finite, for a wall as high as its true worth traps the search; the best
   * solution is judged by the hard cost first, whatever the price.
   */
  price: number;
  random: Random;
  /** Asked every few thousand iterations, with how many were made since the last question. False ends the annealing early. */
  goOn: (iterations: number) => boolean;
  /** Told of each solution that is better than `best` and all before. */
  onBest: (best: Best) => void;
}

/** How many iterations run at one temperature, between two questions whether to go on. */
export const STRIDE = 2048;

/**
 * Simulated annealing from where the state stands: a move that costs nothing is kept, one that costs is kept now and then, less
 * often the colder it is. Returns the best solution met; the state is left where the walk ended.
 */
export function anneal(state: SearchState, best: Best, { iterations, hot, cold, price, random, goOn, onBest }: Annealing): Best {
  let found = best;
  const cooling = Math.log(cold / hot);
  let done = 0;
  while (done < iterations) {
    const temperature = hot * Math.exp(cooling * (done / iterations));
    const until = Math.min(iterations, done + STRIDE);
    const walked = until - done;
    for (; done < until; done += 1) {
      const hard = state.hard;
      const soft = state.soft;
      // drawn first, so that a move that is sure to be refused need not be made
      const atMost = -temperature * Math.log(1 - random.next());
      if (!state.move(random, atMost)) continue;
      if ((state.hard - hard) * price + state.soft - soft > atMost) {
        state.undo();
        continue;
      }
      if (state.hard < found.hard || (state.hard === found.hard && state.soft < found.soft)) {
        found = { hard: state.hard, soft: state.soft, snapshot: state.save() };
        onBest(found);
      }
    }
    if (!goOn(walked)) break;
  }
  return found;
}

/** Where the state stands now. */
export function standing(state: SearchState): Best {
  return { hard: state.hard, soft: state.soft, snapshot: state.save() };
}
