import { aChannelFollower } from '../../../test/support/a-channel-follower.js';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { untilReceived } from '../../../test/support/streams.js';
import { splicesOf, watchedRenditions } from '../../../test/support/watched-renditions.js';
import type { Channel, Playback } from '../../contract/channel.js';
import type { StreamInputWithSecret } from '../../contract/streams.js';
import { freePort } from '../../platform/database/free-port.js';
import { findFfmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import { ProgramRun } from '../engines/ffmpeg/program-run.js';

const ffmpeg = (await findFfmpeg(undefined))!;

let database: TestDatabase;
let running: RunningApp;
let conference: BuiltConference;
let base: string;
let follower: Awaited<ReturnType<typeof aChannelFollower>>;
const venues: ProgramRun[] = [];

beforeAll(async () => {
  database = await aDatabase();
  conference = await aConference().withCity('Lyon').withRoom('Hall').withRoom('Loft').build(database.source);
  base = `/api/conferences/${conference.slug}`;
  const [rtmpPort, first] = [await freePort(), await freePort()];
  running = await anApp(database, { environment: { MERIDIAN_STREAMS: '1', MERIDIAN_RTMP_PORT: String(rtmpPort), MERIDIAN_STREAM_PORTS: `${first}-${Math.min(65_535, first + 3)}`, MERIDIAN_STREAM_HOST: '127.0.0.1', HOST: '127.0.0.1' } });
  follower = await aChannelFollower(running, conference.slug);
  while ((await fetch(`${running.url}/health/streams`)).status !== 200);
});
afterEach(async () => {
  await Promise.all(venues.splice(0).map(async (venue) => await venue.kill()));
});
afterAll(async () => {
  follower.close();
  await running.close();
  await database.drop();
});

/** An encoder that sends a small picture with so many languages; over MPEG-TS where the address is not RTMP's. */
function aVenue(to: string, languages: readonly string[] = ['eng']): ProgramRun {
  const venue = new ProgramRun({
    program: ffmpeg.path, feed: false, outputs: 0,
    args: () => [
      '-nostdin', '-loglevel', 'error', '-re', '-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25',
      ...languages.flatMap((_, index) => ['-re', '-f', 'lavfi', '-i', `sine=frequency=${440 + index * 220}:sample_rate=48000`]),
      '-map', '0:v', '-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '600k', '-g', '25', '-sc_threshold', '0', '-pix_fmt', 'yuv420p',
      ...languages.flatMap((language, index) => ['-map', `${index + 1}:a`, `-metadata:s:a:${index}`, `language=${language}`]), '-c:a', 'aac', '-ac', '2',
      '-f', to.startsWith('rtmp:') ? 'flv' : 'mpegts', to,
    ],
  });
  venues.push(venue);
  return venue;
}

const aStage = async (room: string, languages: readonly string[]): Promise<string> =>
  (await running.ask<{ id: string }>('POST', `${base}/channels`, { kind: 'stage', roomId: conference.rooms[room], access: 'public', languages })).body.id;

async function anInput(stage: string, input: object): Promise<{ id: string; address: string; secret: string }> {
  const { body } = await running.ask<StreamInputWithSecret>('POST', `${base}/channels/${stage}/inputs`, input);
  // an encoder that finds nobody there gives up
  await untilReceived(running, body.input.id);
  return { id: body.input.id, address: body.input.address, secret: body.secret?.value ?? '' };
}

const addressOf = async (stage: string): Promise<string> => running.url + (await running.ask<Playback>('POST', `${base}/channels/${stage}/playback`, undefined, 'nobody')).body.url;

async function watched(stage: string, splices = 0) {
  return (await watchedRenditions(await addressOf(stage), splices)).sort((one, other) => one.name.localeCompare(other.name));
}

/** What is watched after a change of what the stage shows. */
async function watchedAfter(stage: string, change: () => Promise<unknown>, state: Channel['state']) {
  const before = await splicesOf(await addressOf(stage));
  await change();
  await follower.until(stage, { state });
  return await watched(stage, before + 1);
}

const soundIn = (...languages: string[]) => languages.map((language) => ({ name: `audio-${language}`, codecs: ['aac'] }));
const pictures = (height: number) => [{ name: 'video-360', codecs: ['h264 640x360'] }, { name: 'video-720', codecs: [`h264 ${(height * 16) / 9}x${height}`] }];

test('internet (RTMP) and satellite (MPEG-TS by UDP): the one is killed, then the other, then the first comes back, and every playlist and rendition can be read all along', async () => {
  const stage = await aStage('Hall', ['en']);
  const primary = await anInput(stage, { kind: 'rtmp', role: 'primary' });
  const backup = await anInput(stage, { kind: 'udp', role: 'backup', via: 'satellite' });
  const sound = soundIn('en');

  const internet = aVenue(`${primary.address}/${primary.secret}`);
  await follower.until(stage, { state: 'live' });
  const satellite = aVenue(backup.address);
  expect(await watched(stage)).toEqual([...sound, ...pictures(360)]);

  expect(await watchedAfter(stage, async () => await internet.kill(), 'backup')).toEqual([...sound, ...pictures(360)]);
  expect(await watchedAfter(stage, async () => await satellite.kill(), 'slate')).toEqual([...sound, ...pictures(720)]);
  expect(await watchedAfter(stage, async () => aVenue(`${primary.address}/${primary.secret}`), 'live')).toEqual([...sound, ...pictures(360)]);
});

// SRT is what ffmpeg makes of it, and not every one has it: npm's has not
const withSrt = ffmpeg.srt ? test : test.skip;

withSrt(`SRT${ffmpeg.srt ? '' : ' (left out: this ffmpeg has none)'}: whoever knows the passphrase is seen and heard in two languages, and a new passphrase ends that`, async () => {
  const stage = await aStage('Loft', ['en', 'fa']);
  const input = await anInput(stage, { kind: 'srt', role: 'primary', via: 'satellite', latencyMs: 120 });
  // its listener may just be starting: an encoder tries again
  const call = async (passphrase: string, stop: Promise<unknown>): Promise<void> => {
    let isOver = false;
    void stop.then(() => (isOver = true));
    while (!isOver) await Promise.race([stop, aVenue(`${input.address}&passphrase=${passphrase}`, ['eng', 'fas']).ended]);
  };
  await call(input.secret, follower.until(stage, { state: 'live' }));
  expect(await watched(stage)).toEqual([...soundIn('en', 'fa'), ...pictures(360)]);

  const { secret } = (await running.ask<StreamInputWithSecret>('POST', `${base}/channels/${stage}/inputs/${input.id}/secret`)).body;
  await follower.until(stage, { state: 'slate' });
  await call(secret!.value, follower.until(stage, { state: 'live' }));
});
