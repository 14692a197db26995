import type { Page } from 'playwright-core';

/** Resolves once pictures are shown one after the other, or, of sound alone, the clock runs. */
export async function plays(page: Page): Promise<void> {
  const from = await page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
  await playsOnFrom(page, from + 0.5);
}

/** @param second on the element's clock, which must be passed while it plays */
export async function playsOnFrom(page: Page, second: number): Promise<void> {
  await page.waitForFunction((from) => {
    const video = document.querySelector('video');
    return video !== null && !video.paused && video.readyState > 2 && video.currentTime > from && (video.videoWidth === 0 || video.getVideoPlaybackQuality().totalVideoFrames > 0);
  }, second);
}

export async function isPlaying(page: Page): Promise<boolean> {
  return await page.locator('video').evaluate((video: HTMLVideoElement) => !video.paused);
}

/** Resolves once the page's only media element sounds that tone, in hertz: it is listened to. */
export async function heardTone(page: Page, hertz: number): Promise<void> {
  await page.waitForFunction((wanted) => {
    const known = window as unknown as { ear?: { analyser: AnalyserNode; rate: number } };
    if (known.ear === undefined) {
      const video = document.querySelector('video');
      if (video === null || video.readyState < 2) return false;
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 8_192;
      context.createMediaElementSource(video).connect(analyser).connect(context.destination);
      known.ear = { analyser, rate: context.sampleRate };
    }
    const { analyser, rate } = known.ear;
    const levels = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(levels);
    const loudest = levels.indexOf(Math.max(...levels));
    return levels[loudest]! > -80 && Math.abs((loudest * rate) / analyser.fftSize - wanted) < 20;
  }, hertz);
}

/** Notes from now on what is taken out of the page's buffers where its only media element plays, which makes it wait. Returns how to read it: from and to, in seconds. */
export async function takenAtThePlayhead(page: Page): Promise<() => Promise<[number, number][]>> {
  await page.evaluate(() => {
    const taken: [number, number][] = [];
    const remove: (this: SourceBuffer, from: number, to: number) => void = Reflect.get(SourceBuffer.prototype, 'remove');
    SourceBuffer.prototype.remove = function (this: SourceBuffer, from, to) {
      const at = document.querySelector('video')!.currentTime;
      if (from <= at && at < to) taken.push([from, to]);
      remove.call(this, from, to);
    };
    Object.assign(window, { taken });
  });
  return async () => await page.evaluate(() => (window as unknown as { taken: [number, number][] }).taken);
}
