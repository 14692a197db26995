import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LOGGER, type Logger } from '../logging/logger.js';

export interface PeriodicJob {
  /** Under which the table `periodic_job` knows it. */
  name: string;
  everySeconds: number;
  /** May run again for the same time, if a process dies in it. Answers what is worth a line of log: counts. */
  run: (now: Date) => Promise<Record<string, number>>;
}

/** Milliseconds between looks at what is due. */
const LOOK_MS = 20_000;

/**
 * Runs what is to be done now and then: of N processes one does it each time. Who does it holds the job's row until it is
 * done, so that the others pass over it, and a process that dies leaves it to them.
 */
@Injectable()
export class PeriodicJobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly jobs: PeriodicJob[] = [];
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly source: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Before the application has started. */
  add(job: PeriodicJob): void {
    this.jobs.push(job);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
    void this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** No job begins any more. Resolves when the one that runs is done. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.looking;
  }

  /** Runs what is due. Never rejects: what failed is logged, and is due again at the next look. */
  async look(): Promise<void> {
    this.looking ??= this.runDue().finally(() => {
      this.looking = undefined;
    });
    await this.looking;
  }

  private async runDue(): Promise<void> {
    for (const job of this.jobs) {
      if (this.stopped) return;
      try {
        await this.runIfDue(job);
      } catch (error) {
        this.logger.warn({ err: error, job: job.name }, 'a periodic job failed');
      }
    }
  }

  private async runIfDue({ name, everySeconds, run }: PeriodicJob): Promise<void> {
    await this.source.query(`INSERT INTO periodic_job (name) VALUES ($1) ON CONFLICT DO NOTHING`, [name]);
    await this.source.transaction(async (tx) => {
      const [due] = await tx.query<{ now: Date }[]>(
        `SELECT now() FROM periodic_job WHERE name = $1 AND (ran_at IS NULL OR ran_at <= now() - make_interval(secs => $2)) FOR UPDATE SKIP LOCKED`,
        [name, everySeconds],
      );
      if (due === undefined) return;
      const counts = await run(due.now);
      await tx.query(`UPDATE periodic_job SET ran_at = $2 WHERE name = $1`, [name, due.now]);
      if (Object.values(counts).some((count) => count > 0)) this.logger.info({ job: name, ...counts }, 'a periodic job is done');
    });
  }
}
