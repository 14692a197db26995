// Real conferences from CSPLib, solved by the search that Meridian plans with: npm run bench -- plan DIR [--seconds=60] [--seed=1] [--terms]
import { readdir, readFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ROOT } from '../../scripts/root.mjs';

/** What scripts/bench.mjs builds first. */
export const needs = ['bench'];

/** HiGHS gets as long as it needs for these, and seconds for the largest. */
const BOUND_SECONDS = 30;

export async function run(options, [folder]) {
  const seconds = Number(options.seconds ?? 60);
  const seed = Number(options.seed ?? 1);
  if (folder === undefined || !(seconds > 0) || !Number.isInteger(seed)) {
    console.error('Usage: npm run bench -- plan DIR [--seconds=60] [--seed=1] [--terms]');
    process.exitCode = 1;
    return;
  }
  const { looksLikeInstance } = await import(join(ROOT, 'dist/bench/plan/csplib/instance.js'));
  const files = (await readdir(resolve(folder))).filter((file) => file.endsWith('.json')).sort();
  console.log(`${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; load before the run ${loadavg()[0].toFixed(1)}`);
  console.log(`${seconds} s an instance on one core, seed ${seed}\n`);
  console.log('| instance | objective | lower bound | checker | iterations | a second |\n| --- | --- | --- | --- | --- | --- |');
  for (const file of files) {
    const text = await readFile(join(resolve(folder), file), 'utf8');
    if (!looksLikeInstance(text)) continue;
    try {
      const bound = await ask({ do: 'bound', text, seconds: BOUND_SECONDS }).catch((error) => `none (${error.message})`);
      const solved = await ask({ do: 'solve', text, seconds, seed });
      console.log(row(basename(file, '.json'), solved, bound));
      if (options.terms !== undefined) console.log(JSON.stringify(Object.fromEntries(Object.entries(solved.terms).filter(([, term]) => term > 0))));
    } catch (error) {
      process.exitCode = 1;
      console.log(`| ${basename(file, '.json')} | - | - | not solved: ${error.message} | - | - |`);
    }
  }
}

function row(name, solved, bound) {
  const agrees = Math.abs(solved.objective - solved.claimed) <= 1e-6 * Math.max(1, solved.objective);
  const verdict = !solved.feasible ? `infeasible: ${solved.faults.slice(0, 3).join('; ')}` : agrees ? 'feasible, agrees' : `feasible, but the search said ${solved.claimed}`;
  if (!solved.feasible || !agrees || solved.objective < bound) process.exitCode = 1;
  return `| ${name} | ${solved.objective} | ${bound === Infinity ? 'no timetable exists' : bound} | ${verdict} | ${(solved.iterations / 1e6).toFixed(1)} M | ${Math.round(solved.iterations / solved.seconds / 1000)} k |`;
}

/** One task in a thread of its own. */
async function ask(task) {
  return await new Promise((answer, refuse) => {
    const worker = new Worker(join(ROOT, 'dist/bench/plan/csplib/worker.js'), { workerData: task });
    worker.once('message', answer).once('error', refuse);
    worker.once('exit', (code) => refuse(new Error(`the worker ended with ${code}`)));
  });
}
