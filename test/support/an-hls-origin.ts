import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Ffmpeg } from '../../src/streams/engines/ffmpeg/find-ffmpeg.js';
import { ProgramRun } from '../../src/streams/engines/ffmpeg/program-run.js';

export interface HlsOrigin {
  /** Of the playlist, on this machine. */
  url: string;
  /** Its encoder and its server die, at once. */
  die: () => Promise<void>;
  /** They come back: the same address, and a playlist that begins anew. */
  comeBack: () => Promise<void>;
  close: () => Promise<void>;
}

export interface HlsOriginOptions {
  /** Arguments of ffmpeg's HLS muxer, which writes into this folder. */
  packing?: (folder: string) => readonly string[];
  languages?: readonly string[];
  /** A playlist of those that it writes, which the address leads to then. */
  main?: string;
}

/** Seconds that segments of a broadcaster last. */
const fourSeconds = (folder: string): readonly string[] => ['-hls_time', '4', '-hls_list_size', '5', '-hls_flags', 'delete_segments', join(folder, 'index.m3u8')];

/** Somebody else's origin: a real encoder writes a live playlist with segments of four seconds, and a small server hands the files out. */
export async function anHlsOrigin(ffmpeg: Ffmpeg, { packing = fourSeconds, languages = ['eng'], main }: HlsOriginOptions = {}): Promise<HlsOrigin> {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-hls-'));
  let port = 0;
  let alive: { server: Server; encoder: ProgramRun } | null = null;
  const comeBack = async (): Promise<void> => {
    const server = createServer((request, response) => {
      if (request.url === '/main.m3u8') return void response.end(main);
      readFile(join(folder, basename(request.url ?? ''))).then((bytes) => response.end(bytes), () => response.writeHead(404).end());
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
    alive = { server, encoder: anEncoder(ffmpeg, languages, packing(folder)) };
  };
  const die = async (): Promise<void> => {
    const dying = alive;
    alive = null;
    if (dying === null) return;
    dying.server.closeAllConnections();
    await Promise.all([dying.encoder.kill(), new Promise((resolve) => dying.server.close(resolve))]);
  };
  await comeBack();
  return {
    url: `http://127.0.0.1:${port}/${main === undefined ? 'index' : 'main'}.m3u8`, die, comeBack,
    close: async () => {
      await die();
      await rm(folder, { recursive: true });
    },
  };
}

const anEncoder = (ffmpeg: Ffmpeg, languages: readonly string[], packing: readonly string[]): ProgramRun => new ProgramRun({
  program: ffmpeg.path, feed: false, outputs: 0,
  args: () => [
    '-nostdin', '-loglevel', 'error', '-re', '-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25',
    ...languages.flatMap((_, index) => ['-re', '-f', 'lavfi', '-i', `sine=frequency=${440 + index * 220}:sample_rate=48000`]),
    '-map', '0:v', '-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '600k', '-g', '50', '-sc_threshold', '0', '-pix_fmt', 'yuv420p',
    ...languages.flatMap((language, index) => ['-map', `${index + 1}:a`, `-metadata:s:a:${index}`, `language=${language}`]), '-c:a', 'aac', '-ac', '2',
    '-f', 'hls', ...packing,
  ],
});
