import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFfmpeg } from '../../src/streams/engines/ffmpeg/find-ffmpeg.js';
import { ProgramRun } from '../../src/streams/engines/ffmpeg/program-run.js';

/** Seconds: whole frames at 25 a second, and whole packets of sound at 48 kHz, so that one turn follows the other. */
const LENGTH = 96;

/** A film as a venue's encoder would send it, made once: sending it again and again takes no processor from what is measured. */
export interface Film {
  file: string;
}

/**
 * @param folder that it is kept in
 * @param keyFrames frames from one key frame to the next: up to 35 and it is copied, more and it is encoded here
 */
export async function aFilm(folder: string, { tone = 440, keyFrames = 25, size = '1280x720' } = {}): Promise<Film> {
  const { path } = (await findFfmpeg(undefined))!;
  const file = join(folder, `${tone}-${keyFrames}-${size}.flv`);
  await promisify(execFile)(path, [
    '-nostdin', '-loglevel', 'error', '-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=25`, '-f', 'lavfi', '-i', `sine=frequency=${tone}:sample_rate=48000`, '-t', `${LENGTH}`,
    '-c:v', 'libx264', '-preset', 'superfast', '-b:v', '2400k', '-maxrate', '2600k', '-bufsize', '2400k', '-g', `${keyFrames}`, '-keyint_min', `${keyFrames}`, '-sc_threshold', '0', '-bf', '0', '-pix_fmt', 'yuv420p',
    '-c:a', 'aac', '-b:a', '128k', '-ac', '2', '-y', file,
  ]);
  return { file };
}

/** A venue's encoder: a process of its own that sends a film by RTMP in real time, until it is ended. */
export class Encoder {
  private constructor(private readonly run: ProgramRun) {}

  static async send({ file }: Film, address: string): Promise<Encoder> {
    const { path } = (await findFfmpeg(undefined))!;
    return new Encoder(new ProgramRun({
      program: path, feed: false, outputs: 0,
      args: () => ['-nostdin', '-loglevel', 'error', '-stream_loop', '-1', '-re', '-i', file, '-c', 'copy', '-f', 'flv', '-flvflags', 'no_duration_filesize', address],
    }));
  }

  /** SIGKILL: its connection breaks at once. Resolves when it is gone. */
  async kill(): Promise<void> {
    await this.run.kill();
  }

  /** SIGSTOP: nothing comes any more, and nothing says so. */
  hang(): void {
    process.kill(-this.run.pid!, 'SIGSTOP');
  }
}
