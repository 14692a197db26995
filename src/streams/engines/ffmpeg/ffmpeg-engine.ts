import type { Logger } from '../../../platform/logging/logger.js';
import type { Feed } from '../../ingest/feed.js';
import { LiveReader } from '../../origin/live-reader.js';
import type { LiveWindow } from '../../origin/live-window.js';
import { engineArguments, type EngineInput } from './arguments.js';
import type { Ffmpeg } from './find-ffmpeg.js';
import { MotionReader, tellsMotion, type Motion } from './picture-motion.js';
import type { ProgramRun } from './program-run.js';
import { renditionsOf, type Rendition, type RenditionPlan } from './rendition-plan.js';
import { SupervisedProgram, type Supervision } from './supervised-program.js';

export interface EngineOptions {
  ffmpeg: Ffmpeg;
  window: LiveWindow;
  input: EngineInput;
  /** A picture is written once, and is all; null: the input makes its media itself. */
  feed: Feed | Buffer | null;
  plan: RenditionPlan;
  logger: Logger;
  /** Told whether the picture moves, when a life begins and when that changes; never by an ffmpeg that cannot tell, or of sound alone. */
  onMotion?: (motion: Motion) => void;
  limits?: Supervision['limits'];
}

/** Bytes that wait for an engine to read them: some ten seconds. It is too slow, or hangs. */
const MOST_WAITING = 8_000_000;
/** Milliseconds since something was fed. */
const FED = 1_000;

/** Makes renditions of one input with an ffmpeg that is kept going, and puts them into a window. */
export class FfmpegEngine {
  private readonly renditions: Rendition[];
  private readonly program: SupervisedProgram;
  private readonly watchesMotion: boolean;
  private lastFed = 0;

  constructor(private readonly options: EngineOptions) {
    const { ffmpeg, input, plan, feed, logger, window, limits } = options;
    this.renditions = renditionsOf(plan);
    this.watchesMotion = options.onMotion !== undefined && plan.video !== null && tellsMotion(ffmpeg);
    const tracks = this.renditions.length;
    this.program = new SupervisedProgram({
      plan: () => ({
        program: ffmpeg.path, feed: feed !== null, outputs: tracks + (this.watchesMotion ? 1 : 0),
        args: (pipes) => engineArguments(ffmpeg, input, plan, this.renditions, { ...pipes, motion: pipes.outputs[tracks] ?? null }),
      }),
      attend: (run, life, progress) => this.attend(run, life, progress),
      isFed: () => feed === null || Buffer.isBuffer(feed) || Date.now() - this.lastFed < FED,
      onEnding: (ending, lastLines, again) => logger.warn({ source: window.id, ending, lastLines: lastLines.slice(-5), again }, 'an ffmpeg ended and is started again'),
      ...(limits === undefined ? {} : { limits }),
    });
  }

  /** How many times ffmpeg was started. */
  get lives(): number {
    return this.program.lives;
  }

  /** Ends this life; another begins. */
  restart(): void {
    this.program.restart();
  }

  /** Resolves when ffmpeg is gone. */
  async stop(): Promise<void> {
    await this.program.stop();
  }

  private attend(run: ProgramRun, life: number, progress: () => void): () => void {
    const { window, feed, logger, onMotion } = this.options;
    const reader = new LiveReader(window, this.renditions, progress);
    for (const [index, output] of run.outputs.slice(0, this.renditions.length).entries()) {
      output.on('data', (chunk: Buffer) => {
        try {
          reader.push(index, chunk);
        } catch (error) {
          logger.error({ err: error, source: window.id, life }, 'what an ffmpeg made cannot be read');
          output.removeAllListeners('data');
          void run.kill();
        }
      });
    }
    if (this.watchesMotion && onMotion !== undefined) {
      const motion = new MotionReader(onMotion);
      run.outputs.at(-1)?.on('data', (chunk: Buffer) => motion.push(chunk));
    }
    if (Buffer.isBuffer(feed)) run.feed?.end(feed);
    const leave = feed === null || Buffer.isBuffer(feed) ? undefined : feed.read((chunk) => this.feed(run, chunk));
    return () => {
      leave?.();
      reader.end();
    };
  }

  private feed(run: ProgramRun, chunk: Buffer): void {
    this.lastFed = Date.now();
    if ((run.feed?.writableLength ?? 0) > MOST_WAITING) this.program.restart();
    else run.feed?.write(chunk);
  }
}
