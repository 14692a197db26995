import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Duplex, Readable, Writable } from 'node:stream';
import { LogTail } from './log-tail.js';

export interface ProgramPlan {
  program: string;
  /** The arguments, given the numbers of the pipes: `feeds` to read from, the first of which is `feed` (null without one), and `outputs` to write to, in order. */
  args: (pipes: { feed: number | null; feeds: readonly number[]; outputs: readonly number[] }) => readonly string[];
  /** Whether we write to it; a number: by that many pipes. */
  feed: boolean | number;
  /** How many pipes it writes to. */
  outputs: number;
}

export interface Ended {
  /** -1 where it could not be started. */
  code: number;
  /** What it said last, bounded; without secrets that stand in addresses. */
  lastLines: readonly string[];
}

/** Milliseconds between being asked to end and being ended. */
const GRACE = 2_000;
const LIFELINE = 3;

/**
 * The program is started by a shell that holds a pipe from us. When that pipe ends, because we say so or because we are gone, however we
 * went, the program is killed: what we leave behind must not go on encoding. The shell waits for both of its children, so that no dead one is
 * left to us where we are a container's first process. The group is its own, so that a Ctrl-C meant for us does not end it before its time.
 */
const UNDER_A_LIFELINE = [
  `"$@" ${LIFELINE}<&- & child=$!`,
  `{ trap "" TERM; read -r _ <&${LIFELINE}; kill -KILL "$child"; } 2>/dev/null & watch=$!`,
  `exec ${LIFELINE}<&-; trap 'kill -TERM "$child" 2>/dev/null' TERM`,
  'wait "$child"; code=$?; while kill -0 "$child" 2>/dev/null; do wait "$child"; code=$?; done',
  'kill -KILL "$watch" 2>/dev/null; wait "$watch" 2>/dev/null; exit "$code"',
].join('\n');

/** One life of a program that reads from and writes to pipes of ours. Leaves neither process nor handle behind. */
export class ProgramRun {
  /** Writing to one after the program ended is harmless. */
  readonly feeds: readonly Writable[];
  readonly outputs: readonly Readable[];
  readonly log = new LogTail();
  /** Resolves when the process is gone and its pipes are closed. Never rejects. */
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;
  private readonly lifeline: Duplex | null;
  private deadline: NodeJS.Timeout | null = null;

  constructor(plan: ProgramPlan) {
    const first = LIFELINE + 1;
    const feeds = Array.from({ length: Number(plan.feed) }, (_, index) => first + index);
    const outputs = Array.from({ length: plan.outputs }, (_, index) => first + feeds.length + index);
    const command = [plan.program, ...plan.args({ feed: feeds[0] ?? null, feeds, outputs })];
    const posix = process.platform !== 'win32';
    const [program = '', ...args] = posix ? ['/bin/sh', '-c', UNDER_A_LIFELINE, 'sh', ...command] : command;
    this.child = spawn(program, args, {
      cwd: '/',
      // it is told nothing of our environment, which holds secrets
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      detached: posix,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', ...[...feeds, ...outputs].map(() => 'pipe' as const)],
    });
    const pipes = this.child.stdio as unknown as (Duplex | null)[];
    const ours = pipes.filter((pipe) => pipe !== null);
    this.lifeline = posix ? pipes[LIFELINE]! : null;
    const fed = feeds.map((fd) => pipes[fd]!);
    this.feeds = fed;
    // what is only written to must be read to its end too, or it is never closed
    for (const pipe of [this.lifeline, ...fed]) pipe?.resume();
    this.outputs = outputs.map((fd) => pipes[fd]!);
    // a pipe to a program that has ended breaks, and that it ended is told by `ended`
    for (const pipe of ours) pipe.on('error', () => undefined);
    this.child.stderr?.on('data', (chunk: Buffer) => this.log.take(chunk));
    this.ended = this.untilEnded(ours);
  }

  /** The first of its feeds; null without one. */
  get feed(): Writable | null {
    return this.feeds[0] ?? null;
  }

  /** Undefined where it could not be started. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Asks it to end, and ends it where it does not. Resolves when it is gone. May be called more than once. */
  async stop(): Promise<void> {
    if (this.isRunning && this.deadline === null) {
      for (const feed of this.feeds) feed.end();
      this.child.kill('SIGTERM');
      this.deadline = setTimeout(() => this.cut(), GRACE);
    }
    await this.ended;
  }

  /** Ends it at once: it hangs, or there is no time. */
  async kill(): Promise<void> {
    if (this.isRunning) this.cut();
    await this.ended;
  }

  private get isRunning(): boolean {
    return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  private cut(): void {
    if (this.deadline !== null) clearTimeout(this.deadline);
    if (this.lifeline === null) this.child.kill('SIGKILL');
    else this.lifeline.destroy();
    // the shell itself is stuck
    this.deadline = setTimeout(() => this.killGroup(), GRACE);
  }

  private async untilEnded(pipes: readonly Duplex[]): Promise<Ended> {
    const closed = once(this.child, 'close').catch(() => undefined);
    const started = await once(this.child, 'exit').then(() => true, () => false);
    if (this.deadline !== null) clearTimeout(this.deadline);
    // what it started itself, and did not end
    this.killGroup();
    // the last frames may still be in its pipes, and need a reader
    const late = setTimeout(() => pipes.forEach((pipe) => pipe.destroy()), started ? GRACE : 0);
    await closed;
    clearTimeout(late);
    for (const pipe of pipes) pipe.destroy();
    return { code: started ? (this.child.exitCode ?? 128) : -1, lastLines: this.log.lines };
  }

  private killGroup(): void {
    const { pid } = this.child;
    if (pid === undefined || process.platform === 'win32') return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // all of it is gone
    }
  }
}
