import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { AnOrigin, AStream, captionsTrack, someTracks } from '../../../test/support/a-stream.js';
import { rawRequest, type RawAnswer } from '../../../test/support/raw-request.js';
import { RawRoutes } from '../../platform/http/raw-routes.js';
import { RequestsInFlight } from '../../platform/shutdown/requests-in-flight.js';
import { LiveWindow } from '../origin/live-window.js';
import type { AdmissionRefusal } from './admission.js';
import { LiveChannels } from './live-channels.js';
import { SourceRegistry } from './source-registry.js';
import { openStreamsFront } from './streams-front.js';

const SETTINGS = { tracks: [...someTracks(), captionsTrack('en')], targetDuration: 1, partTarget: 0.34, window: 30 };
/** An instant at which channels begin with segment 200. */
const OPENED = 100_000;

interface House {
  url: string;
  server: FastifyInstance;
  requests: RequestsInFlight;
  channels: LiveChannels;
  sources: SourceRegistry;
  hall: AnOrigin;
  closeFront: () => void;
  get: (path: string, more?: { method?: string; headers?: Record<string, string> }) => Promise<RawAnswer>;
}

const REFUSALS: Record<string, AdmissionRefusal> = { old: 'expired', gone: 'revoked', forged: 'not-admitted' };
let house: House;

beforeEach(async () => {
  const routes = new RawRoutes();
  const server = fastify({ serverFactory: routes.serverFactory });
  server.get('/api/thing', () => 'a thing');
  server.setNotFoundHandler((_request, reply) => reply.status(404).send('not of the front'));
  const requests = new RequestsInFlight(server, routes);
  const sources = new SourceRegistry();
  const channels = new LiveChannels(sources, () => OPENED);
  const closeFront = openStreamsFront(routes, sources, channels, { refuses: (token, id) => REFUSALS[token] ?? (id === 'closed' ? 'not-admitted' : null) });
  const hall = new AnOrigin(new AStream('hall', { tracks: SETTINGS.tracks }).whole(2).part());
  sources.add(hall);
  channels.open('stage', SETTINGS);
  channels.show('stage', 'hall');
  await server.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(server.server.address() as { port: number }).port}`;
  house = { url, server, requests, channels, sources, hall, closeFront, get: async (path, more) => await rawRequest(url, path, more) };
});

afterEach(async () => await house.server.close());

/** A request that is on its way; the answer when it comes. Resolved once the server has it. */
async function asks(path: string): Promise<{ answer: Promise<RawAnswer>; leave: () => void }> {
  const begun = once(house.server.server, 'request');
  const asking = request(house.url + path, { agent: false });
  const answer = once(asking, 'response').then(async ([first]) => {
    const message = first as IncomingMessage;
    const rawPayload = Buffer.concat((await message.toArray()) as Buffer[]);
    return { statusCode: message.statusCode ?? 0, headers: message.headers, rawPayload, body: rawPayload.toString() };
  });
  asking.end();
  await begun;
  return { answer, leave: () => void asking.destroy() };
}

const lastPart = (playlist: string): string | undefined => [...playlist.matchAll(/PART:.*URI="\/streams\/media\/(.*)"/g)].at(-1)?.[1];

describe('playlists', () => {
  it('are what a player opens first, in low latency and for caches', async () => {
    const main = await house.get('/streams/play/token/stage/main.m3u8');
    expect([main.statusCode, main.headers]).toEqual([200, expect.objectContaining({
      'content-type': 'application/vnd.apple.mpegurl', 'cache-control': 'public, max-age=1', 'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin', 'x-content-type-options': 'nosniff', 'content-length': String(main.rawPayload.length),
    })]);
    expect(main.body.split('\n').filter((line) => /^\w/.test(line))).toEqual(['video-720.m3u8', 'video-360.m3u8']);
    const plain = await house.get('/streams/play/token/stage/plain.m3u8');
    expect(plain.body.split('\n').filter((line) => /^\w/.test(line))).toEqual(['plain/video-720.m3u8', 'plain/video-360.m3u8']);
    expect(plain.body).toContain('URI="plain/audio-fr.m3u8"');
  });

  it('of tracks have parts, or none in the plain folder; those who only listen have an address', async () => {
    const low = await house.get('/streams/play/token/stage/video-720.m3u8');
    expect(lastPart(low.body)).toBe('hall-2-video-720.0.m4s');
    expect(low.body).toContain('#EXT-X-MEDIA-SEQUENCE:200\n');
    const plain = await house.get('/streams/play/token/stage/plain/video-720.m3u8');
    expect(plain.body).not.toContain('PART');
    expect(plain.body.split('\n').filter((line) => line.startsWith('/'))).toEqual(['/streams/media/hall-0-video-720.m4s', '/streams/media/hall-1-video-720.m4s']);
    expect((await house.get('/streams/play/token/stage/audio-only.m3u8')).statusCode).toBe(200);
    expect((await house.get('/streams/play/token/stage/video-720.m3u8?_HLS_skip=YES')).body).toBe(low.body);
  });

  it.each([
    ['to whoever takes it', 'br, gzip', 'gzip'], ['not to whoever does not', 'br', undefined], ['not to whoever says so', 'gzip;q=0, *', undefined],
  ])('leave as gzip %s, and caches keep the two apart', async (_who, accepted, encoding) => {
    const path = '/streams/play/token/stage/plain/audio-only.m3u8';
    const { headers, rawPayload } = await house.get(path, { headers: { 'accept-encoding': accepted } });
    expect([headers['content-encoding'], headers['vary'], headers['content-length']]).toEqual([encoding, 'accept-encoding', String(rawPayload.length)]);
    expect((encoding === undefined ? rawPayload : gunzipSync(rawPayload)).toString()).toBe((await house.get(path)).body);
    house.hall.does((stream) => stream.whole(1));
    const next = await house.get(path, { headers: { 'accept-encoding': accepted } });
    expect((encoding === undefined ? next.rawPayload : gunzipSync(next.rawPayload)).toString()).toContain('hall-2-audio-only.m4s');
  });

  it('are waited for, until the part that was asked for is there, and may then be remembered', async () => {
    const { answer } = await asks('/streams/play/token/stage/video-720.m3u8?_HLS_msn=202&_HLS_part=1');
    house.hall.does((stream) => stream.part());
    const { statusCode, headers, body } = await answer;
    expect([statusCode, headers['cache-control'], lastPart(body)]).toEqual([200, 'public, max-age=6', 'hall-2-video-720.1.m4s']);
  });

  it('of a part beyond the end of its segment are waited for until the next one begins', async () => {
    const { answer } = await asks('/streams/play/token/stage/video-720.m3u8?_HLS_msn=202&_HLS_part=3');
    house.hall.does((stream) => stream.part().part());
    house.hall.does((stream) => stream.part());
    expect(lastPart((await answer).body)).toBe('hall-3-video-720.0.m4s');
  });

  it('of a whole segment are waited for until it is whole', async () => {
    const { answer } = await asks('/streams/play/token/stage/captions-en.m3u8?_HLS_msn=202');
    house.hall.does((stream) => stream.part());
    house.hall.does((stream) => stream.part());
    expect((await answer).body).toContain('hall-2-captions-en.vtt');
  });

  it('go on after a failover for whoever waits', async () => {
    const backup = new AnOrigin(new AStream('backup', { tracks: SETTINGS.tracks }).whole(2).part());
    house.sources.add(backup);
    const { answer } = await asks('/streams/play/token/stage/audio-fr.m3u8?_HLS_msn=202&_HLS_part=2');
    backup.does((stream) => stream.part().part());
    house.channels.show('stage', 'backup');
    const { body } = await answer;
    expect(body.split('\n').slice(-11, -7)).toEqual([
      '#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:01.920Z', '#EXT-X-PART:DURATION=0.32,INDEPENDENT=YES,URI="/streams/media/backup-2-audio-fr.0.m4s"',
      '#EXT-X-PART:DURATION=0.32,INDEPENDENT=YES,URI="/streams/media/backup-2-audio-fr.1.m4s"', '#EXT-X-PART:DURATION=0.32,INDEPENDENT=YES,URI="/streams/media/backup-2-audio-fr.2.m4s"',
    ]);
  });

  it.each([
    ['a number that is none', '_HLS_msn=two'], ['a part without a segment', '_HLS_part=1'], ['a part that is none', '_HLS_msn=202&_HLS_part=-1'],
    ['a segment far ahead', '_HLS_msn=204'], ['a part far ahead', '_HLS_msn=202&_HLS_part=10'], ['a number without end', `_HLS_msn=${'9'.repeat(400)}`],
  ])('refuse %s', async (_what, query) => {
    const { statusCode, headers, body } = await house.get(`/streams/play/token/stage/video-720.m3u8?${query}`);
    expect([statusCode, headers['content-type'], headers['cache-control'], JSON.parse(body)]).toEqual(
      [400, 'application/problem+json; charset=utf-8', 'no-store', expect.objectContaining({ type: 'urn:meridian:problem:invalid-input' })]);
  });

  it('pass over what they do not know', async () => {
    expect((await house.get('/streams/play/token/stage/video-720.m3u8?utm=1&_HLS_skip=maybe')).statusCode).toBe(200);
  });

  it.each([['old', 'expired'], ['gone', 'revoked'], ['forged', 'not admitted']])('are refused to a token that is %s', async (token) => {
    const { statusCode, body } = await house.get(`/streams/play/${token}/stage/main.m3u8`);
    expect([statusCode, (JSON.parse(body) as { type: string }).type]).toEqual([403, 'urn:meridian:problem:not-allowed']);
  });

  it('say the same of a channel that one may not watch, whether it is there or not', async () => {
    expect((await house.get('/streams/play/token/closed/main.m3u8')).statusCode).toBe(403);
    const { statusCode, headers } = await house.get('/streams/play/token/elsewhere/main.m3u8');
    expect([statusCode, headers['retry-after']]).toEqual([503, '2']);
  });

  it.each([
    '/streams/play/token/stage/video-1080.m3u8', '/streams/play/token/stage/', '/streams/play/token/stage/main.mpd', '/streams/play/', '/streams/play/token/stage/plain/main.m3u8',
    '/streams/play/token/stage/../stage/main.m3u8', '/streams/play/%00/stage/main.m3u8', '/streams/play/token/stage/__proto__.m3u8',
  ])('are not at %s', async (path) => {
    expect((await house.get(path)).statusCode).toBe(404);
  });

  it('are not there yet, of a channel that has shown nothing', async () => {
    house.channels.open('new', SETTINGS);
    expect((await house.get('/streams/play/token/new/main.m3u8')).statusCode).toBe(200);
    const inVain = [];
    for (const path of ['video-720.m3u8', 'plain/video-720.m3u8']) inVain.push(await asks(`/streams/play/token/new/${path}`));
    house.channels.get('new')!.waiting.end();
    for (const { answer } of inVain) expect((await answer).statusCode).toBe(503);
    const first = await asks('/streams/play/token/new/video-720.m3u8');
    const { answer } = await asks('/streams/play/token/new/video-720.m3u8?_HLS_msn=200&_HLS_part=0');
    house.channels.show('new', 'hall');
    expect([(await first.answer).statusCode, (await answer).statusCode]).toEqual([200, 200]);
  });
});

describe('media', () => {
  it.each([
    ['a whole segment', 'hall-1-video-720.m4s', 'hall-1-video-720.0;hall-1-video-720.1;hall-1-video-720.2;', 'video/iso.segment'],
    ['the first parts of one that was left', 'hall-1-video-720.first2.m4s', 'hall-1-video-720.0;hall-1-video-720.1;', 'video/iso.segment'],
    ['a part', 'hall-2-audio-fr.0.m4s', 'hall-2-audio-fr.0;', 'video/iso.segment'],
    ['an init segment', 'hall-g0-video-360.init.mp4', 'hall-g0-video-360;', 'video/mp4'],
    ['captions', 'hall-0-captions-en.vtt', 'hall-0-captions-en.0;', 'text/vtt; charset=utf-8'],
    ['no captions', 'blank.vtt', 'WEBVTT\n\n', 'text/vtt; charset=utf-8'],
  ])('are %s, for ever and for all origins', async (_what, file, body, type) => {
    const whole = await house.get(`/streams/media/${file}`);
    expect([whole.statusCode, whole.body, whole.headers]).toEqual([200, body, expect.objectContaining({
      'content-type': type, 'cache-control': 'public, max-age=31536000, immutable', 'content-length': String(body.length), 'access-control-allow-origin': '*',
    })]);
    const head = await house.get(`/streams/media/${file}`, { method: 'HEAD' });
    expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([200, '', String(body.length)]);
  });

  it('of an engine are the same, whole or in their first parts, when they lie side by side', async () => {
    const engine = new LiveWindow('engine');
    house.sources.add(engine);
    engine.beginGeneration(SETTINGS.tracks, {});
    engine.openSegment(OPENED);
    for (const text of ['one ', 'two ', 'three']) engine.addPart('video-720', { bytes: Buffer.from(text), duration: 0.32, independent: true }, true);
    engine.closeSegment();
    const { name } = engine.window().segments[0]!.tracks['video-720']!;
    const bodies = await Promise.all(['', '.first2', '.1'].map(async (piece) => (await house.get(`/streams/media/${name}${piece}.m4s`)).body));
    expect(bodies).toEqual(['one two three', 'one two ', 'two ']);
  });

  it('that a playlist hints at are waited for', async () => {
    const { answer } = await asks('/streams/media/hall-2-video-720.1.m4s');
    house.hall.does((stream) => stream.part());
    expect((await answer).body).toBe('hall-2-video-720.1;');
  });

  it('that were hinted at and do not come are not there', async () => {
    const { answer } = await asks('/streams/media/hall-2-video-720.1.m4s');
    house.hall.does((stream) => stream.end());
    expect((await answer).statusCode).toBe(404);
  });

  it('of a segment are not given before it is whole', async () => {
    expect((await house.get('/streams/media/hall-2-video-720.m4s')).statusCode).toBe(404);
  });

  it.each(['nobody.m4s', 'hall-1-video-720.9.m4s', 'hall-1-video-720.first9.m4s', 'hall-1-video-720.first0.m4s', 'hall-1-video-720.mp4', '../play/x', '', 'blank.m4s', `${'a'.repeat(200)}.m4s`])(
    'are not there: %s', async (file) => {
      const { statusCode, headers } = await house.get(`/streams/media/${file}`);
      expect([statusCode, headers['cache-control']]).toEqual([404, 'public, max-age=1']);
    });

  it('can be had for a while after their source was taken away', async () => {
    const other = new AnOrigin(new AStream('other').whole(1));
    house.sources.add(other)();
    expect((await house.get('/streams/media/other-0-video-720.m4s')).statusCode).toBe(200);
  });
});

describe('the front', () => {
  it('leaves everything else to the framework', async () => {
    expect((await house.get('/api/thing')).body).toBe('a thing');
    for (const path of ['/streams/elsewhere', '/streams/', '/streams', '/', '/streams/mediaother/x']) expect([path, (await house.get(path)).body]).toEqual([path, 'not of the front']);
  });

  it('answers preflights, and no other method', async () => {
    const preflight = await house.get('/streams/media/hall-1-video-720.m4s', { method: 'OPTIONS' });
    expect([preflight.statusCode, preflight.headers['access-control-allow-methods'], preflight.headers['access-control-allow-origin']]).toEqual([204, 'GET, HEAD, OPTIONS', '*']);
    expect([(await house.get('/streams/media/x.m4s', { method: 'DELETE' })).statusCode, (await house.get('/streams/play/t/stage/main.m3u8', { method: 'POST' })).statusCode]).toEqual([405, 405]);
  });

  it('answers who waits when the server closes, and ends connections', async () => {
    const reload = await asks('/streams/play/token/stage/video-720.m3u8?_HLS_msn=202&_HLS_part=1');
    const part = await asks('/streams/media/hall-2-video-720.1.m4s');
    expect(await house.requests.drain(300_000)).toBe(0);
    expect([(await reload.answer).statusCode, (await part.answer).statusCode]).toEqual([503, 404]);
    expect((await house.get('/streams/play/token/stage/main.m3u8', { headers: { connection: 'keep-alive' } })).headers.connection).toBe('close');
  });

  it('forgets who went away', async () => {
    const { answer, leave } = await asks('/streams/play/token/stage/video-720.m3u8?_HLS_msn=202&_HLS_part=1');
    const gone = expect(answer).rejects.toThrow();
    leave();
    await gone;
    house.hall.does((stream) => stream.part());
    expect(await house.requests.drain(300_000)).toBe(0);
  });

  it('is gone when it is closed', async () => {
    house.closeFront();
    expect((await house.get('/streams/play/token/stage/main.m3u8')).body).toBe('not of the front');
  });
});
