import type { LiveWindow } from './media-engine.js';
import { Observable } from './observable.js';

/** Where one is in what can be seen, in seconds. */
export interface Position {
  /** From the oldest that can be seen to the live edge. */
  span: number;
  /** Behind the live edge; 0 at it. */
  behind: number;
  atLive: boolean;
}

/** As near is live: a player is never exactly there. */
const NEAR = 2.5;

export function positionAt(at: number, { start, live }: LiveWindow): Position {
  const span = Math.max(0, live - start);
  const behind = Math.min(span, Math.max(0, live - at));
  return behind <= NEAR ? { span, behind: 0, atLive: true } : { span, behind, atLive: false };
}

/** Follows a media element that plays a live stream; null while there is none. */
export class LivePosition extends Observable<Position | null> {
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly window: () => LiveWindow | null,
    signal: AbortSignal,
  ) {
    super(null);
    for (const event of ['timeupdate', 'seeking', 'pause', 'progress', 'emptied'] as const) video.addEventListener(event, () => this.look(), { signal });
  }

  /** Whole seconds of the span are enough for who looks. */
  look(): void {
    const window = this.window();
    const next = window === null ? null : positionAt(this.video.currentTime, window);
    const held = this.read();
    if (next !== null && held !== null && next.atLive === held.atLive && Math.round(next.span) === Math.round(held.span) && Math.round(next.behind) === Math.round(held.behind)) return;
    this.set(next);
  }

  /** @param behind seconds behind the live edge; as much as there is */
  goTo(behind: number): void {
    const window = this.window();
    if (window === null) return;
    this.video.currentTime = Math.max(window.start, window.live - Math.max(0, behind));
    this.look();
  }

  /** @param seconds negative: back */
  goBy(seconds: number): void {
    const window = this.window();
    if (window !== null) this.goTo(window.live - this.video.currentTime - seconds);
  }
}
