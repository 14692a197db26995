import sharp from 'sharp';
import { closedSegments, mediaOf, untilWindow } from '../../../../test/support/streams.js';
import { createLogger } from '../../../platform/logging/logger.js';
import { LiveWindow } from '../../origin/live-window.js';
import { drawCard } from '../cards/draw-card.js';
import { FfmpegEngine } from '../ffmpeg/ffmpeg-engine.js';
import { findFfmpeg, shippedPath } from '../ffmpeg/find-ffmpeg.js';
import { ProgramRun } from '../ffmpeg/program-run.js';
import { clockSquares, readClock } from './picture-clock.js';
import { testPicture } from './test-picture.js';

it.each([['the system or npm', undefined], ['npm', 'shipped']])('shows a clock that is right, and the programme date-time says the same: ffmpeg of %s', async (_name, which) => {
  const ffmpeg = (await findFfmpeg(which === undefined ? undefined : (await shippedPath())!))!;
  const window = new LiveWindow('demo');
  const engine = new FfmpegEngine({
    ffmpeg, window, logger: createLogger('silent'),
    input: testPicture(ffmpeg, { tones: [440, 660], readableClock: true }), feed: await drawCard({ title: 'Lyon', subtitle: 'Hall A', colour: '#2f7d6b' }),
    plan: { video: 'encode', frameRate: 25, height: 720, bitrate: 0, audio: [{ stream: 0, language: null, name: 'Floor' }, { stream: 1, language: 'fa', name: 'fa' }] },
  });
  const shown = await untilWindow(window, (now) => closedSegments(now) >= 3);
  await engine.stop();

  expect(shown.tracks.map(({ key }) => key)).toEqual(['video-720', 'video-360', 'audio-floor', 'audio-fa', 'audio-only']);
  for (const { number, startsAt } of shown.segments.slice(1, 3)) {
    const { data, info } = await firstFrame(ffmpeg.path, mediaOf(window, shown, 'video-720', [number]));
    const lit = clockSquares().map(({ x, y }) => data[Math.floor(y * info.height) * info.width + Math.floor(x * info.width)]! > 128);
    expect(Math.abs(readClock(lit, startsAt) - startsAt)).toBeLessThanOrEqual(200);
  }
});

async function firstFrame(program: string, media: Buffer) {
  const run = new ProgramRun({
    program, feed: true, outputs: 1,
    args: ({ feed, outputs }) => ['-nostdin', '-loglevel', 'error', '-i', `pipe:${feed}`, '-frames:v', '1', '-f', 'image2pipe', '-c:v', 'png', `pipe:${outputs[0]}`],
  });
  const chunks: Buffer[] = [];
  run.outputs[0]!.on('data', (chunk: Buffer) => chunks.push(chunk));
  run.feed!.end(media);
  await run.ended;
  return await sharp(Buffer.concat(chunks)).greyscale().raw().toBuffer({ resolveWithObject: true });
}
