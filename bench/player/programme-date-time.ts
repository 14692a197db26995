import sharp, { type OutputInfo } from 'sharp';
import { clockSquares, readClock } from '../../src/streams/engines/demo/picture-clock.js';
import { findFfmpeg } from '../../src/streams/engines/ffmpeg/find-ffmpeg.js';
import { ProgramRun } from '../../src/streams/engines/ffmpeg/program-run.js';
import type { SendingHouse } from './a-sending-house.js';

/** Milliseconds by which the playlist's time of a segment is later than the clock in its first frame, of its last so many whole ones. */
export async function programmeDateTimeErrors({ url, playback }: SendingHouse, most: number): Promise<number[]> {
  const ffmpeg = (await findFfmpeg(undefined))!;
  const main = (await playback()).plainUrl;
  const [variant = ''] = (await text(url + main)).split('\n').filter((line) => /^[^#]/.test(line));
  const playlist = await text(new URL(variant, url + main).href);
  const init = /#EXT-X-MAP:URI="([^"]+)"/.exec(playlist)![1]!;
  const segments = [...playlist.matchAll(/#EXT-X-PROGRAM-DATE-TIME:(\S+)\n#EXTINF:[^\n]+\n(\S+)/g)].slice(-most);
  const errors: number[] = [];
  for (const [, time = '', path = ''] of segments) {
    const frame = await firstFrameOf(ffmpeg.path, Buffer.concat([await bytes(url + init), await bytes(url + path)]));
    const lit = clockSquares().map(({ x, y }) => frame.data[Math.floor(y * frame.info.height) * frame.info.width + Math.floor(x * frame.info.width)]! > 128);
    errors.push(Date.parse(time) - readClock(lit, Date.parse(time)));
  }
  return errors;
}

const text = async (address: string): Promise<string> => await (await fetch(address)).text();
const bytes = async (address: string): Promise<Buffer> => Buffer.from(await (await fetch(address)).arrayBuffer());

async function firstFrameOf(program: string, media: Buffer): Promise<{ data: Buffer; info: OutputInfo }> {
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
