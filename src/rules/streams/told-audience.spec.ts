import fc from 'fast-check';
import { drawAudience, LEAST_AUDIENCE, NOBODY_TOLD, NOISE_SCALE, noiseOf, type ToldAudience } from './told-audience.js';

const after = (counts: readonly number[], from: ToldAudience = NOBODY_TOLD): (number | null)[] => {
  let held = from;
  return counts.map((count) => (held = drawAudience(held, count, 0)).told);
};

test.each([
  ['nothing after one draw', [500], [null]],
  ['nothing below a hundred', [99, 99, 99], [null, null, null]],
  ['steps of 50', [100, 100, 149, 149], [null, 100, 100, 100]],
  ['steps of 100 from a thousand on', [1_290, 1_290], [null, 1_200]],
  ['steps of a thousand from ten thousand on', [12_900, 12_900], [null, 12_000]],
  ['one draw that is far off is not seen', [500, 500, 900, 500], [null, 500, 500, 500]],
  ['half a step further is the same number', [500, 500, 574, 574, 476, 476], [null, 500, 500, 500, 500, 500]],
  ['more than that is another', [500, 500, 575, 575], [null, 500, 500, 550]],
  ['and so is less', [500, 500, 474, 474], [null, 500, 500, 450]],
  ['few again are not told', [100, 100, 76, 76, 74, 74], [null, 100, 100, 100, 100, null]],
] as const)('%s', (_case, counts, told) => {
  expect(after(counts)).toEqual(told);
});

test('who takes over begins with what was told before', () => {
  expect(after([740, 740, 740], { draws: [], told: 500 })).toEqual([500, 700, 700]);
});

test('what is told is a step or nothing, whatever was counted', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20_000), fc.integer({ min: -300, max: 300 }))), (draws) => {
      let held = NOBODY_TOLD;
      for (const [people, noise] of draws) {
        held = drawAudience(held, people, noise);
        expect(held.told === null || (held.told >= LEAST_AUDIENCE && held.told % 50 === 0)).toBe(true);
      }
    }),
  );
});

/** Numbers in [0, 1) that are the same each time: Weyl's sequence of two irrational numbers, and so evenly spread over the square. */
function* uniforms(): Generator<number, never> {
  for (let n = 1; ; n += 1) {
    yield (n * 0.754877666246693) % 1;
    yield (n * 0.569840290998053) % 1;
  }
}

const SAMPLES = 500_000;

/** How often each noise came of so many. */
function noises(count: number): Map<number, number> {
  const uniform = uniforms();
  const seen = new Map<number, number>();
  for (let n = 0; n < count; n += 1) {
    const noise = noiseOf(uniform.next().value, uniform.next().value);
    seen.set(noise, (seen.get(noise) ?? 0) + 1);
  }
  return seen;
}

test('noise has no middle of its own, and two neighbours differ in probability by no more than e^(1/scale)', () => {
  const seen = noises(SAMPLES);
  const mean = [...seen].reduce((sum, [noise, times]) => sum + noise * times, 0) / SAMPLES;
  expect(Math.abs(mean)).toBeLessThan(0.1);
  const most = Math.exp(1 / NOISE_SCALE);
  for (let noise = -2 * NOISE_SCALE; noise < 2 * NOISE_SCALE; noise += 1) {
    const ratio = (seen.get(noise) ?? 0) / (seen.get(noise + 1) ?? 0);
    expect(ratio).toBeGreaterThan(0.97 / most);
    expect(ratio).toBeLessThan(1.03 * most);
  }
});

/** Pseudo-random numbers that a spec can have again (Mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Somebody knows everything about an audience but whether one person is in it, and has put so many of their own accounts in that with
 * that person the next step is reached. They look for an hour.
 */
const BORDER = 150;
const LOOKS_AN_HOUR = 12;

/** The share of games in which they say rightly whether that person is there, who is in every other game. */
function rightGuesses(look: (people: number, rnd: () => number) => boolean, games = 4_000): number {
  const rnd = random(7);
  let right = 0;
  for (let game = 0; game < games; game += 1) {
    const isThere = game % 2 === 0;
    if (look(BORDER - 1 + (isThere ? 1 : 0), rnd) === isThere) right += 1;
  }
  return right / games;
}

const noise = (rnd: () => number): number => noiseOf(rnd(), rnd());

test('with steps alone, somebody with a few accounts would see each time that one other person watches', () => {
  expect(rightGuesses((people) => people - (people % 50) >= BORDER)).toBe(1);
});

test('with noise, an hour of what is told says next to nothing about one person', () => {
  const guess = (people: number, rnd: () => number): boolean => {
    let held = NOBODY_TOLD;
    let high = 0;
    for (let n = 0; n < LOOKS_AN_HOUR; n += 1) {
      held = drawAudience(held, people, noise(rnd));
      if ((held.told ?? 0) >= BORDER) high += 1;
    }
    return high > 0;
  };
  expect(Math.abs(rightGuesses(guess) - 0.5)).toBeLessThan(0.05);
});

test('nor would an hour of the draws themselves, to who makes the best of them', () => {
  const guess = (people: number, rnd: () => number): boolean => {
    let above = 0;
    // of two counts that are one apart, each draw is likelier under the nearer one, always by the same factor: so they are counted
    for (let n = 0; n < LOOKS_AN_HOUR; n += 1) above += people + noise(rnd) >= BORDER ? 1 : -1;
    return above === 0 ? rnd() < 0.5 : above > 0;
  };
  const right = rightGuesses(guess, 20_000);
  expect(right).toBeGreaterThan(0.5);
  expect(right).toBeLessThan(0.56);
});
