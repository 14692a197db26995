import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../../platform/logging/logger.js';
import type { SourceFacts } from '../../rules/streams/judge-source.js';
import type { SourceWindow } from '../../rules/streams/source.js';
import type { SourceOrigin } from '../channels/source-origin.js';
import { fedInput } from '../engines/ffmpeg/arguments.js';
import { FfmpegEngine } from '../engines/ffmpeg/ffmpeg-engine.js';
import type { Ffmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import type { Motion } from '../engines/ffmpeg/picture-motion.js';
import type { RenditionPlan } from '../engines/ffmpeg/rendition-plan.js';
import type { Feed } from '../ingest/feed.js';
import { LiveWindow } from '../origin/live-window.js';
import { ByteRate } from './byte-rate.js';
import { examineFeed } from './examine-feed.js';
import { planRenditions } from './plan-renditions.js';

/** Milliseconds after which one looks again at what could not be read. */
const AGAIN = 3_000;

/** Whether a feed comes, and what is done with it. */
export type FedState = 'idle' | 'examined' | 'live';

interface Session {
  feed: Feed;
  left: AbortController;
  engine: FfmpegEngine | null;
  over: Promise<void>;
}

/**
 * The source that an input of a stage is, over all connections of its publisher. What comes is examined first; when it came before, the engine
 * begins at once with what it was then, and begins anew where that has changed.
 */
export class FedSource implements SourceOrigin {
  /** What it sends, as last seen; null where it never sent anything that could be read. */
  facts: SourceFacts | null = null;
  /** Whether its picture moves; null where that is not known. */
  motion: Motion | null = null;
  private readonly live: LiveWindow;
  private rate: ByteRate;
  private session: Session | null = null;

  constructor(
    readonly id: string,
    private readonly ffmpeg: Ffmpeg,
    private readonly logger: Logger,
    /** `facts` are new; null: what comes cannot be read. */
    private readonly onFacts: (facts: SourceFacts | null) => void = () => undefined,
    /** By which what arrives is counted. */
    private readonly now: () => number = Date.now,
  ) {
    this.live = new LiveWindow(id);
    this.rate = new ByteRate(now);
  }

  get state(): FedState {
    return this.session === null ? 'idle' : this.session.engine === null ? 'examined' : 'live';
  }

  /** Bits a second that arrive now. */
  bitrate(): number {
    return this.rate.bitsPerSecond();
  }

  /** Bits a second that its publisher is used to send; null where it has not sent for long enough. */
  usualBitrate(): number | null {
    return this.rate.usual();
  }

  /** A publisher sends this from now on. */
  arrive(feed: Feed): void {
    if (this.session !== null) void this.leave(this.session.feed);
    const session: Session = { feed, left: new AbortController(), engine: null, over: Promise.resolve() };
    this.session = session;
    this.rate = new ByteRate(this.now);
    session.over = this.receive(session).catch((error: unknown) => this.logger.error({ err: error, source: this.id }, 'what an input sends could not be taken'));
  }

  /** It is gone. Resolves when nothing of its engine is left. */
  async leave(feed: Feed): Promise<void> {
    const { session } = this;
    if (session?.feed !== feed) return;
    this.session = null;
    this.motion = null;
    session.left.abort();
    await session.engine?.stop();
    await session.over;
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

  private async receive(session: Session): Promise<void> {
    const { feed, left } = session;
    const stopCounting = feed.read((chunk) => this.rate.add(chunk.length));
    left.signal.addEventListener('abort', stopCounting, { once: true });
    const before = this.facts === null ? null : planRenditions(this.facts, this.ffmpeg);
    if (before !== null) session.engine = this.engine(feed, before);
    const facts = await this.examine(feed, left.signal);
    if (facts === null) return;
    this.facts = facts;
    this.onFacts(facts);
    const plan = planRenditions(facts, this.ffmpeg);
    if (session.engine !== null && before !== null && isSame(before, plan)) return;
    await session.engine?.stop();
    if (this.session === session) session.engine = this.engine(feed, plan);
  }

  /** Until it can be read, or has left: null. */
  private async examine(feed: Feed, left: AbortSignal): Promise<SourceFacts | null> {
    for (;;) {
      const facts = await examineFeed(this.ffmpeg, feed, left);
      if (left.aborted) return null;
      if (facts !== null) return facts;
      this.onFacts(null);
      this.logger.warn({ source: this.id }, 'an input sends what cannot be read');
      await delay(AGAIN, undefined, { signal: left }).catch(() => undefined);
    }
  }

  private engine(feed: Feed, plan: RenditionPlan): FfmpegEngine {
    return new FfmpegEngine({
      ffmpeg: this.ffmpeg, window: this.live, input: fedInput(feed.container), feed, plan, logger: this.logger,
      onMotion: (motion) => {
        if (this.session?.feed === feed) this.motion = motion;
      },
    });
  }
}

/** The bitrate of what is copied is only told to players. */
const isSame = (a: RenditionPlan, b: RenditionPlan): boolean => JSON.stringify({ ...a, bitrate: 0 }) === JSON.stringify({ ...b, bitrate: 0 });
