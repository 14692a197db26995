import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import fc from 'fast-check';
import { probeMedia } from '../../../../test/support/streams.js';
import { findFfmpeg, type Ffmpeg } from '../../engines/ffmpeg/find-ffmpeg.js';
import { ProgramRun } from '../../engines/ffmpeg/program-run.js';
import { BadRtmp, decodeAmf, encodeAmf, type AmfValue } from './amf0.js';
import { ChunkReader, writeMessage, type RtmpMessage } from './chunks.js';
import type { FlvFeed } from './flv-feed.js';
import { RtmpServer } from './rtmp-server.js';

interface Event {
  what: 'arrived' | 'gone';
  inputId: string;
  feed: FlvFeed;
}

/** Limits that no machine reaches. */
const PATIENT = { publish: 300_000, silence: 300_000 };

/** A server that knows two keys, and what it was asked and told. */
async function aServer(limits: ConstructorParameters<typeof RtmpServer>[2] = {}) {
  const asked: string[] = [];
  const events: Event[] = [];
  const listeners: (() => void)[] = [];
  const tell = (event: Event): void => {
    events.push(event);
    for (const listener of listeners.splice(0)) listener();
  };
  const server = new RtmpServer(
    { inputOf: async (key) => (asked.push(key), key === 'right' ? 'input-1' : key === 'other' ? 'input-2' : null) },
    { arrived: (inputId, feed) => tell({ what: 'arrived', inputId, feed: feed as FlvFeed }), gone: (inputId, feed) => tell({ what: 'gone', inputId, feed: feed as FlvFeed }) },
    { ...PATIENT, ...limits },
  );
  const port = await server.listen(0, '127.0.0.1');
  const untilEvents = async (count: number): Promise<void> => {
    while (events.length < count) await new Promise<void>((resolve) => void listeners.push(resolve));
  };
  return { server, port, asked, events, untilEvents, said: () => events.map(({ what, inputId }) => `${what} ${inputId}`) };
}

let ffmpeg: Ffmpeg;
const runs: ProgramRun[] = [];
const servers: RtmpServer[] = [];

beforeAll(async () => (ffmpeg = (await findFfmpeg(undefined))!));
afterEach(async () => {
  await Promise.all(runs.splice(0).map(async (run) => await run.kill()));
  await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});

async function listening(limits?: Parameters<typeof aServer>[0]) {
  const made = await aServer(limits);
  servers.push(made.server);
  return made;
}

/** A venue's encoder: a picture with a key frame each second, and a tone. */
function aPublisher(port: number, key: string): ProgramRun {
  const run = new ProgramRun({
    program: ffmpeg.path, feed: false, outputs: 0,
    args: () => [
      '-nostdin', '-loglevel', 'error', '-re', '-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25', '-re', '-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000',
      '-c:v', 'libx264', '-preset', 'ultrafast', '-g', '25', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-f', 'flv', `rtmp://127.0.0.1:${port}/live/${key}`,
    ],
  });
  runs.push(run);
  return run;
}

async function firstBytes(feed: FlvFeed, length: number): Promise<Buffer> {
  return await new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let held = 0;
    const stop = feed.read((chunk) => {
      chunks.push(chunk);
      held += chunk.length;
      if (held < length) return;
      stop();
      resolve(Buffer.concat(chunks));
    });
  });
}

describe('an encoder', () => {
  it('publishes with its key, and whoever reads begins with headers and a key frame, also later', async () => {
    const { port, asked, events, untilEvents, said } = await listening();
    const publisher = aPublisher(port, 'right');
    await untilEvents(1);
    const first = await probeMedia(await firstBytes(events[0]!.feed, 60_000));
    const later = await probeMedia(await firstBytes(events[0]!.feed, 60_000));
    for (const { streams, packets } of [first, later]) {
      expect(streams.map(({ codec_name, width }) => [codec_name, width]).sort()).toEqual([['aac', undefined], ['h264', 320]]);
      expect(packets[0]?.flags.startsWith('K')).toBe(true);
    }
    expect(Number(later.packets[0]!.pts_time)).toBeGreaterThan(Number(first.packets[0]!.pts_time));
    // killed, it says no goodbye
    await publisher.kill();
    await untilEvents(2);
    expect(said()).toEqual(['arrived input-1', 'gone input-1']);
    expect(events[1]!.feed).toBe(events[0]!.feed);
    expect(asked).toEqual(['right']);
  });

  it('is refused with another key, and told so', async () => {
    const { port, asked, said } = await listening();
    const publisher = aPublisher(port, 'wrong');
    const { code, lastLines } = await publisher.ended;
    expect(code).not.toBe(0);
    expect(lastLines.join('\n')).toMatch(/This stream key is not valid/);
    expect(asked).toEqual(['wrong']);
    expect(said()).toEqual([]);
  });

  it('takes the place of one that is still connected with the same key', async () => {
    const { port, untilEvents, said } = await listening();
    aPublisher(port, 'right');
    await untilEvents(1);
    aPublisher(port, 'right');
    await untilEvents(3);
    expect(said()).toEqual(['arrived input-1', 'gone input-1', 'arrived input-1']);
  });

  it('is disconnected when its key is changed; another one stays', async () => {
    const { server, port, untilEvents, said } = await listening();
    const first = aPublisher(port, 'right');
    await untilEvents(1);
    aPublisher(port, 'other');
    await untilEvents(2);
    server.disconnect('input-1');
    await first.ended;
    expect(said()).toEqual(['arrived input-1', 'arrived input-2', 'gone input-1']);
  });
});

const HELLO = Buffer.concat([Buffer.from([3]), Buffer.alloc(1_536 * 2)]);
const command = (...values: readonly AmfValue[]): Buffer => writeMessage(3, 20, 0, encodeAmf(...values));
const CONNECT = command('connect', 1, { app: 'live' });
const PUBLISH = (key: string): Buffer => command('publish', 5, null, key, 'live');
/** A chunk's header that announces a message of this many bytes. */
const announces = (type: number, length: number, stream = 4): Buffer => Buffer.from([stream, 0, 0, 0, length >> 16, (length >> 8) & 255, length & 255, type, 1, 0, 0, 0]);

async function knock(port: number, ...bytes: readonly Buffer[]): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.resume();
  await once(socket, 'connect');
  for (const one of bytes) socket.write(one);
  return socket;
}

describe('an attacker', () => {
  it.each<[string, Buffer[]]>([
    ['another protocol', [Buffer.from('GET / HTTP/1.1\r\nHost: a\r\n\r\n')]],
    ['an encrypted handshake', [Buffer.concat([Buffer.from([6]), Buffer.alloc(3_072)])]],
    ['video before a key', [HELLO, CONNECT, writeMessage(6, 9, 1, Buffer.alloc(100))]],
    ['video in the same breath as the key', [Buffer.concat([HELLO, CONNECT, PUBLISH('right'), writeMessage(6, 9, 1, Buffer.alloc(100))])]],
    ['a key before a connection', [HELLO, PUBLISH('right')]],
    ['a message of 16 MB before a key', [HELLO, CONNECT, announces(20, 0xff_ffff)]],
    ['a chunk size of 2 GB', [HELLO, writeMessage(2, 1, 0, Buffer.from([0x7f, 0xff, 0xff, 0xff]))]],
    ['more chunk streams than anybody uses', [HELLO, ...Array.from({ length: 20 }, (_, index) => Buffer.concat([announces(20, 200, 3 + index), Buffer.alloc(128)]))]],
    ['a continuation of nothing', [HELLO, Buffer.from([0xc5, 0, 0])]],
    ['values nested without end', [HELLO, writeMessage(3, 20, 0, Buffer.concat([encodeAmf('connect', 1), ...Array.from({ length: 50 }, () => Buffer.from([3, 0, 1, 97]))]))]],
    ['an array of four billion', [HELLO, writeMessage(3, 20, 0, Buffer.concat([encodeAmf('connect', 1), Buffer.from([10, 255, 255, 255, 255])]))]],
    ['somebody who wants to watch', [HELLO, CONNECT, command('play', 4, null, 'right')]],
  ])('is cut off: %s', async (_name, bytes) => {
    const { port, said } = await listening();
    const socket = await knock(port, ...bytes);
    await once(socket, 'close');
    expect(said().filter((event) => event.startsWith('arrived'))).toEqual([]);
  });

  it.each<[string, Buffer[]]>([['says nothing', []], ['stops in its hello', [HELLO.subarray(0, 900)]], ['connects and waits', [HELLO, CONNECT]]])('is cut off when it %s', async (_name, bytes) => {
    const { port, asked } = await listening({ publish: 200 });
    await once(await knock(port, ...bytes), 'close');
    expect(asked).toEqual([]);
  });

  it('is cut off after a key when it is silent', async () => {
    const { port, said } = await listening({ silence: 200 });
    await once(await knock(port, HELLO, CONNECT, PUBLISH('right')), 'close');
    expect(said()).toEqual(['arrived input-1', 'gone input-1']);
  });

  it('does not get its question answered when it has left', async () => {
    let answer: (id: string | null) => void = () => undefined;
    const events: string[] = [];
    let isAsked = false;
    const asked = new Promise<void>((resolve) => {
      servers.push(new RtmpServer(
        { inputOf: async () => await new Promise((keep) => ((answer = keep), (isAsked = true), resolve())) },
        { arrived: () => events.push('arrived'), gone: () => events.push('gone') },
        { publish: 300 },
      ));
    });
    const port = await servers.at(-1)!.listen(0, '127.0.0.1');
    // whoever was cut off before the question could be asked tries again
    while (!isAsked) {
      const left = once(await knock(port, HELLO, CONNECT, PUBLISH('right')), 'close');
      await Promise.race([asked, left]);
      await left;
    }
    answer('input-1');
    await new Promise(setImmediate);
    expect(events).toEqual([]);
  });
});

describe('bytes of a stranger', () => {
  const endsWell = (work: () => unknown): void => {
    try {
      work();
    } catch (error) {
      expect(error).toBeInstanceOf(BadRtmp);
    }
  };

  it('are values, or are refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => endsWell(() => decodeAmf(Buffer.from(bytes)))), { numRuns: 500 });
  });

  it('are messages, or are refused', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), (chunks) => {
      const reader = new ChunkReader(({ bytes }) => expect(bytes.length).toBeLessThanOrEqual(reader.mostBytes));
      endsWell(() => chunks.forEach((chunk) => reader.push(Buffer.from(chunk))));
    }), { numRuns: 500 });
  });

  it('are the messages that were sent, however they are cut', () => {
    const messages = fc.array(fc.record({ type: fc.constantFrom(8, 9, 18, 20), bytes: fc.uint8Array({ minLength: 1, maxLength: 700 }) }), { maxLength: 8 });
    fc.assert(fc.property(messages, fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (sent, cuts) => {
      const got: RtmpMessage[] = [];
      const reader = new ChunkReader((message) => got.push(message));
      const bytes = Buffer.concat(sent.map((one) => writeMessage(5, one.type, 1, Buffer.from(one.bytes))));
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const length = cuts[turn % cuts.length]!;
        reader.push(bytes.subarray(at, at + length));
        at += length;
      }
      expect(got.map(({ type, bytes: [...content] }) => ({ type, content }))).toEqual(sent.map(({ type, bytes: content }) => ({ type, content: [...content] })));
    }));
  });
});
