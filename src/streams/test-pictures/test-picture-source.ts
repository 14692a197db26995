import sharp from 'sharp';
import type { Logger } from '../../platform/logging/logger.js';
import type { SourceWindow } from '../../rules/streams/source.js';
import type { SourceOrigin } from '../channels/source-origin.js';
import { drawCard, type Card } from '../engines/cards/draw-card.js';
import { TEST_RATE, testPicture } from '../engines/demo/test-picture.js';
import { FfmpegEngine } from '../engines/ffmpeg/ffmpeg-engine.js';
import type { Ffmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import { playClip } from '../engines/slate/play-clip.js';
import type { SlateClip } from '../engines/slate/render-slate.js';
import { LiveWindow } from '../origin/live-window.js';

/** Pixels: one small picture is enough to see that something arrives, and costs little. */
const HEIGHT = 360;
/** Hertz: of the floor, and of each language after it, then from the beginning. */
const TONES = [440, 660, 550, 880, 770, 990];

type End = () => Promise<void> | void;

export interface TestPictureOf {
  card: Card;
  /** BCP 47, as the channel has them: the first is the floor's. */
  languages: readonly string[];
}

/** One stretch of a test picture, from when somebody watches until nobody does: made by an engine, or a card while there is no room for that. */
export class TestPictureSource implements SourceOrigin {
  /** Epoch milliseconds. */
  readonly since: number;
  private readonly live: LiveWindow;
  private readonly leave = new AbortController();
  private end: End = () => undefined;
  private work: Promise<void> = Promise.resolve();

  constructor(readonly id: string, private readonly ffmpeg: Ffmpeg, private readonly logger: Logger, now: () => number = Date.now) {
    this.since = now();
    this.live = new LiveWindow(id);
  }

  /** Whether there is anything of it yet. */
  get hasBegun(): boolean {
    return this.live.window().segments.length > 0;
  }

  /** Begins anew where it was made before. Resolves when its engine is started. */
  async make(of: TestPictureOf): Promise<void> {
    await this.next(async () => {
      const png = await sharp(await drawCard(of.card)).resize({ height: HEIGHT }).png().toBuffer();
      return () => this.begin(png, of.languages);
    });
  }

  /** Shows the clip; a picture that can be made later takes its place. */
  async show(clip: SlateClip): Promise<void> {
    await this.next(() => Promise.resolve(() => playClip(this.live, clip)));
  }

  /** Resolves when nothing of its engine is left. */
  async stop(): Promise<void> {
    this.leave.abort();
    await this.work.catch(() => undefined);
    await this.end();
  }

  window(): SourceWindow {
    return this.live.window();
  }

  onChange(listener: () => void): () => void {
    return this.live.onChange(listener);
  }

  media(name: string): readonly Buffer[] | undefined {
    return this.live.media(name);
  }

  /** One after the other, and what was before ends first. Nothing begins once it is stopped. */
  private async next(prepare: () => Promise<() => End>): Promise<void> {
    const before = this.work.catch(() => undefined);
    this.work = (async () => {
      const [begin] = await Promise.all([prepare(), before]);
      if (this.leave.signal.aborted) return;
      await this.end();
      this.end = begin();
    })();
    await this.work;
  }

  private begin(card: Buffer, languages: readonly string[]): End {
    const audio = (languages.length === 0 ? [null] : languages).map((language, stream) => ({ stream, language, name: language ?? 'Floor' }));
    const tones = audio.map((_, index) => TONES[index % TONES.length]!);
    const engine = new FfmpegEngine({
      ffmpeg: this.ffmpeg, window: this.live, logger: this.logger, feed: card,
      input: testPicture(this.ffmpeg, { tones, readableClock: false, height: HEIGHT }),
      plan: { video: 'encode-small', frameRate: TEST_RATE, height: HEIGHT, bitrate: 0, audio },
    });
    return async () => await engine.stop();
  }
}
