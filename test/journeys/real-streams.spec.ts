import type { Browser, Page } from 'playwright-core';
import type { Channel } from '../../src/contract/channel.js';
import type { StreamInputWithSecret } from '../../src/contract/streams.js';
import { freePort } from '../../src/platform/database/free-port.js';
import { findFfmpeg, type Ffmpeg } from '../../src/streams/engines/ffmpeg/find-ffmpeg.js';
import { ProgramRun } from '../../src/streams/engines/ffmpeg/program-run.js';
import { aChannelFollower } from '../support/a-channel-follower.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPerson } from '../support/a-person.js';
import { aSignedInVisitor } from '../support/a-signed-in-visitor.js';
import { aVisitor, type Visitor } from '../support/a-visitor.js';
import { anApp, type RunningApp } from '../support/an-app.js';
import { aBrowser } from '../support/browser.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';
import { heardTone, plays, playsOnFrom } from '../support/watch-video.js';

const MINUTE = 60_000;

let database: TestDatabase;
let running: RunningApp;
let browser: Browser;
let conference: BuiltConference;
let rtmpPort: number;
let ffmpeg: Ffmpeg;
let visitor: Visitor;
const venues: ProgramRun[] = [];

beforeAll(async () => {
  database = await aDatabase();
  const startsAt = new Date(Date.now() - 10 * MINUTE).toISOString();
  conference = await aConference('tides').withCity('Lyon').withRoom('Hall').withRoom('Attic')
    .withSession('Opening', { room: 'Hall', startsAt, minutes: 60 }).withSession('Reefs', { room: 'Attic', startsAt, minutes: 60 }).build(database.source);
  [rtmpPort, ffmpeg] = [await freePort(), (await findFfmpeg(undefined))!];
  [running, browser] = await Promise.all([anApp(database, { environment: { MERIDIAN_STREAMS: '1', MERIDIAN_RTMP_PORT: String(rtmpPort), HOST: '127.0.0.1' } }), aBrowser()]);
});

afterAll(async () => {
  await Promise.all(venues.map(async (venue) => await venue.kill()));
  await browser.close();
  await running.close();
  await database.drop();
});

afterEach(async () => {
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

const aStage = async (room: string, languages: string[]): Promise<Channel['id']> =>
  (await running.ask<Channel>('POST', '/api/conferences/tides/channels', { kind: 'stage', roomId: conference.rooms[room], access: 'public', languages })).body.id;
const anInput = async (stage: Channel['id'], input: object): Promise<StreamInputWithSecret> =>
  (await running.ask<StreamInputWithSecret>('POST', `/api/conferences/tides/channels/${stage}/inputs`, input)).body;

/** An encoder at a venue, with a tone by which its sound is known. */
function aVenue(key: string, hertz: number): ProgramRun {
  const venue = new ProgramRun({
    program: ffmpeg.path, feed: false, outputs: 0,
    args: () => [
      '-nostdin', '-loglevel', 'error', '-re', '-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25', '-re', '-f', 'lavfi', '-i', `sine=frequency=${hertz}:sample_rate=48000`,
      '-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '600k', '-g', '25', '-sc_threshold', '0', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-ac', '2', '-f', 'flv', `rtmp://127.0.0.1:${rtmpPort}/live/${key}`,
    ],
  });
  venues.push(venue);
  return venue;
}

const clock = async (page: Page): Promise<number> => await page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);

it('a test picture begins when somebody presses play, in each language with a tone of its own, and the control room sees it', async () => {
  const follower = await aChannelFollower(running, 'tides');
  const stage = await aStage('Hall', ['en', 'fa']);
  await anInput(stage, { kind: 'test', role: 'primary' });
  await follower.until(stage, { state: 'live' });
  visitor = await aSignedInVisitor(browser, running.url, await aPerson(running.app, [{ role: 'organizer', conferenceId: conference.id }]));
  const page = await visitor.open(`/tides/sessions/${conference.sessions['Opening']}`);
  await page.getByRole('button', { name: 'Watch live' }).click();
  await plays(page);
  await heardTone(page, 440);
  await page.getByRole('button', { name: 'Language and captions' }).click();
  await page.getByRole('radio', { name: 'Persian' }).check();
  await heardTone(page, 660);

  const control = await visitor.open('/tides/organize/control-room');
  await control.locator('canvas[role="img"]').first().waitFor();
  follower.close();
});

it('what a venue sends by RTMP is watched; its primary dies, and the same page goes on with the backup', async () => {
  const follower = await aChannelFollower(running, 'tides');
  const stage = await aStage('Attic', ['en']);
  const [primary, backup] = [await anInput(stage, { kind: 'rtmp', role: 'primary' }), await anInput(stage, { kind: 'rtmp', role: 'backup' })];
  const sending = aVenue(primary.secret!.value, 550);
  await follower.until(stage, { state: 'live' });
  visitor = await aVisitor(browser, running.url);
  const page = await visitor.open(`/tides/sessions/${conference.sessions['Reefs']}`);
  await page.getByRole('button', { name: 'Watch live' }).click();
  await plays(page);
  await heardTone(page, 550);

  // not before: where the machine holds the primary up for a moment, the backup would be shown in its stead
  aVenue(backup.secret!.value, 880);
  await sending.kill();
  await follower.until(stage, { state: 'backup' });
  await heardTone(page, 880);
  await playsOnFrom(page, (await clock(page)) + 1);
  follower.close();
});
