import { closedSegments, mediaOf, probeMedia, untilWindow } from '../../../../test/support/streams.js';
import { drawCard } from '../cards/draw-card.js';
import { findFfmpeg } from '../ffmpeg/find-ffmpeg.js';
import { renderSlate, type SlateClip } from './render-slate.js';
import { SlateSource } from './slate-source.js';

let clip: SlateClip;

beforeAll(async () => {
  const card = await drawCard({ title: 'همایش <آسمان‌های> باز & friends', subtitle: 'به‌زودی برمی‌گردیم', colour: '#2f7d6b' });
  clip = await renderSlate((await findFfmpeg(undefined))!, card);
});

it('is there at once, and goes on without a hole in picture and sound', async () => {
  const slate = new SlateSource('slate', clip);
  slate.start();
  const began = slate.window();
  const shown = await untilWindow(slate, (window) => closedSegments(window) >= closedSegments(began) + 2);
  slate.stop();

  expect(closedSegments(began)).toBe(3);
  const whole = shown.segments.filter(({ open }) => !open);
  expect(whole.map(({ number, duration, tracks }) => ({ number, duration, tracks: Object.keys(tracks) }))).toEqual(
    whole.map((_, number) => ({ number, duration: 1, tracks: ['video-720', 'video-360', 'audio-floor', 'audio-only'] })),
  );
  expect(whole.map(({ startsAt }) => startsAt - whole[0]!.startsAt)).toEqual(whole.map((_, index) => index * 1_000));
  const numbers = whole.map(({ number }) => number);
  const [large, sound] = await Promise.all(['video-720', 'audio-floor'].map(async (key) => await probeMedia(mediaOf(slate, shown, key, numbers))));
  expect(large!.streams.map(({ codec_name, width, height }) => [codec_name, width, height])).toEqual([['h264', 1280, 720]]);
  expect(large!.packets.map(({ pts_time, flags }) => [Math.round(Number(pts_time) * 25), flags.startsWith('K')])).toEqual(large!.packets.map((_, frame) => [frame, frame % 25 === 0]));
  expect(sound!.packets.map(({ pts_time }) => Math.round(Number(pts_time) * 48_000))).toEqual(sound!.packets.map((_, packet) => packet * 1024));
});

it('does nothing while it is stopped, and goes on later in a generation of its own', () => {
  let now = 1_000_000;
  const slate = new SlateSource('slate', clip, () => now);
  slate.start();
  slate.stop();
  const first = slate.window().segments;
  expect(first.at(-1)!.open).toBe(false);
  now += 60_000;
  slate.start();
  slate.stop();
  const all = slate.window().segments;
  expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index));
  expect(all.map(({ generation }) => generation)).toEqual([...first.map(() => 0), ...first.map(() => 1)]);
});
