import { closedSegments, mediaOf, probeMedia, untilWindow, type Probed } from '../../../../test/support/streams.js';
import { createLogger } from '../../../platform/logging/logger.js';
import { LiveWindow } from '../../origin/live-window.js';
import type { EngineInput } from './arguments.js';
import { FfmpegEngine } from './ffmpeg-engine.js';
import { findFfmpeg, shippedPath, type Ffmpeg } from './find-ffmpeg.js';
import type { RenditionPlan } from './rendition-plan.js';

const logger = createLogger('silent');

/** A picture that moves and two tones, in real time. */
const TWO_TONES: EngineInput = {
  args: () => [
    '-re', '-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=25',
    '-re', '-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000', '-re', '-f', 'lavfi', '-i', 'sine=frequency=660:sample_rate=48000',
  ],
  video: '0:v:0',
  audio: (stream) => `${stream + 1}:a:0`,
};
const PLAN: RenditionPlan = {
  video: 'encode', frameRate: 25, height: 720, bitrate: 0,
  audio: [{ stream: 0, language: null, name: 'Floor' }, { stream: 1, language: 'fa', name: 'فارسی' }],
};
const KEYS = ['video-720', 'video-360', 'audio-floor', 'audio-fa', 'audio-only'];

describe.each(['system', 'npm'] as const)("the %s's ffmpeg", (from) => {
  let ffmpeg: Ffmpeg | null;

  beforeAll(async () => {
    const found = from === 'system' ? await findFfmpeg(undefined) : await findFfmpeg((await shippedPath())!);
    ffmpeg = from === 'system' && found?.from !== 'system' ? null : found;
  });

  it('makes renditions that are cut at the same instants, that are what they say, and without a hole', async () => {
    if (ffmpeg === null) return;
    const window = new LiveWindow('a-source');
    const engine = new FfmpegEngine({ ffmpeg, window, input: TWO_TONES, feed: null, plan: PLAN, logger });
    const shown = await untilWindow(window, (now) => closedSegments(now) >= 4);
    await engine.stop();

    expect(shown.tracks.map(({ key, kind, codecs, width, height, language, floor }) => ({ key, kind, codecs: codecs.slice(0, 4), width, height, language, floor }))).toEqual([
      { key: 'video-720', kind: 'video', codecs: 'avc1', width: 1280, height: 720, language: null, floor: false },
      { key: 'video-360', kind: 'video', codecs: 'avc1', width: 640, height: 360, language: null, floor: false },
      { key: 'audio-floor', kind: 'audio', codecs: 'mp4a', width: undefined, height: undefined, language: null, floor: true },
      { key: 'audio-fa', kind: 'audio', codecs: 'mp4a', width: undefined, height: undefined, language: 'fa', floor: false },
      { key: 'audio-only', kind: 'audio', codecs: 'mp4a', width: undefined, height: undefined, language: null, floor: false },
    ]);
    const whole = shown.segments.filter(({ open }) => !open);
    expect(whole.map(({ number, generation, duration, discontinuity }) => ({ number, generation, duration, discontinuity })))
      .toEqual(whole.map((_, number) => ({ number, generation: 0, duration: 1, discontinuity: false })));
    expect(whole.map(({ tracks }) => tracks['video-720']!.parts)).toEqual(whole.map(() => [
      { duration: 0.36, independent: true }, { duration: 0.36, independent: false }, { duration: 0.28, independent: false },
    ]));

    const numbers = whole.map(({ number }) => number);
    const probed = Object.fromEntries(await Promise.all(KEYS.map(async (key) => [key, await probeMedia(mediaOf(window, shown, key, numbers))] as const)));
    const [large, small, floor, only] = [probed['video-720']!, probed['video-360']!, probed['audio-floor']!, probed['audio-only']!];
    expect([large, small, floor, only].map(({ streams: [stream] }) => [stream?.codec_name, stream?.width, stream?.channels])).toEqual([
      ['h264', 1280, undefined], ['h264', 640, undefined], ['aac', undefined, 2], ['aac', undefined, 1],
    ]);
    // both pictures: every frame, key frames at the same instants, a second apart
    expect(large.packets.map(({ pts_time }) => pts_time)).toEqual(small.packets.map(({ pts_time }) => pts_time));
    expect(large.packets).toHaveLength(25 * whole.length);
    const keysOf = ({ packets }: Probed): number[] => packets.filter(({ flags }) => flags.startsWith('K')).map(({ pts_time }) => Number(pts_time));
    expect(keysOf(large)).toEqual(whole.map((_, index) => 10 + index));
    expect(keysOf(small)).toEqual(keysOf(large));
    // the sound begins at its first packet at or after the picture's first frame, and has no hole
    for (const key of ['audio-floor', 'audio-fa', 'audio-only']) {
      for (const number of numbers) {
        const { packets } = await probeMedia(mediaOf(window, shown, key, [number]));
        const late = Number(packets[0]!.pts_time) - (10 + number);
        expect(Math.floor((late * 48_000) / 1024)).toBe(0);
      }
      const starts = probed[key]!.packets.map(({ pts_time }) => Math.round(Number(pts_time) * 48_000));
      expect(starts).toEqual(starts.map((_, index) => starts[0]! + index * 1024));
    }
  });

  it('goes on in a new generation when it was killed, without a number twice', async () => {
    if (ffmpeg === null) return;
    const window = new LiveWindow('a-source');
    const engine = new FfmpegEngine({ ffmpeg, window, input: TWO_TONES, feed: null, plan: PLAN, logger });
    await untilWindow(window, (now) => closedSegments(now) >= 1);
    engine.restart();
    const shown = await untilWindow(window, ({ segments }) => segments.some(({ generation, open }) => generation === 1 && !open));
    await engine.stop();
    const last = window.window();
    expect(last.segments.map(({ number }) => number)).toEqual(last.segments.map((_, index) => index));
    expect(last.segments.every(({ open }) => !open)).toBe(true);
    expect(Object.keys(shown.inits)).toEqual(['0', '1']);
  });
});
