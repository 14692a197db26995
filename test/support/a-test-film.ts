import { path as ffmpeg } from '@ffmpeg-installer/ffmpeg';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The film in one track: its init segment, and how long each of its segments is, in seconds. */
export interface FilmTrack {
  durations: readonly number[];
}

export interface TestFilm {
  /** Seconds, and segments. */
  length: number;
  tracks: Readonly<Record<string, FilmTrack>>;
  /** `video-180/init.mp4`, `video-180/7.m4s`. */
  read: (path: string) => Promise<Buffer>;
  remove: () => Promise<void>;
}

const LENGTH = 100;
const VIDEO = ['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '0', '-g', '25', '-keyint_min', '25', '-sc_threshold', '0', '-pix_fmt', 'yuv420p'];
const AUDIO = ['-c:a', 'aac', '-b:a', '48k', '-ar', '48000'];
const picture = (width: number, height: number): string[] => ['-f', 'lavfi', '-i', `testsrc=size=${width}x${height}:rate=25`, ...VIDEO];
/** In hertz: a language that is told by ear. */
export const TONES = { floor: 440, persian: 1_320 } as const;
const tone = (hertz: number): string[] => ['-f', 'lavfi', '-i', `sine=frequency=${hertz}:sample_rate=48000`, ...AUDIO];

const TRACKS: Readonly<Record<string, readonly string[]>> = {
  'video-180': picture(320, 180),
  'video-90': picture(160, 90),
  'audio-en': tone(TONES.floor),
  'audio-fa': tone(TONES.persian),
};

/** A moving picture in two sizes with two tones, in segments of a second as a stream has them, made by ffmpeg's own test sources. */
export async function aTestFilm(): Promise<TestFilm> {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-film-'));
  const run = promisify(execFile);
  const tracks: Record<string, FilmTrack> = {};
  for (const [name, input] of Object.entries(TRACKS)) {
    const at = join(folder, name);
    await run('mkdir', [at]);
    await run(ffmpeg, [
      '-v', 'error', ...input, '-t', String(LENGTH),
      '-f', 'hls', '-hls_time', '1', '-hls_list_size', '0', '-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4', '-hls_segment_filename', '%d.m4s', 'all.m3u8',
    ], { cwd: at });
    const playlist = await readFile(join(at, 'all.m3u8'), 'utf8');
    tracks[name] = { durations: [...playlist.matchAll(/#EXTINF:([\d.]+)/g)].map(([, seconds]) => Number(seconds)) };
  }
  return {
    length: LENGTH,
    tracks,
    read: async (path) => await readFile(join(folder, path)),
    remove: async () => await rm(folder, { recursive: true, force: true }),
  };
}
