import { createSocket } from 'node:dgram';
import { readdir, readFile } from 'node:fs/promises';
import { closedSegments, mediaOf, probeMedia, untilWindow } from '../../../test/support/streams.js';
import { freePort } from '../../platform/database/free-port.js';
import { createLogger } from '../../platform/logging/logger.js';
import { judgeSource, type SourceFacts } from '../../rules/streams/judge-source.js';
import { findFfmpeg, keepsTimeStamps, shippedPath, type Ffmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import { ProgramRun } from '../engines/ffmpeg/program-run.js';
import type { Arrivals } from '../ingest/arrivals.js';
import type { Feed } from '../ingest/feed.js';
import { RtmpServer } from '../ingest/rtmp/rtmp-server.js';
import { SrtListener } from '../ingest/srt-listener.js';
import { TsFeed } from '../ingest/ts-feed.js';
import { UdpReceiver } from '../ingest/udp-receiver.js';
import { FedSource } from './fed-source.js';

const logger = createLogger('silent');
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A source, and the way of what arrives to it. */
function aSource(ffmpeg: Ffmpeg) {
  const told: (SourceFacts | null)[] = [];
  const goodbyes: (() => void)[] = [];
  let feed: Feed | null = null;
  // by a clock that stands still all bytes came within a second, however slowly they are made
  const source = new FedSource('input-1', ffmpeg, logger, (facts) => told.push(facts), () => 0);
  const arrivals: Arrivals = {
    arrived: (_inputId, one) => source.arrive((feed = one)),
    gone: (_inputId, one) => void source.leave(one).then(() => goodbyes.splice(0).forEach((tell) => tell())),
  };
  closing.push(async () => (feed === null ? undefined : await source.leave(feed)));
  return { source, arrivals, told, untilGone: async () => await new Promise<void>((resolve) => void goodbyes.push(resolve)) };
}

/** What a venue's encoder sends, and where to: it may be to a pipe of ours. */
function aVenue(ffmpeg: Ffmpeg, to: (pipe: number) => readonly string[], { size = '1280x720', keyFrames = 25, languages = ['eng'] } = {}): ProgramRun {
  const run = new ProgramRun({
    program: ffmpeg.path, feed: false, outputs: 1,
    args: ({ outputs }) => [
      '-nostdin', '-loglevel', 'error', '-re', '-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=25`,
      ...languages.flatMap((_, index) => ['-re', '-f', 'lavfi', '-i', `sine=frequency=${440 + index * 220}:sample_rate=48000`]),
      '-map', '0:v', '-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '2', '-b:v', '1500k', '-maxrate', '1800k', '-bufsize', '1800k', '-g', `${keyFrames}`, '-sc_threshold', '0', '-pix_fmt', 'yuv420p',
      ...languages.flatMap((language, index) => ['-map', `${index + 1}:a`, `-metadata:s:a:${index}`, `language=${language}`]), '-c:a', 'aac', '-ac', '2', ...to(outputs[0]!),
    ],
  });
  closing.push(async () => await run.kill());
  return run;
}

const keysOf = ({ packets }: { packets: { pts_time: string; flags: string }[] }): number[] => packets.filter(({ flags }) => flags.startsWith('K')).map(({ pts_time }) => Math.round(Number(pts_time) * 25));

const usual = (await findFfmpeg(undefined))!;
const shipped = (await findFfmpeg((await shippedPath())!))!;

describe.each([['system', usual], ['npm', shipped]] as const)("with the %s's ffmpeg", (whose, ffmpeg) => {
  const here = whose === 'system' && usual.from !== 'system' ? it.skip : it;

  here('takes a picture that fits as it is (where this ffmpeg can), makes a small one with key frames at the same instants, and sees what comes', async () => {
    const { source, arrivals, told, untilGone } = aSource(ffmpeg);
    const server = new RtmpServer({ inputOf: async () => 'input-1' }, arrivals);
    const port = await server.listen(0, '127.0.0.1');
    closing.push(async () => await server.close());
    const venue = aVenue(ffmpeg, () => ['-f', 'flv', `rtmp://127.0.0.1:${port}/live/key`]);
    const shown = await untilWindow(source, (window) => closedSegments(window) >= 3);

    // what came too slowly could not be read
    const facts = told.find((one) => one !== null);
    expect(facts?.video).toMatchObject({ codecs: expect.stringMatching(/^avc1\./), width: 1280, height: 720, keyFrameInterval: 1 });
    expect(Math.round(facts!.video!.frameRate)).toBe(25);
    expect(facts?.audio.map(({ codecs, channels, sampleRate, language }) => ({ codecs, channels, sampleRate, language }))).toEqual([{ codecs: 'mp4a.40.2', channels: 2, sampleRate: 48_000, language: null }]);
    expect(judgeSource(facts!)).toEqual([]);
    expect(source.bitrate()).toBeGreaterThan(300_000);
    expect(shown.tracks.map(({ key, height }) => [key, height])).toEqual([['video-720', 720], ['video-360', 360], ['audio-floor', undefined], ['audio-only', undefined]]);
    const numbers = shown.segments.filter(({ open }) => !open).map(({ number }) => number);
    const [large, small] = await Promise.all(['video-720', 'video-360'].map(async (key) => await probeMedia(mediaOf(source, shown, key, numbers))));
    expect(large!.packets).toHaveLength(25 * numbers.length);
    expect(keysOf(large!)).toHaveLength(numbers.length);
    expect(keysOf(small!)).toEqual(keysOf(large!));
    // as it came: with frames that are shown before others that were sent before them
    expect(large!.packets.some(({ pts_time, dts_time }) => pts_time !== dts_time)).toBe(keepsTimeStamps(ffmpeg));

    const gone = untilGone();
    await venue.kill();
    await gone;
    expect(source.state).toBe('idle');
    expect(source.window().segments.every(({ open }) => !open)).toBe(true);
  });

  here('encodes a picture whose key frames are too far apart, and says what to change', async () => {
    const { source, arrivals, told } = aSource(ffmpeg);
    // by a pipe, which loses nothing where nobody reads it for a while
    const feed = new TsFeed();
    const venue = aVenue(ffmpeg, (pipe) => ['-f', 'mpegts', `pipe:${pipe}`], { keyFrames: 250, size: '640x360', languages: ['eng', 'fas'] });
    arrivals.arrived('input-1', feed);
    venue.outputs[0]!.on('data', (chunk: Buffer) => feed.push(chunk));
    const shown = await untilWindow(source, (window) => closedSegments(window) >= 3);

    const facts = told.find((one) => one !== null);
    expect(facts?.audio.map(({ language }) => language)).toEqual(['en', 'fa']);
    expect(judgeSource(facts!).map(({ code }) => code)).toEqual(['key-frames-too-far-apart', 'picture-too-small']);
    expect(shown.tracks.map(({ key, name, floor, height }) => [key, name, floor, height])).toEqual([
      ['video-720', 'video-720', false, 360], ['video-360', 'video-360', false, 360], ['audio-en', 'English', true, undefined], ['audio-fa', 'فارسی', false, undefined], ['audio-only', 'English', false, undefined],
    ]);
    const whole = shown.segments.filter(({ open }) => !open);
    expect(whole.map(({ duration }) => duration)).toEqual(whole.map(() => 1));
    const heard = await probeMedia(mediaOf(source, shown, 'audio-fa', whole.map(({ number }) => number)));
    expect(heard.streams.map(({ codec_name }) => codec_name)).toEqual(['aac']);
  });
});

describe('a transport stream by UDP', () => {
  it('is heard from one sender at a time, until that one is silent; what is no transport stream is not heard', async () => {
    const events: string[] = [];
    const waiting: (() => void)[] = [];
    const tell = (event: string): void => {
      events.push(event);
      for (const go of waiting.splice(0)) go();
    };
    const receiver = new UdpReceiver('input-1', {
      arrived: (_id, feed) => {
        tell('arrived');
        feed.read((chunk) => tell(chunk.subarray(1, 4).toString()));
      },
      gone: () => tell('gone'),
    }, 150);
    const port = await receiver.listen(0, '127.0.0.1', null);
    closing.push(async () => await receiver.close());
    const until = async (count: number): Promise<void> => {
      while (events.length < count) await new Promise<void>((resolve) => void waiting.push(resolve));
    };
    const packet = (name: string): Buffer => Buffer.concat([Buffer.from(`G${name}`), Buffer.alloc(184)]);
    const [first, second] = [createSocket('udp4'), createSocket('udp4')];
    const send = async (socket: typeof first, bytes: Buffer): Promise<void> => await new Promise((resolve) => socket.send(bytes, port, '127.0.0.1', () => resolve()));

    await send(second, Buffer.from('no transport stream'));
    await send(second, Buffer.concat([packet('bad'), Buffer.from('more')]));
    await send(first, packet('one'));
    await until(2);
    // at once, and so before anybody can have been silent; the first in RTP, with one contributing source
    await Promise.all([send(second, packet('not')), send(first, Buffer.concat([Buffer.from([0x81, 33]), Buffer.alloc(14), packet('two')]))]);
    await until(4);
    await send(second, packet('now'));
    await until(6);
    expect(events).toEqual(['arrived', 'one', 'two', 'gone', 'arrived', 'now']);
    first.close();
    second.close();
  });
});

/** The arguments of every process of this machine that we may see: what `ps` shows. */
async function argumentsOfAll(): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  // one may end meanwhile
  return await Promise.all(ids.map(async (id) => await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
}

describe(usual.srt ? 'SRT' : 'SRT (left out: this ffmpeg has none)', () => {
  const here = usual.srt ? it : it.skip;

  here('lets in who knows the passphrase, and notices at once when it leaves', async () => {
    const events: string[] = [];
    const waiting: (() => void)[] = [];
    const tell = (event: string): void => {
      events.push(event);
      for (const go of waiting.splice(0)) go();
    };
    const until = async (count: number): Promise<void> => {
      while (events.length < count) await new Promise<void>((resolve) => void waiting.push(resolve));
    };
    const port = await freePort();
    const listener = new SrtListener(usual, 'input-1', { host: '127.0.0.1', port, passphrase: 'a-passphrase_and-more', latencyMs: 120 }, { arrived: () => tell('arrived'), gone: () => tell('gone') }, logger);
    closing.push(async () => await listener.close());
    const call = (passphrase: string): ProgramRun => aVenue(usual, () => ['-f', 'mpegts', `srt://127.0.0.1:${port}?mode=caller&passphrase=${passphrase}&pbkeylen=16`], { size: '320x180' });

    const stranger = call('another-passphrase');
    expect((await stranger.ended).code).not.toBe(0);
    if (process.platform === 'linux') {
      let seen = await argumentsOfAll();
      while (!seen.some((one) => one.includes('hls+pipe:'))) seen = await argumentsOfAll();
      expect(seen.filter((one) => one.includes('a-passphrase_and-more'))).toEqual([]);
    }
    let venue = call('a-passphrase_and-more');
    // the listener may just be starting: an encoder tries again
    while (events.length === 0) await Promise.race([until(1), venue.ended.then(() => (venue = call('a-passphrase_and-more')))]);
    await venue.kill();
    await until(2);
    expect(events).toEqual(['arrived', 'gone']);
  });
});
