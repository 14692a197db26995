import { parentPort, workerData } from 'node:worker_threads';
import type { Board } from '../../contract/board.js';
import type { NewPlanRun, PlanOutcome, PlanProgressTold } from '../../contract/plan-runs.js';
import { USUAL_WEIGHTS } from '../../rules/plan/plan.js';
import { planOfBoard } from '../../rules/plan/plan-of-board.js';
import { planSessions, type PlanProgress, type PlanScore } from '../../rules/plan/plan-sessions.js';
import { outcomeOf } from './plan-outcome.js';

export interface PlanTask {
  board: Board;
  wanted: NewPlanRun;
  /** One number; anything but 0 asks for the best plan so far. Shared, for the search listens to nothing while it runs. */
  stop: SharedArrayBuffer;
}

export type PlanWord = { progress: PlanProgressTold } | { outcome: PlanOutcome };

/** Milliseconds between two words of progress. */
const EVERY = 500;

const { board, wanted, stop } = workerData as PlanTask;
const stopped = new Int32Array(stop);
const say = (word: PlanWord): void => { parentPort?.postMessage(word); };
const ends = performance.now() + wanted.seconds * 1000;
let spentAll = false;
let told = 0;
let best = null as { progress: PlanProgress; score: () => PlanScore } | null;
const tell = (): void => {
  if (best !== null) say({ progress: { ...best.progress, score: best.score() } });
};

const request = planOfBoard(board, { sessions: wanted.sessions, weights: { ...USUAL_WEIGHTS, ...wanted.weights } });
const result = planSessions(request, {
  seed: wanted.seed,
  left: (spent) => {
    spentAll = spent >= wanted.iterations;
    if (best !== null) best.progress.iterations = spent;
    return wanted.iterations - spent;
  },
  goOn: () => {
    const now = performance.now();
    if (now - told > EVERY) {
      told = now;
      tell();
    }
    return now < ends && Atomics.load(stopped, 0) === 0;
  },
  onBest: (progress, score) => (best = { progress, score }),
});
tell();
say({ outcome: outcomeOf(board, request, result, !spentAll) });
