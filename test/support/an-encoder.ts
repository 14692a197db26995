import { createLogger } from '../../src/platform/logging/logger.js';
import { FfmpegEngine } from '../../src/streams/engines/ffmpeg/ffmpeg-engine.js';
import { findFfmpeg } from '../../src/streams/engines/ffmpeg/find-ffmpeg.js';
import { LiveWindow } from '../../src/streams/origin/live-window.js';
import { closedSegments, untilWindow } from './streams.js';

/** A real ffmpeg that sends a moving picture with two tones, as two languages, and is gone after so many seconds. Shown to others once its tracks are known. */
export async function anEncoder(id: string, seconds: number, show: (window: LiveWindow) => void): Promise<LiveWindow> {
  const window = new LiveWindow(id);
  const tone = (hertz: number): string[] => ['-re', '-f', 'lavfi', '-i', `sine=frequency=${hertz}:sample_rate=48000`];
  const engine = new FfmpegEngine({
    ffmpeg: (await findFfmpeg(undefined))!, window, feed: null, logger: createLogger('silent'),
    input: { args: () => ['-re', '-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25', ...tone(440), ...tone(660)], video: '0:v:0', audio: (stream) => `${stream + 1}:a:0` },
    plan: { video: 'encode', frameRate: 25, height: 360, bitrate: 0, audio: [{ stream: 0, language: 'en', name: 'English' }, { stream: 1, language: 'fa', name: 'فارسی' }] },
  });
  await untilWindow(window, (seen) => closedSegments(seen) >= 1);
  show(window);
  await untilWindow(window, (seen) => closedSegments(seen) >= seconds);
  await engine.stop();
  return window;
}
