import type { Logger } from '../logging/logger.js';

export interface ShutdownStep {
  /** What ends, for the log: `the database`. */
  name: string;
  run: () => Promise<unknown>;
}

/** npm passes a Ctrl-C on that the terminal has sent us already: two signals within this many milliseconds are one. */
const SAME_SIGNAL = 500;

/**
 * Ends what was started, the last first, once. Steps are added as the start goes on, so that a signal in the middle of it
 * ends what is there. A step that fails is logged and does not keep the others from ending.
 */
export class Shutdown {
  private readonly steps: ShutdownStep[] = [];
  private ending: Promise<void> | undefined;

  constructor(private readonly logger: Logger) {}

  add(step: ShutdownStep): void {
    this.steps.push(step);
  }

  get begun(): boolean {
    return this.ending !== undefined;
  }

  async run(): Promise<void> {
    this.ending ??= this.runSteps();
    await this.ending;
  }

  /** SIGTERM, SIGINT or SIGHUP end the process in order, with code 0; a second one ends it at once. */
  onSignals(tell: (text: string) => void): void {
    let first: number | undefined;
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (first !== undefined) {
          if (Date.now() - first > SAME_SIGNAL) process.exit(1);
          return;
        }
        first = Date.now();
        tell('Stopping: finishing what was asked for. Once more stops at once.');
        void this.run().then(() => {
          tell('Stopped.');
          process.exit(0);
        });
      });
    }
  }

  private async runSteps(): Promise<void> {
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      try {
        await step.run();
      } catch (error) {
        this.logger.error({ err: error }, `${step.name} did not end in order`);
      }
    }
  }
}
