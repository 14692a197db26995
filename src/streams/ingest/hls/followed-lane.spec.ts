import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FollowedLane, type LaneEnd } from './followed-lane.js';
import { GuardedFetch } from './guarded-fetch.js';

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A lane of an origin that says these, one after the other, and has media for each path but those; what is given of it is noted. */
async function aLane(playlists: readonly string[], missing: readonly string[] = []) {
  let looks = 0;
  const answer: RequestListener = ({ url = '' }, response) => {
    if (url === '/lane.m3u8') return void response.end(`#EXTM3U\n#EXT-X-TARGETDURATION:4\n${playlists[Math.min(looks++, playlists.length - 1)]!}`);
    if (missing.includes(url)) return void response.writeHead(404).end();
    response.end(`G${url}`);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const lane = new FollowedLane(`http://127.0.0.1:${(server.address() as AddressInfo).port}/lane.m3u8`, new GuardedFetch(['private:127.0.0.1'], 300_000), new AbortController().signal);
  const given: string[] = [];
  return { lane, given, advance: async (): Promise<LaneEnd> => await lane.advance(await lane.look(), true, (bytes) => void given.push(bytes.toString())) };
}

const from = (sequence: number, ...lines: string[]): string => [`#EXT-X-MEDIA-SEQUENCE:${sequence}`, ...lines].join('\n');
const segment = (name: string): string => `#EXTINF:4,\n${name}`;

it('gives each segment once, from the one that it begins with, which is fetched once', async () => {
  const { lane, given, advance } = await aLane([from(7, segment('7'), segment('8')), from(7, segment('7'), segment('8')), from(8, segment('8'), segment('9'))]);
  const { segments } = await lane.look();
  expect(await lane.beginWith(segments[1]!)).toBe('mpegts');
  expect([await advance(), await advance()]).toEqual([null, null]);
  expect(given).toEqual(['G/8', 'G/9']);
});

it('gives what fragmented segments need before them', async () => {
  const { lane, given, advance } = await aLane([from(1, '#EXT-X-MAP:URI="init"', segment('1'), segment('2'))]);
  expect(await lane.beginWith((await lane.look()).segments[0]!)).toBe('mp4');
  await advance();
  expect(given).toEqual(['G/init', 'G/1', 'G/2']);
});

it.each<[string, string, LaneEnd, string[]]>([
  ['breaks', from(1, segment('1'), '#EXT-X-DISCONTINUITY', segment('2')), 'broken', []],
  ['has a hole that it tells of', from(1, segment('1'), `#EXT-X-GAP\n${segment('2')}`, segment('3')), 'broken', []],
  ['begins anew', from(0, segment('0')), 'broken', []],
  ['goes on with another init', from(1, segment('1'), '#EXT-X-MAP:URI="other"', segment('2')), 'broken', []],
  ['ends', from(1, segment('1'), segment('2'), '#EXT-X-ENDLIST'), 'ended', ['G/2']],
  ['has forgotten what was not yet taken', from(5, segment('5')), null, ['G/5']],
])('tells where it %s', async (_name, next, end, more) => {
  const { given, advance } = await aLane([from(1, segment('1')), next]);
  expect(await advance()).toBeNull();
  expect(await advance()).toBe(end);
  expect(given).toEqual(['G/1', ...more]);
});

it('asks three times for a segment, and goes on without it', async () => {
  const { given, advance } = await aLane([from(1, segment('1'), segment('2'), segment('3'))], ['/2']);
  for (let attempt = 1; attempt < 3; attempt += 1) await expect(advance()).rejects.toMatchObject({ reason: 'no-answer' });
  expect(given).toEqual(['G/1']);
  await advance();
  expect(given).toEqual(['G/1', 'G/3']);
});
