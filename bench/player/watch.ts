/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { clockSquares, readClock } from '../../src/streams/engines/demo/picture-clock.js';

/** What was seen while a picture was watched. */
export interface Watched {
  /** Milliseconds from the drawing of each frame to its showing, by the clock in it. */
  delays: number[];
  /** How often it stood still, and for how many milliseconds in all. */
  stalls: number;
  stood: number;
  /** The longest time between two frames, in milliseconds. */
  gap: number;
}

interface Seen {
  lit: boolean[];
  shownAt: number;
}

/** Milliseconds from the press to the first frame that is shown. The page has the player, not started. */
export async function firstFrame(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const video = document.querySelector('video')!;
    const button = Array.from(document.querySelectorAll('button')).find(({ textContent }) => textContent.includes('Watch live'))!;
    const pressed = performance.now();
    const shown = new Promise<number>((resolve) => video.requestVideoFrameCallback((at) => resolve(at)));
    button.click();
    return (await shown) - pressed;
  });
}

/** @param seconds to watch; while it does, `meanwhile` is done once */
export async function watch(page: Page, seconds: number, meanwhile: () => Promise<void> = async () => undefined): Promise<Watched> {
  await page.evaluate((squares) => {
    const video = document.querySelector('video')!;
    const canvas = new OffscreenCanvas(video.videoWidth, 16);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const seen: Seen[] = [];
    const stalls: { from: number; to: number | null }[] = [];
    let on = true;
    const look: VideoFrameRequestCallback = (_now, { expectedDisplayTime }) => {
      if (!on) return;
      video.requestVideoFrameCallback(look);
      canvas.width = video.videoWidth;
      context.drawImage(video, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, 16);
      const at = ({ x, y }: { x: number; y: number }): number => (Math.floor(y * video.videoHeight) * canvas.width + Math.floor(x * video.videoWidth)) * 4 + 1;
      seen.push({ lit: squares.map((square) => data[at(square)]! > 128), shownAt: performance.timeOrigin + expectedDisplayTime });
    };
    const waits = (): void => {
      // one that is told twice is one
      if (stalls.at(-1)?.to !== null) stalls.push({ from: performance.now(), to: null });
    };
    const plays = (): void => {
      const last = stalls.at(-1);
      if (last !== undefined) last.to ??= performance.now();
    };
    video.addEventListener('waiting', waits);
    video.addEventListener('playing', plays);
    video.requestVideoFrameCallback(look);
    Object.assign(window, {
      watched: () => {
        on = false;
        video.removeEventListener('waiting', waits);
        video.removeEventListener('playing', plays);
        return { seen, stalls: stalls.length, stood: stalls.reduce((sum, { from, to }) => sum + (to ?? performance.now()) - from, 0) };
      },
    });
  }, clockSquares());
  await meanwhile();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const { seen, stalls, stood } = await page.evaluate(() => (window as unknown as { watched: () => { seen: Seen[]; stalls: number; stood: number } }).watched());
  const times = seen.map(({ shownAt }) => shownAt);
  return {
    delays: seen.map(({ lit, shownAt }) => shownAt - readClock(lit, shownAt)),
    stalls, stood,
    gap: Math.max(0, ...times.slice(1).map((time, index) => time - times[index]!)),
  };
}

/** Milliseconds from choosing a sound to hearing its tone, in hertz. The list of languages is open. */
export async function untilHeard(page: Page, sound: string, hertz: number): Promise<number> {
  return await page.evaluate(async ([label, wanted]) => {
    const known = window as unknown as { ear?: { context: AudioContext; analyser: AnalyserNode } };
    if (known.ear === undefined) {
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 4_096;
      analyser.smoothingTimeConstant = 0;
      context.createMediaElementSource(document.querySelector('video')!).connect(analyser).connect(context.destination);
      known.ear = { context, analyser };
    }
    const { context, analyser } = known.ear;
    const levels = new Float32Array(analyser.frequencyBinCount);
    const isHeard = (): boolean => {
      analyser.getFloatFrequencyData(levels);
      const loudest = levels.indexOf(Math.max(...levels));
      return levels[loudest]! > -70 && Math.abs((loudest * context.sampleRate) / analyser.fftSize - wanted) < 25;
    };
    const radio = Array.from(document.querySelectorAll('label')).find(({ textContent }) => textContent.includes(label))!;
    const chosen = performance.now();
    radio.click();
    return await new Promise<number>((resolve) => {
      const timer = setInterval(() => {
        if (!isHeard()) return;
        clearInterval(timer);
        resolve(performance.now() - chosen);
      }, 10);
    });
  }, [sound, hertz] as const);
}
