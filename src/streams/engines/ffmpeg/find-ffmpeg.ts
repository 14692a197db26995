import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartError } from '../../../platform/start-error.js';

/** An ffmpeg that runs here and makes what browsers play (H.264 and AAC in fragmented MP4). */
export interface Ffmpeg {
  /** As it is started: a path, or a name that the system finds. */
  path: string;
  /** As it says itself, for the log and the control room. */
  version: string;
  from: 'configured' | 'system' | 'npm';
  /** It listens to SRT, and can be told where by a pipe: see ingest/srt-listener.ts. */
  srt: boolean;
  /** It writes text into a picture. */
  drawtext: boolean;
  /** Of its libavcodec: 59 is ffmpeg 5. */
  major: number;
}

/** Whether it can copy the large picture and encode the small one under exactly the same time stamps: an older one rounds them to whole frames. */
export const keepsTimeStamps = ({ major }: Pick<Ffmpeg, 'major'>): boolean => major >= 59;

const NEEDED_ENCODERS = ['libx264', 'aac'];

/**
 * The one that the operator names, else the system's (it may have SRT), else the one that came with npm. Null where none runs: streams that
 * need one say so, and everything else works.
 * @param configured a path, or a name on the PATH
 * @throws StartError where the configured one does not do
 */
export async function findFfmpeg(configured: string | undefined): Promise<Ffmpeg | null> {
  if (configured !== undefined) {
    const found = await examine(configured, 'configured');
    if (found !== null) return found;
    throw new StartError(`MERIDIAN_FFMPEG: ${configured} does not run here, or lacks ${NEEDED_ENCODERS.join(' or ')}.\nLeave it empty to use the one that comes with Meridian.`);
  }
  const system = await examine('ffmpeg', 'system');
  if (system !== null) return system;
  const shipped = await shippedPath();
  return shipped === null ? null : await examine(shipped, 'npm');
}

/** npm's package throws when it is imported on a machine that it has no program for. */
export async function shippedPath(): Promise<string | null> {
  try {
    const { default: installer } = await import('@ffmpeg-installer/ffmpeg');
    return installer.path;
  } catch {
    return null;
  }
}

async function examine(path: string, from: Ffmpeg['from']): Promise<Ffmpeg | null> {
  try {
    const version = await ask(path, '-version');
    const [encoders, protocols, filters] = await Promise.all([ask(path, '-encoders'), ask(path, '-protocols'), ask(path, '-filters')]);
    if (!NEEDED_ENCODERS.every((encoder) => has(encoders, encoder))) return null;
    return {
      path, from, version: /^ffmpeg version (\S+)/m.exec(version)?.[1] ?? 'unknown',
      srt: has(protocols, 'srt') && has(protocols, 'hls'), drawtext: has(filters, 'drawtext'), major: Number(/^libavcodec\s+(\d+)/m.exec(version)?.[1] ?? 0),
    };
  } catch {
    // not there, or not for this machine
    return null;
  }
}

/** What it answers. Rejects where it fails, or does not answer within some seconds. */
async function ask(path: string, question: string): Promise<string> {
  const { stdout } = await promisify(execFile)(path, ['-hide_banner', question], { env: { PATH: process.env['PATH'] }, timeout: 10_000, killSignal: 'SIGKILL' });
  return stdout;
}

/** Whether a list of ffmpeg's has this name as a word of its own: `srt`, and not `srtp`. */
const has = (list: string, name: string): boolean => new RegExp(`(^|\\s)${name}(\\s|$)`, 'm').test(list);
