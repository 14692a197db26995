import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { probeMedia, type Probed } from '../../test/support/streams.js';

/** What ffprobe reads of each rendition, as words. The system's reads the playlist itself; npm's is old and does not, so it gets the bytes. */
export async function probeRenditions(addresses: readonly string[]): Promise<{ by: string; read: string[] }> {
  const isHere = await promisify(execFile)('ffprobe', ['-version']).then(() => true, () => false);
  const read: string[] = [];
  for (const address of addresses) {
    const streams = isHere ? await ofPlaylist(address) : (await probeMedia(await mediaOf(address))).streams;
    const [stream] = streams;
    if (stream === undefined) throw new Error(`ffprobe reads nothing in ${address}`);
    read.push(`${new URL(address).pathname.split('/').at(-1)}: ${stream.codec_name} ${stream.width === undefined ? `${stream.channels} x ${stream.sample_rate} Hz` : `${stream.width}x${stream.height}`}`);
  }
  return { by: isHere ? "the system's ffprobe, from the playlist" : "npm's ffprobe, from the bytes: there is none on this system", read };
}

async function ofPlaylist(address: string): Promise<Probed['streams']> {
  const { stdout } = await promisify(execFile)('ffprobe', ['-v', 'error', '-show_streams', '-of', 'json', address], { timeout: 30_000 });
  return (JSON.parse(stdout) as Probed).streams;
}

async function mediaOf(address: string): Promise<Buffer> {
  const text = await (await fetch(address)).text();
  const newest = text.slice(text.lastIndexOf('#EXT-X-MAP'));
  const init = /URI="([^"]+)"/.exec(newest)?.[1] ?? '';
  const paths = [init, ...newest.split('\n').filter((line) => /^[^#\s]/.test(line)).slice(0, 3)];
  return Buffer.concat(await Promise.all(paths.map(async (path) => Buffer.from(await (await fetch(new URL(path, address))).arrayBuffer()))));
}
