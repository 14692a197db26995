import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlanOutcome, PlanProgressTold, PlanRunState } from '../../contract/plan-runs.js';
import { projectFolder } from '../../platform/build-folders.js';
import type { PlanTask, PlanWord } from './plan-worker.js';

/** Built: a thread runs JavaScript, also where the server itself is run from its sources. */
const SCRIPT = join(projectFolder(), 'dist', 'server', 'plan-worker.js');
/** Runs at once in one process: each takes a processor. */
const MOST = 2;
/** Milliseconds between two looks at the database: whether the run is to stop, and to say that it lives. */
const EVERY = 1_000;

/** The runs of this process, each in a thread of its own. What they find is written to the database, which every process reads. */
@Injectable()
export class PlanWorkers implements BeforeApplicationShutdown {
  private readonly running = new Map<string, { worker: Worker; over: Promise<void> }>();

  constructor(private readonly source: DataSource) {}

  get isFull(): boolean {
    return this.running.size >= MOST;
  }

  start(id: string, task: Omit<PlanTask, 'stop'>): void {
    const stop = new SharedArrayBuffer(4);
    const worker = new Worker(SCRIPT, { workerData: { ...task, stop } satisfies PlanTask });
    const over = this.follow(id, worker, new Int32Array(stop)).finally(() => this.running.delete(id));
    this.running.set(id, { worker, over });
    // what goes wrong is in the run's row, or the database is gone, and then the row is given up after a while
    over.catch(() => undefined);
  }

  /** Resolves when a run of this process is over and written down; at once for any other. */
  async over(id: string): Promise<void> {
    await this.running.get(id)?.over;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.allSettled([...this.running.values()].map(async ({ worker, over }) => {
      await worker.terminate();
      await over;
    }));
  }

  private async follow(id: string, worker: Worker, stop: Int32Array): Promise<void> {
    let progress: PlanProgressTold | null = null;
    let outcome: PlanOutcome | null = null;
    const look = async (): Promise<void> => {
      const state = await this.tellAlive(id, progress);
      if (state === 'stopping') Atomics.store(stop, 0, 1);
      else if (state !== 'running') await worker.terminate();
    };
    let looking = Promise.resolve();
    const timer = setInterval(() => {
      looking = looking.then(look).catch(() => undefined);
    }, EVERY);
    worker.on('message', (word: PlanWord) => {
      if ('progress' in word) ({ progress } = word);
      else ({ outcome } = word);
    });
    await new Promise<void>((resolve) => {
      worker.once('error', () => resolve());
      worker.once('exit', () => resolve());
    });
    clearInterval(timer);
    await looking;
    await this.end(id, progress, outcome);
  }

  private async tellAlive(id: string, progress: PlanProgressTold | null): Promise<PlanRunState | undefined> {
    const [rows] = await this.source.query<[{ state: PlanRunState }[], number]>(
      `UPDATE plan_run SET alive_at = now(), progress = coalesce($2, progress) WHERE id = $1 AND state IN ('running', 'stopping') RETURNING state`,
      [id, progress === null ? null : JSON.stringify(progress)],
    );
    return rows[0]?.state;
  }

  private async end(id: string, progress: PlanProgressTold | null, outcome: PlanOutcome | null): Promise<void> {
    await this.source.query(
      `UPDATE plan_run SET state = $2, progress = coalesce($3, progress), outcome = $4, ended_at = now() WHERE id = $1 AND state IN ('running', 'stopping')`,
      [id, outcome === null ? 'failed' : 'done', progress === null ? null : JSON.stringify(progress), outcome === null ? null : JSON.stringify(outcome)],
    );
  }
}
