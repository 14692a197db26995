/** A clock of this many squares, in steps of which so many are a second: it tells the time within some four days. */
const BITS = 24;
const STEPS = 50;
const RANGE = 2 ** BITS;
/** Pixels of a picture of 1280x720; the lowest bit is at the left of the topmost row. */
const SQUARE = 16;

/**
 * Filters that draw the wall clock as squares, for a bench that reads the delay from the picture. In Gray's code: from one step to the next one
 * square changes, so that a frame that is drawn while it does reads as one or the other.
 */
export function clockFilters(): string[] {
  const squares = Array.from({ length: BITS }, (_, bit) =>
    `drawbox=x=${bit * SQUARE}:y=0:w=${SQUARE}:h=${SQUARE}:color=white:t=fill:enable='mod(floor(mod(time(0)*${STEPS}\\,${RANGE})/${2 ** (bit + 1)}+0.5)\\,2)'`);
  return [`drawbox=x=0:y=0:w=${BITS * SQUARE}:h=${SQUARE}:color=black:t=fill`, ...squares];
}

/** Where a bit is read, in parts of the picture's width and height. */
export const clockSquares = (): { x: number; y: number }[] =>
  Array.from({ length: BITS }, (_, bit) => ({ x: ((bit + 0.5) * SQUARE) / 1280, y: (0.5 * SQUARE) / 720 }));

/**
 * When the frame was drawn, in epoch milliseconds.
 * @param lit whether each square is white, as in {@link clockSquares}
 * @param near an instant within a day of it
 */
export function readClock(lit: readonly boolean[], near: number): number {
  let value = lit.reduce((sum, one, bit) => sum + (one ? 2 ** bit : 0), 0);
  for (let shift = 1; shift < BITS; shift *= 2) value ^= value >> shift;
  const period = (RANGE / STEPS) * 1_000;
  const within = (value / STEPS) * 1_000;
  return within + Math.round((near - within) / period) * period;
}
