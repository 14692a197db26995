/** What is told of a channel's audience, and what it was worked out of. */
export interface ToldAudience {
  /** The last draws, the oldest first, three at most: people counted, and noise. */
  draws: readonly number[];
  /** People, rounded down; null: too few to be told. */
  told: number | null;
}

export const NOBODY_TOLD: ToldAudience = { draws: [], told: null };

/** Fewer are not told. */
export const LEAST_AUDIENCE = 100;
/**
 * People by which noise is off, on the whole. A draw then says of any one person no more than a coin would that shows right 51.25 times
 * in a hundred, whatever else is known, and however many others are one's own: see docs/decisions/029.
 */
export const NOISE_SCALE = 20;

const DRAWS = 3;

/**
 * The next draw, and what is told after it: the middle of the last three, so that one that is far off is not seen, and another number than
 * before only where the middle has left that one's step by half a step. Who reads what is told knows less than who had read the draws.
 * @param noise drawn for this draw alone, and by nobody foreseen
 */
export function drawAudience({ draws, told }: ToldAudience, people: number, noise: number): ToldAudience {
  const next = [...draws, people + noise].slice(-DRAWS);
  return { draws: next, told: next.length < 2 ? told : tell(told, middleOf(next)) };
}

/** The lesser one of two. */
const middleOf = (draws: readonly number[]): number => draws.toSorted((a, b) => a - b)[(draws.length - 1) >> 1]!;

function tell(before: number | null, middle: number): number | null {
  if (before !== null) {
    const step = stepAt(before);
    if (middle >= before - step / 2 && middle < before + 1.5 * step) return before;
  }
  return middle < LEAST_AUDIENCE ? null : middle - (middle % stepAt(middle));
}

function stepAt(people: number): number {
  if (people < 1_000) return 50;
  return people < 10_000 ? 100 : 1_000;
}

/**
 * Noise of the two-sided geometric distribution: a number and the next further from zero differ in probability by the factor e^(-1/scale).
 * Whole numbers from whole numbers: what is told has no digits behind which a count could be read.
 * @param first, second uniform in [0, 1), and secret
 */
export function noiseOf(first: number, second: number, scale = NOISE_SCALE): number {
  return geometric(first, scale) - geometric(second, scale);
}

const geometric = (uniform: number, scale: number): number => Math.floor(-Math.log1p(-uniform) * scale);
