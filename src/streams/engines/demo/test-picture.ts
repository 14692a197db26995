import { FONT_FILE } from '../cards/draw-card.js';
import type { EngineInput } from '../ffmpeg/arguments.js';
import type { Ffmpeg } from '../ffmpeg/find-ffmpeg.js';
import { clockFilters } from './picture-clock.js';

/** Frames a second. */
export const TEST_RATE = 25;
export interface TestPicture {
  /** Hertz: one tone a language, so that one hears which it is. */
  tones: readonly number[];
  /** The time also as a row of bits, for a bench that reads it from the picture. */
  readableClock: boolean;
  /** Pixels of the card that is written to the feed; its width is as 16 to 9. Left out: 720, which a readable clock needs. */
  height?: 360 | 720;
}

/** A card, which is written to the feed, with what moves on it: a dot, and the time in UTC where this ffmpeg writes text; with a beep each second. */
export function testPicture({ drawtext }: Pick<Ffmpeg, 'drawtext'>, { tones, readableClock, height = 720 }: TestPicture): EngineInput {
  const scaled = (pixels: number): number => Math.round((pixels * height) / 720);
  const dot = `color=color=white:size=${scaled(14)}x${scaled(14)}:rate=${TEST_RATE}[dot]`;
  const base = `[0:v:0]loop=loop=-1:size=1:start=0,setpts=N/${TEST_RATE}/TB,realtime,format=yuv420p[still]`;
  const moved = `[still][dot]overlay=x='${scaled(640)}+${scaled(560)}*sin(t*0.8)':y=${scaled(640)}:shortest=0`;
  const clock = drawtext ? [`drawtext=fontfile=${quoted(FONT_FILE)}:text='%{gmtime\\:%T} UTC':fontcolor=white:fontsize=${scaled(44)}:x=(w-tw)/2:y=${scaled(500)}`] : [];
  const bits = readableClock ? clockFilters() : [];
  return {
    args: (feed) => [
      '-f', 'png_pipe', '-framerate', `${TEST_RATE}`, '-i', `pipe:${feed ?? 0}`,
      ...tones.flatMap((tone) => ['-re', '-f', 'lavfi', '-i', `sine=frequency=${tone}:beep_factor=2:sample_rate=48000`]),
    ],
    graph: `${dot};${base};${[moved, ...clock, ...bits].join(',')}[picture]`,
    video: 'picture',
    audio: (stream) => `${stream + 1}:a:0`,
  };
}

/** A path within a filter's description. */
const quoted = (path: string): string => `'${path.replaceAll('\\', '/').replaceAll(':', '\\:').replaceAll("'", "'\\''")}'`;
