import { anneal, standing, type Best } from './anneal.js';
import { grainOf } from './grain.js';
import { seededRandom, type Random } from './random.js';
import { isBetter, type SearchState, type Snapshot } from './state.js';

export interface Search {
  /** Decides every random choice: the same seed and the same iterations give the same solution. */
  seed: number;
  /** How many iterations are left when so many are spent; 0 ends the search. A number fixed in advance, or what a clock still allows. */
  left: (spent: number) => number;
  /** Asked every few thousand iterations; false ends the search with the best so far. */
  goOn?: () => boolean;
  /** Told of each solution that is better than all before. */
  onBest?: (best: Best, spent: number) => void;
  /** Where to begin when what is there should be kept; from where the state stands otherwise. */
  from?: Snapshot;
  /** No round begins hotter than this, in grains: what stands is then changed rather than torn up. */
  hottest?: number;
  /** How many of the rounds begin anew rather than from a good solution. */
  starts?: number;
}

/** Rounds of annealing that a search is divided into, and the fewest iterations that are worth one. */
const ROUNDS = 12;
const SHORTEST = 150_000;
const STARTS = 4;

/** Temperatures that the rounds begin at, in grains, in turn: none is right for every problem. */
const FRESH = [3, 30, 10, 100];
const AGAIN = [3, 10, 2, 30];
const COLD = 0.2;

/** What a hard point is worth at first, in grains; dearer as long as there is no solution without. */
const PRICE = 100;
const DEARER = 10;
const DEAREST = 1e9;

/** Solutions that later rounds begin at. */
const ELITE = 3;

/** Anneals again and again: first from several starts, then, reheated, from the best ones found. Returns the best of all. */
export function search(state: SearchState, { seed, left, goOn, onBest, from, hottest = Infinity, starts = STARTS }: Search): Best {
  const random = seededRandom(seed);
  let spent = 0;
  const beginning = from ?? state.save();
  state.restore(beginning);
  let best = standing(state);
  const walk = (iterations: number, hot: number, price: number, among: Random): Best =>
    anneal(state, standing(state), {
      iterations, hot: hot * grain, cold: COLD * grain, price: price * grain, random: among,
      goOn: (walked) => {
        spent += walked;
        return left(spent) > 0 && goOn?.() !== false;
      },
      onBest: (found) => {
        if (!isBetter(found, best)) return;
        best = found;
        onBest?.(found, spent);
      },
    });
  let grain = grainOf(state, random);
  const rounds = Math.max(1, Math.min(ROUNDS, Math.floor(left(0) / SHORTEST)));
  let price = PRICE;
  let elite: Best[] = [];
  for (let round = 0; round < rounds && left(spent) > 0 && goOn?.() !== false; round += 1) {
    const iterations = Math.ceil(left(spent) / (rounds - round));
    const fresh = round < Math.min(starts, Math.ceil(rounds / 2));
    state.restore(fresh || elite.length === 0 ? beginning : elite[random.below(elite.length)]!.snapshot);
    const turn = fresh ? FRESH[round % FRESH.length]! : AGAIN[round % AGAIN.length]!;
    const found = walk(iterations, Math.min(hottest, turn), price, random);
    elite = [...elite.filter(({ hard, soft }) => hard !== found.hard || soft !== found.soft), found]
      .sort((a, b) => a.hard - b.hard || a.soft - b.soft)
      .slice(0, ELITE);
    if (found.hard > 0 && price < DEAREST) price *= DEARER;
    if (round === 0) {
      state.restore(found.snapshot);
      grain = grainOf(state, random);
    }
  }
  state.restore(best.snapshot);
  return best;
}
