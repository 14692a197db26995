import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { anHlsOrigin, type HlsOriginOptions } from '../../../../test/support/an-hls-origin.js';
import { closedSegments, mediaOf, probeMedia, untilWindow } from '../../../../test/support/streams.js';
import { createLogger } from '../../../platform/logging/logger.js';
import type { SourceSegment, SourceWindow } from '../../../rules/streams/source.js';
import { findFfmpeg, type Ffmpeg } from '../../engines/ffmpeg/find-ffmpeg.js';
import { FedSource } from '../../inputs/fed-source.js';
import type { Arrivals } from '../arrivals.js';
import { GuardedFetch } from './guarded-fetch.js';
import { HlsPuller } from './hls-puller.js';

const logger = createLogger('silent');
const closing: (() => Promise<unknown>)[] = [];
let ffmpeg: Ffmpeg;

beforeAll(async () => {
  ffmpeg = (await findFfmpeg(undefined))!;
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The whole segments since its engine was started last. */
const newestStretch = ({ segments }: SourceWindow): SourceSegment[] => segments.filter(({ open, generation }) => !open && generation === segments.at(-1)?.generation);

/** An input that fetches this. */
function anInput(url: string, hosts: readonly string[] = ['private:127.0.0.1']) {
  const source = new FedSource('input-1', ffmpeg, logger);
  const leaving: Promise<void>[] = [];
  const arrivals: Arrivals = { arrived: (_id, feed) => source.arrive(feed), gone: (_id, feed) => void leaving.push(source.leave(feed)) };
  const puller = new HlsPuller({ ffmpeg, inputId: 'input-1', url, fetcher: new GuardedFetch(hosts, 300_000), arrivals, logger });
  closing.push(async () => {
    await puller.close();
    await Promise.all(leaving);
  });
  return { source, puller };
}

async function anOrigin(options: HlsOriginOptions = {}) {
  const origin = await anHlsOrigin(ffmpeg, options);
  closing.push(origin.close);
  return origin;
}

it('makes an input of a playlist with long MPEG-TS segments', async () => {
  const origin = await anOrigin();
  const { source, puller } = anInput(origin.url);
  // a machine that stands still for seconds may have it begun anew: what is looked at is one stretch
  const shown = await untilWindow(source, (window) => puller.trouble === null && newestStretch(window).length >= 6);
  expect(source.facts?.video).toMatchObject({ width: 640, height: 360 });
  // as a venue would send it: our segments, not theirs
  expect(Math.max(...shown.segments.map(({ duration }) => duration))).toBeLessThan(1.5);
  // the first one may lack what the encoder makes last
  const whole = newestStretch(shown).slice(1).map(({ number }) => number);
  const { packets } = await probeMedia(mediaOf(source, shown, 'video-360', whole));
  const steps = packets.slice(1).map(({ pts_time }, index) => Math.round((Number(pts_time) - Number(packets[index]!.pts_time)) * 25));
  expect([packets.length, new Set(steps)]).toEqual([25 * whole.length, new Set([1])]);
});

it('takes the languages of groups of their own, in fragmented MP4', async () => {
  const origin = await anOrigin({
    languages: ['eng', 'fas'],
    packing: (folder) => [
      '-hls_time', '2', '-hls_list_size', '6', '-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4', '-hls_segment_filename', join(folder, '%v-%d.m4s'), '-var_stream_map', 'v:0 a:0 a:1', join(folder, '%v.m3u8'),
    ],
    // by hand, for an older ffmpeg writes no languages
    main: [
      '#EXTM3U', '#EXT-X-VERSION:7',
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="English",LANGUAGE="en",DEFAULT=YES,URI="1.m3u8"', '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="فارسی",LANGUAGE="fa",DEFAULT=NO,URI="2.m3u8"',
      '#EXT-X-STREAM-INF:BANDWIDTH=800000,RESOLUTION=640x360,AUDIO="sound"', '0.m3u8', '',
    ].join('\n'),
  });
  const { source } = anInput(origin.url);
  const shown = await untilWindow(source, (window) => closedSegments(window) >= 3);
  expect(shown.tracks.map(({ key, floor }) => [key, floor])).toEqual([['video-720', false], ['video-360', false], ['audio-en', true], ['audio-fa', false], ['audio-only', false]]);
});

/** An origin that says this to each path. */
async function saying(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.m3u8`;
}

/** A playlist that goes on by a segment at each look. */
function goingOn(more = ''): RequestListener {
  let first = 0;
  return ({ url }, response) => {
    if (url !== '/index.m3u8') return void response.end('no media at all');
    first += 1;
    response.end(`#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:${first}\n${more}#EXTINF:4,\n${first}.ts\n#EXTINF:4,\n${first + 1}.ts\n`);
  };
}

it.each<[string, string, RequestListener]>([
  ['no playlist', 'not-a-playlist', (_request, response) => response.end('<html>')],
  ['a playlist of encrypted segments', 'encrypted', goingOn('#EXT-X-KEY:METHOD=AES-128,URI="key"\n')],
  ['a recording', 'ended', goingOn('#EXT-X-ENDLIST\n')],
  ['segments of another kind', 'other-media', goingOn()],
  ['an answer without end', 'too-large', (_request, response) => response.end(Buffer.alloc(3_000_000, '#'))],
  ['nothing at all', 'no-answer', (_request, response) => response.writeHead(500).end()],
  ['a redirect to a network of ours', 'not-public', (_request, response) => response.writeHead(302, { location: 'http://localhost/secret' }).end()],
])('says so of %s', async (_name, trouble, answer) => {
  const { puller } = anInput(await saying(answer), ['private:127.0.0.1', 'localhost']);
  while (puller.trouble === null) await new Promise(setImmediate);
  expect(puller.trouble).toBe(trouble);
});

it('asks nobody whom the operator does not allow', async () => {
  const { puller } = anInput(await saying(goingOn()), ['127.0.0.1']);
  while (puller.trouble === null) await new Promise(setImmediate);
  expect(puller.trouble).toBe('not-public');
});
