import type { SessionId } from '@contract/ids.js';
import type { NewPlanRun } from '@contract/plan-runs.js';
import { type PlanTerm, USUAL_WEIGHTS } from '@rules/plan/plan.js';

export const TERMS: readonly PlanTerm[] = ['equipment', 'roomFit', 'speakersHours', 'audienceHours', 'parallelTracks', 'trackRooms', 'change'];

/** How much a soft term counts, as organizers say it. */
export const LEVELS = ['off', 'little', 'usual', 'much'] as const;
export type Level = (typeof LEVELS)[number];
/** Times the usual weight. */
const TIMES: Readonly<Record<Level, number>> = { off: 0, little: 1 / 3, usual: 1, much: 3 };

export type Scope = 'tray' | 'all' | 'chosen';

/** What the form holds. A number that is not there is an empty text. */
export interface PlanWish {
  scope: Scope;
  chosen: readonly SessionId[];
  levels: Readonly<Record<PlanTerm, Level>>;
  seconds: number | '';
  iterations: number | '';
  seed: number | '';
}

export type WishProblems = Partial<Record<'sessions' | NumberField, 'none-chosen' | 'not-whole' | 'out-of-range'>>;
export type NumberField = 'seconds' | 'iterations' | 'seed';

/** What the server takes. */
export const RANGES: Readonly<Record<NumberField, { min: number; max: number }>> = {
  seconds: { min: 1, max: 600 }, iterations: { min: 1_000, max: 1_000_000_000 }, seed: { min: 0, max: 2 ** 31 - 1 },
};

const ALL_USUAL: PlanWish['levels'] = { equipment: 'usual', roomFit: 'usual', parallelTracks: 'usual', speakersHours: 'usual', audienceHours: 'usual', trackRooms: 'usual', change: 'usual' };

/** The usual wish; what was wanted the last time stays, but for the sessions: these have their places now. */
export function wishAfter(last: NewPlanRun | null): PlanWish {
  const levels = { ...ALL_USUAL };
  for (const term of TERMS) levels[term] = levelOf(term, last?.weights[term]);
  return { scope: 'tray', chosen: [], levels, seconds: last?.seconds ?? 60, iterations: last?.iterations ?? 5_000_000, seed: last?.seed ?? 1 };
}

export function problemsOf(wish: PlanWish): WishProblems {
  const problems: WishProblems = {};
  if (wish.scope === 'chosen' && wish.chosen.length === 0) problems.sessions = 'none-chosen';
  for (const field of ['seconds', 'iterations', 'seed'] as const) {
    const value = wish[field];
    const { min, max } = RANGES[field];
    if (value === '' || !Number.isInteger(value)) problems[field] = 'not-whole';
    else if (value < min || value > max) problems[field] = 'out-of-range';
  }
  return problems;
}

/** Of a wish without problems. */
export function runOf({ scope, chosen, levels, seconds, iterations, seed }: PlanWish): NewPlanRun {
  const weights: NewPlanRun['weights'] = {};
  // what is as usual is left to the server
  for (const term of TERMS) if (levels[term] !== 'usual') weights[term] = weightOf(term, levels[term]);
  return { sessions: scopeOf(scope, chosen), weights, seconds: Number(seconds), iterations: Number(iterations), seed: Number(seed) };
}

export const scopeOf = (scope: Scope, chosen: readonly SessionId[]): NewPlanRun['sessions'] => (scope === 'chosen' ? [...chosen] : scope);

const weightOf = (term: PlanTerm, level: Level): number => Math.round(USUAL_WEIGHTS[term] * TIMES[level]);

/** The level whose weight it is; a weight that somebody asked for over the API may be none. */
function levelOf(term: PlanTerm, weight: number | undefined): Level {
  return LEVELS.find((level) => weightOf(term, level) === weight) ?? 'usual';
}
