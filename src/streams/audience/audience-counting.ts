import { randomBytes } from 'node:crypto';
import { noiseOf } from '../../rules/streams/told-audience.js';

/** How often audiences are counted, and what is added to it. */
export interface AudienceCounting {
  /** Milliseconds between the draws of a number. Each tells a little of each person: see docs/decisions/029. */
  drawEvery: number;
  /** Milliseconds between words of a process to the others. */
  tellEvery: number;
  /** People to add to a count, or to take off: another number each time. */
  noise: () => number;
}

/** Injection token of the {@link AudienceCounting}. */
export const AUDIENCE_COUNTING = Symbol('audience counting');

export const DEFAULT_COUNTING: AudienceCounting = { drawEvery: 300_000, tellEvery: 15_000, noise: () => noiseOf(secretUniform(), secretUniform()) };

const BYTES = 6;

/** In [0, 1). Not Math.random: who has seen enough of its numbers knows the next. */
function secretUniform(): number {
  return randomBytes(BYTES).readUIntBE(0, BYTES) / 2 ** (8 * BYTES);
}
