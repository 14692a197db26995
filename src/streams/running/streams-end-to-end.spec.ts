import { aChannelFollower } from '../../../test/support/a-channel-follower.js';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aSocket, nextMessage } from '../../../test/support/a-live-client.js';
import { anApp, TOKEN, type RunningApp } from '../../../test/support/an-app.js';
import { untilReceived } from '../../../test/support/streams.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { answered } from '../../../test/support/watched-renditions.js';
import type { Channel, Playback } from '../../contract/channel.js';
import type { ChannelFigures, ControlRoom, StreamInputWithSecret } from '../../contract/streams.js';
import { freePort } from '../../platform/database/free-port.js';
import { findFfmpeg, type Ffmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import { ProgramRun } from '../engines/ffmpeg/program-run.js';

let database: TestDatabase;
let running: RunningApp;
let conference: BuiltConference;
let base: string;
let rtmpPort: number;
let ffmpeg: Ffmpeg;
const venues: ProgramRun[] = [];

beforeAll(async () => {
  database = await aDatabase();
  conference = await aConference().withCity('Lyon').withRoom('Hall').build(database.source);
  base = `/api/conferences/${conference.slug}`;
  rtmpPort = await freePort();
  ffmpeg = (await findFfmpeg(undefined))!;
  running = await anApp(database, { environment: { MERIDIAN_STREAMS: '1', MERIDIAN_RTMP_PORT: String(rtmpPort), HOST: '127.0.0.1' } });
});
afterAll(async () => {
  await Promise.all(venues.map(async (venue) => await venue.kill()));
  await running.close();
  await database.drop();
});

/** An encoder that sends a test picture with a tone, small so that two of them fit on a busy machine. */
function aVenue(key: string): ProgramRun {
  const venue = new ProgramRun({
    program: ffmpeg.path, feed: false, outputs: 0,
    args: () => [
      '-nostdin', '-loglevel', 'error', '-re', '-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25', '-re', '-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000',
      '-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '600k', '-g', '25', '-sc_threshold', '0', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-ac', '2', '-f', 'flv', `rtmp://127.0.0.1:${rtmpPort}/live/${key}`,
    ],
  });
  venues.push(venue);
  return venue;
}

const get = async (path: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(running.url + path);
  return { status: response.status, text: await response.text() };
};

test('a venue sends with its key, the audience watches, the backup takes over, the programme is handed over, and a new key ends the old one', async () => {
  const follower = await aChannelFollower(running, conference.slug);
  const add = async (body: object): Promise<string> => (await running.ask<{ id: string }>('POST', `${base}/channels`, body)).body.id;
  const input = async (role: string): Promise<StreamInputWithSecret> => (await running.ask<StreamInputWithSecret>('POST', `${base}/channels/${stage}/inputs`, { kind: 'rtmp', role })).body;
  const stage = await add({ kind: 'stage', roomId: conference.rooms['Hall'], access: 'public', languages: ['en'] });
  const programme = await add({ kind: 'programme', access: 'public' });
  const [primary, backup] = [await input('primary'), await input('backup')];

  let health = await get('/health/streams');
  while (health.status !== 200) health = await get('/health/streams');
  // an encoder that finds nobody there gives up
  for (const { input: { id } } of [primary, backup]) await untilReceived(running, id);

  // a key of nobody is refused, before anything is on air
  expect((await aVenue('A'.repeat(32)).ended).code).not.toBe(0);
  const first = aVenue(primary.secret!.value);
  // the backup begins later: what is heard first is shown, and left only after a long while of health
  await follower.until(stage, { state: 'live' });
  aVenue(backup.secret!.value);

  const { url } = (await running.ask<Playback>('POST', `${base}/channels/${stage}/playback`, undefined, 'nobody')).body;
  const main = await get(url);
  expect([main.status, main.text]).toEqual([200, expect.stringContaining('video-720.m3u8')]);
  const playlist = await (await answered(running.url + url.replace('main', 'video-360'))).text();
  const [, media = ''] = /PART:[^\n]*URI="([^"]+)"/.exec(playlist) ?? [];
  expect((await get(media)).status).toBe(200);
  expect((await get(url.replace(stage, programme))).status).toBe(403);
  expect((await get(url.replace(/play\/./, 'play/_'))).status).toBe(403);

  // the control room sees what comes
  const room = await aSocket(running.url, { bearer: TOKEN });
  await room.emitWithAck('streams:follow', { conference: conference.slug });
  let seen = (await running.ask<ControlRoom>('GET', `${base}/control-room`)).body.channels;
  // a path that a busy machine holds up is left for the other until it is well again
  const isWell = ({ channelId, source, inputs }: ChannelFigures): boolean =>
    channelId === stage && source.kind === 'input' && source.inputId === primary.input.id && inputs.every(({ state, video }) => state === 'live' && video?.width === 640);
  while (!seen.some(isWell)) {
    await nextMessage(room, 'streams:figures');
    seen = (await running.ask<ControlRoom>('GET', `${base}/control-room`)).body.channels;
  }
  const figures = seen.find(({ channelId }) => channelId === stage)!;
  expect(figures.source).toEqual({ kind: 'input', inputId: primary.input.id });
  expect(figures.inputs.map(({ inputId, state, video, remarks }) => [inputId, state, video?.height, remarks.map(({ code }) => code)]))
    .toEqual([primary, backup].map(({ input: { id } }) => [id, 'live', 360, ['picture-too-small']]));
  // the small picture of the control room: what makes a decoder ready, then a key frame
  const still = figures.inputs[0]!.still!;
  const firstBox = async (path: string): Promise<string> => Buffer.from(await (await fetch(running.url + path)).arrayBuffer()).toString('latin1', 4, 8);
  expect([await firstBox(still.init), await firstBox(still.media)]).toEqual(['ftyp', 'moof']);
  room.close();

  await running.ask('POST', `${base}/programme/hand-over`, { to: stage });
  await follower.until(programme, { state: 'live', onAirChannelId: stage as Channel['id'] });

  await first.kill();
  await follower.until(stage, { state: 'backup' });
  const spliced = (await get(url.replace('main', 'video-360'))).text;
  expect(spliced).toContain('#EXT-X-DISCONTINUITY');

  // whoever sends with a key that was rotated is cut off, and only the slate is left
  await running.ask('POST', `${base}/channels/${stage}/inputs/${backup.input.id}/secret`);
  await follower.until(stage, { state: 'slate' });
  await follower.until(programme, { state: 'slate' });

  await running.ask('DELETE', `${base}/channels/${stage}`);
  let gone = await get(url);
  while (gone.status === 200) gone = await get(url);
  expect(gone.status).toBe(503);
  follower.close();
});
