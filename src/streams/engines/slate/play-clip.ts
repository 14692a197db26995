import { describeTrack } from '../../origin/live-reader.js';
import type { LiveWindow } from '../../origin/live-window.js';
import { Segmenter } from '../../origin/segmenter.js';
import type { ClipTrack, SlateClip } from './render-slate.js';

/** Milliseconds between two looks at the clock. */
const STEP = 120;
/** Seconds of it that there are as soon as it begins, so that a channel has something to show at once. */
const AT_ONCE = 4;

/** Plays a clip into a window from now on: the same frames again and again, under new time stamps. Returns how to stop. */
export function playClip(live: LiveWindow, { tracks }: SlateClip, now: () => number = Date.now): () => void {
  live.beginGeneration(tracks.map(({ plan, track }) => describeTrack(plan, track)), Object.fromEntries(tracks.map(({ plan, init }) => [plan.key, init])));
  const last = live.window().segments.at(-1);
  const called = now();
  const began = Math.max(called - AT_ONCE * 1_000, last === undefined ? 0 : last.startsAt + last.duration * 1_000);
  const segmenter = new Segmenter(
    tracks.map(({ plan, track }) => ({ key: plan.key, kind: plan.kind, timescale: track.timescale, trackId: track.id })),
    {
      open: (begins) => live.openSegment(began + Math.round(begins * 1_000)),
      part: (key, part) => live.addPart(key, part, key === tracks[0]?.plan.key),
      close: () => live.closeSegment(),
    },
  );
  const heads = tracks.map((track) => ({ track, next: 0, time: 0 }));
  const play = (until: number): void => {
    playUntil(heads, (until - began) / 1_000, segmenter);
    live.announce();
  };
  play(called);
  const timer = setInterval(() => play(now()), STEP);
  return () => {
    clearInterval(timer);
    live.closeSegment();
    live.announce();
  };
}

interface Head {
  track: ClipTrack;
  next: number;
  /** Ticks. */
  time: number;
}

/** Tells the samples that have been seen and heard to their end by now, those that begin first before the others. */
function playUntil(heads: readonly Head[], until: number, segmenter: Segmenter): void {
  const begins = ({ track, time }: Head): number => time / track.track.timescale;
  for (;;) {
    const head = heads.reduce((first, one) => (begins(one) < begins(first) ? one : first));
    const { plan, track, samples } = head.track;
    const sample = samples[head.next % samples.length];
    if (sample === undefined || (head.time + sample.duration) / track.timescale > until) return;
    segmenter.push(plan.key, { ...sample, decodeTime: head.time });
    head.time += sample.duration;
    head.next += 1;
  }
}
