import { createLogger } from '../../../platform/logging/logger.js';
import { LiveWindow } from '../../origin/live-window.js';
import { FfmpegEngine } from './ffmpeg-engine.js';
import { findFfmpeg } from './find-ffmpeg.js';
import { MotionReader, tellsMotion, type Motion } from './picture-motion.js';

it('a real ffmpeg tells of a picture that stops and goes on', async () => {
  const ffmpeg = (await findFfmpeg(undefined))!;
  if (!tellsMotion(ffmpeg)) return;
  const told: Motion[] = [];
  let look = (): void => undefined;
  const engine = new FfmpegEngine({
    ffmpeg, window: new LiveWindow('a-source'), feed: null, logger: createLogger('silent'),
    // a second that moves, four that do not, and again
    input: {
      args: () => ['-re', '-f', 'lavfi', '-i', "testsrc2=size=320x180:rate=25,loop=loop=100:size=1:start=25,setpts=N/25/TB"], video: '0:v:0', audio: () => '',
    },
    plan: { video: 'encode', frameRate: 25, height: 180, bitrate: 0, audio: [] },
    onMotion: (motion) => {
      told.push(motion);
      look();
    },
  });
  while (told.length < 3) await new Promise<void>((resolve) => (look = resolve));
  await engine.stop();
  expect(told.slice(0, 3).map(({ frozenSince }) => frozenSince !== null)).toEqual([false, true, false]);
});

it('reads lines that come in pieces, and what is not meant for it', () => {
  const told: Motion[] = [];
  const reader = new MotionReader((motion) => told.push(motion), () => 100_000);
  for (const piece of ['frame:50 pts:1 pts_time:2\nlavfi.freezedetect.freeze_', 'start=0.04\n', 'lavfi.freezedetect.freeze_duration=4\nlavfi.freezedetect.freeze_end=4.04\n']) reader.push(Buffer.from(piece));
  expect(told).toEqual([{ movingSince: 100_000, frozenSince: null }, { movingSince: null, frozenSince: 98_000 }, { movingSince: 100_000, frozenSince: null }]);
});
