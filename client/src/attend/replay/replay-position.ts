import { Observable } from '../player/observable.js';

/** Where one is in a video that has an end, in seconds. */
export interface Place {
  at: number;
  /** Null before it is opened. */
  length: number | null;
  /** What is there to be played without waiting: from and to. */
  buffered: readonly (readonly [number, number])[];
}

/** As near to the end nothing is left to be seen. */
const LAST = 0.25;

/** Follows a media element that plays a recording, and knows where one was while the element is empty. */
export class ReplayPosition extends Observable<Place> {
  /** Where it is to be as soon as it can. */
  private wanted: number | null;

  /** @param first where it begins */
  constructor(
    private readonly video: HTMLVideoElement,
    first: number,
    signal: AbortSignal,
  ) {
    super({ at: first, length: null, buffered: [] });
    this.wanted = first;
    for (const event of ['loadedmetadata', 'durationchange', 'timeupdate', 'seeking', 'progress', 'ended'] as const) video.addEventListener(event, () => this.look(), { signal });
    for (const event of ['playing', 'seeked'] as const) video.addEventListener(event, () => this.arrived(), { signal });
  }

  get ended(): boolean {
    const { at, length } = this.read();
    return length !== null && at >= length - LAST;
  }

  /** How long it is, in seconds, before its media say so. */
  tell(length: number): void {
    if (this.read().length === null) this.set({ ...this.read(), length });
  }

  /** Where an engine begins that is opened now: where one was, and after the end, or where a link leads beyond it, anew. */
  takeStart(): number {
    const at = this.ended ? 0 : this.read().at;
    this.wanted = at;
    this.set({ ...this.read(), at });
    return at;
  }

  goTo(at: number): void {
    const { length } = this.read();
    const to = Math.max(0, length === null ? at : Math.min(at, length));
    this.wanted = to;
    if (this.isOpen()) this.video.currentTime = to;
    this.set({ ...this.read(), at: to });
  }

  /** @param seconds negative: back */
  goBy(seconds: number): void {
    this.goTo(this.read().at + seconds);
  }

  private isOpen(): boolean {
    return this.video.readyState >= HTMLMediaElement.HAVE_METADATA && Number.isFinite(this.video.duration);
  }

  private arrived(): void {
    if (!this.video.paused || Math.abs(this.video.currentTime - (this.wanted ?? 0)) < 1) this.wanted = null;
    this.look();
  }

  private look(): void {
    if (!this.isOpen()) return;
    const { duration, buffered } = this.video;
    if (this.wanted !== null) this.wanted = Math.min(this.wanted, duration);
    this.set({ at: this.wanted ?? this.video.currentTime, length: duration, buffered: Array.from({ length: buffered.length }, (_, index) => [buffered.start(index), buffered.end(index)] as const) });
  }
}
