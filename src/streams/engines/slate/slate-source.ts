import type { SourceWindow } from '../../../rules/streams/source.js';
import type { SourceOrigin } from '../../channels/source-origin.js';
import { LiveWindow } from '../../origin/live-window.js';
import { playClip } from './play-clip.js';
import type { SlateClip } from './render-slate.js';

/** Shows one card for as long as it is started. */
export class SlateSource implements SourceOrigin {
  private readonly live: LiveWindow;
  private end: (() => void) | null = null;

  constructor(
    readonly id: string,
    private readonly clip: SlateClip,
    private readonly now: () => number = Date.now,
  ) {
    this.live = new LiveWindow(id, now);
  }

  /** No more than looking at the clock; may be called again. */
  start(): void {
    this.end ??= playClip(this.live, this.clip, this.now);
  }

  stop(): void {
    this.end?.();
    this.end = null;
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
}
