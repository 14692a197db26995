import type { InputFigures } from '@contract/streams.js';

export type Still = NonNullable<InputFigures['still']>;

/** Milliseconds between two pictures of one path: a look, not a video. */
const PAUSE = 1_000;
/** Milliseconds after which a picture that does not become one is given up. */
const PATIENCE = 5_000;

/**
 * Draws the newest picture of a path onto a canvas: the init segment and the media that begin with the key frame are one small film, of which a
 * video element beside the page decodes the first picture. One at a time; of those that come meanwhile, the last.
 */
export class StillDrawer {
  private readonly video = document.createElement('video');
  private wanted: Still | null = null;
  private drawn: string | null = null;
  private working = false;
  /** Read where it may have changed while something was waited for. */
  private readonly closing = new AbortController();
  /** By its address: it changes when the encoder does. */
  private init: { address: string; bytes: Blob } | null = null;

  /** @param onPicture told when there is a picture, or that there is none to be had */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly onPicture: (there: boolean) => void,
  ) {
    this.video.muted = true;
    this.video.preload = 'auto';
  }

  show(still: Still): void {
    this.wanted = still;
    if (!this.working) void this.work();
  }

  close(): void {
    this.closing.abort();
    this.video.removeAttribute('src');
  }

  private async work(): Promise<void> {
    this.working = true;
    while (this.wanted !== null && this.wanted.media !== this.drawn && !this.isClosed()) {
      const still = this.wanted;
      try {
        await this.draw(still);
        if (!this.isClosed()) this.onPicture(true);
      } catch {
        // gone from the window meanwhile, or of a kind that the browser does not know: the next one may do
        if (!this.isClosed() && this.drawn === null) this.onPicture(false);
      }
      this.drawn = still.media;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    this.working = false;
  }

  private isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  private async draw({ init, media }: Still): Promise<void> {
    if (this.init?.address !== init) this.init = { address: init, bytes: await this.bytesOf(init) };
    const address = URL.createObjectURL(new Blob([this.init.bytes, await this.bytesOf(media)], { type: 'video/mp4' }));
    try {
      await this.decode(address);
      if (this.isClosed()) return;
      this.canvas.width = this.video.videoWidth;
      this.canvas.height = this.video.videoHeight;
      this.canvas.getContext('2d')?.drawImage(this.video, 0, 0);
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  private async decode(address: string): Promise<void> {
    const { video } = this;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => settle(new Error('no picture came of it')), PATIENCE);
      const settle = (error: Error | null): void => {
        clearTimeout(timer);
        video.onloadeddata = null;
        video.onerror = null;
        if (error === null) resolve();
        else reject(error);
      };
      video.onloadeddata = () => settle(video.videoWidth === 0 ? new Error('no picture in it') : null);
      video.onerror = () => settle(new Error(video.error?.message ?? 'it cannot be decoded'));
      video.src = address;
    });
  }

  private async bytesOf(address: string): Promise<Blob> {
    const response = await fetch(address, { signal: this.closing.signal });
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return await response.blob();
  }
}
