import type { Playback } from '@contract/channel.js';
import { AddressLease } from './address-lease.js';
import { backOff } from './back-off.js';
import { CaptionLines } from './caption-lines.js';
import { LivePosition } from './live-position.js';
import { NO_OFFER, type MediaEngine, type Offer, type OpenEngine, type Wishes } from './media-engine.js';
import { Observable } from './observable.js';
import { keepChoices, readChoices, type PlayerChoices, type WatchMode } from './player-choices.js';
import { refusalOf, type Refusal } from './refusal.js';
import { StallWatch } from './stall-watch.js';

/** `waiting`: media are awaited. `failing`: they did not come, and are asked for again in a while. */
export type Phase = 'idle' | 'opening' | 'playing' | 'paused' | 'waiting' | 'failing' | 'refused';

export interface PlayerView {
  phase: Phase;
  refusal: Refusal | null;
  choices: PlayerChoices;
  offer: Offer;
  /** What would need less of the connection, when it is seen to be too small. Never taken by itself. */
  suggested: WatchMode | null;
}

/** Failures in a row after which all is opened anew. */
const RECOVERIES = 3;
/** A second failure of the decoder within these milliseconds is not mended by trying the same. */
const MEDIA_AGAIN = 5_000;
/** Refused within these milliseconds of a new address: asking once more would not help. */
const REFUSED_AGAIN = 10_000;
/** Waiting within these milliseconds of a choice is the choice's. */
const SETTLES = 3_000;

/** Plays one channel into one media element: knows what the reader wants, and gets it as long as there is any. */
export class Player {
  readonly view: Observable<PlayerView>;
  readonly position: LivePosition;
  readonly captionLines: CaptionLines;
  /** The `url` of the playback that is held: who holds one is of the audience. Null: none is. */
  readonly address = new Observable<string | null>(null);
  private readonly closed = new AbortController();
  private readonly stalls = new StallWatch();
  private engine: MediaEngine | null = null;
  private lease: AddressLease | null = null;
  private opening = new AbortController();
  private retry: ReturnType<typeof setTimeout> | undefined;
  private wanted = false;
  /** The reader paused it: nothing begins again by itself. */
  private rests = false;
  private onAir: boolean | null = null;
  private failures = 0;
  private lastMediaFailure = -Infinity;
  private lastOpened = -Infinity;
  private lastChoice = -Infinity;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly askAddress: () => Promise<Playback>,
    private readonly openEngine: OpenEngine,
    /** Where a video that has an end begins, or goes on when it is opened anew: seconds into it. Null of what is live. */
    private readonly from: () => number | null = () => null,
  ) {
    const choices = readChoices();
    this.view = new Observable<PlayerView>({ phase: 'idle', refusal: null, choices, offer: NO_OFFER, suggested: null });
    const { signal } = this.closed;
    this.position = new LivePosition(video, () => this.engine?.window() ?? null, signal);
    this.captionLines = new CaptionLines(video, signal);
    video.volume = choices.volume;
    video.muted = choices.muted;
    video.addEventListener('playing', () => this.show({ phase: 'playing' }), { signal });
    video.addEventListener('waiting', () => this.waits(), { signal });
    // not every browser says "playing" after each "waiting"
    video.addEventListener('timeupdate', () => this.view.read().phase === 'waiting' && !video.seeking && this.settle(), { signal });
    video.addEventListener('pause', () => this.engine !== null && this.show({ phase: 'paused' }), { signal });
    video.addEventListener('volumechange', () => this.keep({ volume: video.volume, muted: video.muted }), { signal });
    video.addEventListener('enterpictureinpicture', () => this.engine?.drawCaptions(true), { signal });
    video.addEventListener('leavepictureinpicture', () => this.engine?.drawCaptions(false), { signal });
    addEventListener('online', () => this.view.read().phase === 'failing' && this.tryAgain(), { signal });
  }

  /** The reader wants to watch: from now on, and again whenever there is something. */
  start(): void {
    this.wanted = true;
    this.rests = false;
    if (this.engine !== null) void this.play();
    else void this.open();
  }

  pause(): void {
    this.rests = true;
    this.video.pause();
  }

  /** Whether the channel sends anything. Who waited for it before its picture wants to see it. */
  setOnAir(onAir: boolean): void {
    if (onAir === this.onAir) return;
    const waited = this.onAir === false && document.visibilityState === 'visible';
    this.onAir = onAir;
    if (!onAir) this.leave();
    else if (!this.rests && (this.wanted || waited)) this.start();
  }

  choose(choice: Partial<PlayerChoices>): void {
    const before = this.view.read().choices;
    this.keep(choice);
    this.lastChoice = performance.now();
    const after = this.view.read().choices;
    if (choice.volume !== undefined) this.video.volume = choice.volume;
    if (choice.muted !== undefined) this.video.muted = choice.muted;
    if (after.mode === before.mode && after.delay === before.delay) return this.engine?.choose(wishesOf(after));
    this.dropSuggestion();
    if (this.wanted) void this.open();
  }

  dropSuggestion(): void {
    this.stalls.reset();
    this.show({ suggested: null });
  }

  toLive(): void {
    this.position.goTo(0);
    this.start();
  }

  async pictureInPicture(toggle: (video: HTMLVideoElement) => Promise<void>): Promise<void> {
    await toggle(this.video);
  }

  close(): void {
    this.leave();
    this.closed.abort();
  }

  private async open(): Promise<void> {
    this.leave();
    const { mode } = this.view.read().choices;
    if (this.onAir !== true || mode === 'text') return;
    const { signal } = (this.opening = new AbortController());
    const left = (): boolean => signal.aborted;
    this.show({ phase: 'opening', refusal: null });
    const lease = (this.lease = new AddressLease(this.askAddress, (playback) => this.renewed(playback)));
    try {
      const playback = await lease.take();
      if (left()) return;
      this.lastOpened = performance.now();
      this.address.set(playback.url);
      const engine = await this.openEngine(this.video, this.addressOf(playback), wishesOf(this.view.read().choices), {
        offerChanged: () => this.engine !== null && this.show({ offer: this.engine.offer() }),
        refused: () => !left() && this.wasRefused(),
        failed: (what) => !left() && this.failed(what),
        progressed: () => this.progressed(),
      }, this.from());
      if (left()) return engine.close();
      this.engine = engine;
      this.show({ offer: engine.offer() });
      await this.play();
    } catch (error) {
      if (left()) return;
      const refusal = refusalOf(error);
      if (refusal === null) this.failed('network');
      else this.refuse(refusal);
    }
  }

  private addressOf(playback: Playback): string {
    const { mode, delay } = this.view.read().choices;
    if (mode === 'audio') return playback.audioOnlyUrl;
    return delay === 'steady' ? playback.plainUrl : playback.url;
  }

  private async play(): Promise<void> {
    try {
      await this.video.play();
    } catch (error) {
      // the browser wants a press first; anything else comes as an event of its own
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.show({ phase: 'paused' });
    }
  }

  private renewed(playback: Playback): void {
    this.address.set(playback.url);
    this.engine?.readdress(this.addressOf(playback));
  }

  private wasRefused(): void {
    if (performance.now() - this.lastOpened < REFUSED_AGAIN) this.refuse('ask-again');
    else void this.open();
  }

  private refuse(refusal: Refusal): void {
    this.leave();
    this.show({ phase: 'refused', refusal });
  }

  private failed(what: 'network' | 'media'): void {
    const now = performance.now();
    const again = what === 'media' && now - this.lastMediaFailure < MEDIA_AGAIN;
    if (what === 'media') this.lastMediaFailure = now;
    if (what === 'media' && !again) return this.engine?.recover('media');
    this.show({ phase: 'failing' });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.tryAgain(), backOff(this.failures, Math.random()));
    this.failures += 1;
  }

  private tryAgain(): void {
    clearTimeout(this.retry);
    if (this.engine === null || this.failures > RECOVERIES) void this.open();
    else {
      this.engine.recover('network');
      this.settle();
      void this.play();
    }
  }

  private progressed(): void {
    this.failures = 0;
    if (this.view.read().phase === 'failing') this.settle();
  }

  /** What was held may have been played on all the while. */
  private settle(): void {
    clearTimeout(this.retry);
    this.show({ phase: this.video.paused ? 'paused' : this.video.readyState > HTMLMediaElement.HAVE_CURRENT_DATA ? 'playing' : 'waiting' });
  }

  private waits(): void {
    const { phase, choices } = this.view.read();
    if (this.engine === null || phase === 'failing') return;
    this.show({ phase: 'waiting' });
    const now = performance.now();
    if (phase !== 'playing' || this.video.seeking || now - this.lastChoice < SETTLES || !this.stalls.stalled(now)) return;
    this.show({ suggested: choices.mode === 'video' ? 'audio' : 'text' });
  }

  /** Lets go of what is played, and of what is about to be. */
  private leave(): void {
    this.opening.abort();
    clearTimeout(this.retry);
    this.lease?.end();
    this.address.set(null);
    const engine = this.engine;
    this.engine = null;
    engine?.close();
    this.position.look();
    this.show({ phase: 'idle', refusal: null, offer: NO_OFFER });
  }

  private keep(choice: Partial<PlayerChoices>): void {
    const choices = { ...this.view.read().choices, ...choice };
    keepChoices(choices);
    this.show({ choices });
  }

  private show(part: Partial<PlayerView>): void {
    this.view.set({ ...this.view.read(), ...part });
  }
}

/** Sound alone is for connections that are small: a little further from now it stands still less often. */
function wishesOf(choices: PlayerChoices): Wishes {
  const { sound, captions, height, mode, delay } = choices;
  return { sound, captions, height, hurried: mode === 'video' && delay === 'short' };
}
