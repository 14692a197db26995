import { QuietLooks } from '../quiet-looks.js';
import { ProgramRun, type ProgramPlan } from './program-run.js';

export type Ending = 'died' | 'hung' | 'flooded';

export interface Supervision {
  /** What to start; asked anew for each life. */
  plan: () => ProgramPlan;
  /** A life begins: read its outputs, write to its feed. `progress` says that media came out of it. What is returned is called when it ends. */
  attend: (run: ProgramRun, life: number, progress: () => void) => () => void;
  /** It ended without being told to, and will be started again after `again` milliseconds. */
  onEnding?: (ending: Ending, lastLines: readonly string[], again: number) => void;
  /** Whether it has what it needs to make media just now; a program whose venue is silent does not hang. */
  isFed: () => boolean;
  /** Milliseconds. */
  limits?: Partial<typeof LIMITS>;
}

const LIMITS = {
  /** Until the first media of a life. */
  start: 15_000,
  /** Without media after that. */
  hang: 5_000,
  /** Before the second life; doubled from life to life. */
  backOff: 500,
  mostBackOff: 30_000,
  /** A life this long was a good one: the next failure begins with the shortest wait again. */
  goodLife: 60_000,
};
const LOOKS_PER_LIMIT = 10;

/** Keeps a program going: starts it again when it dies, hangs (by the media that come out, not by its word) or floods its log. */
export class SupervisedProgram {
  private readonly limits: typeof LIMITS;
  private run: ProgramRun | null = null;
  private waiting: NodeJS.Timeout | null = null;
  private stopped = false;
  private life = 0;
  private failures = 0;
  private over: Promise<void> = Promise.resolve();

  constructor(private readonly supervision: Supervision) {
    this.limits = { ...LIMITS, ...supervision.limits };
    this.begin();
  }

  /** How many times it was started. */
  get lives(): number {
    return this.life;
  }

  /** Resolves when the program is gone and will not come back. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.waiting !== null) clearTimeout(this.waiting);
    await this.run?.stop();
    await this.over;
  }

  /** It does not get on, as its owner sees: for example, it does not read what it is fed. */
  restart(): void {
    this.ending ??= 'hung';
    void this.run?.kill();
  }

  private ending: Ending | null = null;

  private begin(): void {
    this.waiting = null;
    this.life += 1;
    this.ending = null;
    this.over = this.live(new ProgramRun(this.supervision.plan()));
  }

  private async live(run: ProgramRun): Promise<void> {
    this.run = run;
    const began = Date.now();
    const watch = this.watch(run);
    const release = this.supervision.attend(run, this.life, watch.progress);
    const { lastLines } = await run.ended;
    watch.end();
    release();
    this.run = null;
    if (this.stopped) return;
    this.failures = Date.now() - began > this.limits.goodLife ? 0 : this.failures + 1;
    const again = Math.min(this.limits.backOff * 2 ** Math.max(0, this.failures - 1), this.limits.mostBackOff);
    this.waiting = setTimeout(() => this.begin(), again);
    this.supervision.onEnding?.(this.ending ?? 'died', lastLines, again);
  }

  private watch(run: ProgramRun): { progress: () => void; end: () => void } {
    const period = this.limits.hang / LOOKS_PER_LIMIT;
    const looks = new QuietLooks(this.limits.start / period);
    const timer = setInterval(() => {
      // it is silent only where it has something to do
      if (!this.supervision.isFed()) looks.heard();
      const hangs = this.supervision.isFed() && looks.look();
      if (!hangs && !run.log.flooded) return;
      this.ending ??= hangs ? 'hung' : 'flooded';
      void run.kill();
    }, period);
    return {
      progress: () => {
        looks.heard();
        looks.limit = LOOKS_PER_LIMIT;
      },
      end: () => clearInterval(timer),
    };
  }
}
