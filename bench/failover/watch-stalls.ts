/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** What was seen of a picture for a while, in milliseconds. */
export interface Seen {
  /** How long it stood still in all while it was to play, as the browser says: from `waiting` to `playing`. */
  stood: number;
  /** The longest time from one frame to the next, stalled or not. */
  gap: number;
}

interface Watching {
  watching?: () => Seen;
}

/** Begins to watch the page's picture. What is read from it is nothing but events: to read pixels would take the processor that is short. */
export async function beginWatching(page: Page): Promise<void> {
  await page.evaluate(() => {
    const video = document.querySelector('video')!;
    let last = performance.now();
    let gap = 0;
    let on = true;
    let stoodSince: number | null = null;
    let stood = 0;
    const look: VideoFrameRequestCallback = () => {
      if (!on) return;
      video.requestVideoFrameCallback(look);
      const now = performance.now();
      gap = Math.max(gap, now - last);
      last = now;
    };
    const waits = (): void => {
      stoodSince ??= performance.now();
    };
    const plays = (): void => {
      if (stoodSince !== null) stood += performance.now() - stoodSince;
      stoodSince = null;
    };
    video.addEventListener('waiting', waits);
    video.addEventListener('playing', plays);
    video.requestVideoFrameCallback(look);
    (window as unknown as Watching).watching = () => {
      on = false;
      video.removeEventListener('waiting', waits);
      video.removeEventListener('playing', plays);
      plays();
      return { stood, gap: Math.max(gap, performance.now() - last) };
    };
  });
}

/** Ends it. @throws where the page was loaded anew meanwhile */
export async function endWatching(page: Page): Promise<Seen> {
  return await page.evaluate(() => (window as unknown as Required<Watching>).watching());
}
