import { parentPort, workerData } from 'node:worker_threads';
import { lowerBound } from './bound.js';
import { check } from './checker.js';
import { readInstance } from './instance.js';
import { solve } from './solve.js';

export type Task = { text: string } & ({ do: 'solve'; seconds: number; seed: number } | { do: 'bound'; seconds: number });

export interface Solved {
  objective: number;
  claimed: number;
  feasible: boolean;
  faults: string[];
  terms: Record<string, number>;
  iterations: number;
  seconds: number;
}

/** How many iterations come before the first look at how fast they are. */
const FIRST = 50_000;

const task = workerData as Task;
const instance = readInstance(task.text);
if (task.do === 'bound') parentPort!.postMessage(await lowerBound(instance, task.seconds));
else parentPort!.postMessage(solveFor(task.seconds, task.seed));

/** A clock as a budget: as many iterations are left as the time that is left has room for at the speed so far. */
function solveFor(seconds: number, seed: number): Solved {
  const started = performance.now();
  const end = started + seconds * 1000;
  let iterations = 0;
  const { timetable, best } = solve(instance, {
    seed,
    left: (spent) => {
      iterations = Math.max(iterations, spent);
      const now = performance.now();
      if (spent < FIRST) return now < end ? FIRST * 200 : 0;
      return Math.max(0, Math.floor((spent / (now - started)) * (end - now)));
    },
  });
  const { objective, feasible, faults, terms } = check(instance, timetable);
  return { objective, claimed: best.soft, feasible, faults, terms, iterations, seconds: (performance.now() - started) / 1000 };
}
