import type { Browser, Page } from 'playwright-core';
import type { ChannelState } from '../../src/contract/channel.js';
import type { ChannelId } from '../../src/contract/ids.js';
import { publishChannels } from '../../src/streams/setup/publish-channels.js';
import { aChannel } from '../support/a-channel.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aTestFilm, TONES, type TestFilm } from '../support/a-test-film.js';
import { TestStream } from '../support/a-test-stream.js';
import { seriousViolations } from '../support/serious-violations.js';
import { aVisitor, aZoneAtNoon, type Device, type Visitor } from '../support/a-visitor.js';
import { aBrowser } from '../support/browser.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';
import { heardTone, isPlaying, plays, playsOnFrom, takenAtThePlayhead } from '../support/watch-video.js';

const MINUTE = 60_000;
const NOW = Math.floor(Date.now() / (5 * MINUTE)) * 5 * MINUTE;
const ZONE = aZoneAtNoon(NOW);
const at = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString();

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
let held: BuiltConference;
let stage: ChannelId;
let film: TestFilm;
let stream: TestStream;
let visitor: Visitor;

beforeAll(async () => {
  database = await aDatabase();
  held = await aConference('tides').inZone(ZONE)
    .withCity('Lyon', ZONE).withRoom('Hall').withRoom('Attic').withRoom('Cellar')
    .withSession('Opening', { room: 'Hall', startsAt: at(-30), minutes: 90, speakers: ['Mina Rahimi'] })
    .withSession('Tides', { room: 'Hall', startsAt: at(65), minutes: 40 })
    .withSession('Reefs', { room: 'Attic', startsAt: at(40), minutes: 40 })
    .withSession('Members', { room: 'Cellar', startsAt: at(-10), minutes: 90 })
    .build(database.source);
  stage = await aChannel(database.source, held, { room: 'Hall' });
  await aChannel(database.source, held, { onAir: stage });
  await aChannel(database.source, held, { room: 'Attic', state: 'off' });
  await aChannel(database.source, held, { room: 'Cellar', access: 'registered' });
  [server, browser, film] = await Promise.all([aServer({ database, environment: { MERIDIAN_STREAMS: '0' } }), aBrowser(), aTestFilm()]);
});

afterAll(async () => {
  await film.remove();
  await browser.close();
  await server.close();
  await database.drop();
});

beforeEach(() => {
  stream = new TestStream(film);
});

afterEach(async () => {
  expect(visitor.complaints.filter((complaint) => !/status of 40[13]/.test(complaint))).toEqual([]);
  await visitor.close();
});

async function opened(path: string, device: Device = {}): Promise<Page> {
  visitor = await aVisitor(browser, server.url, { zone: ZONE, ...device });
  await stream.showIn(visitor.context);
  return await visitor.open(path);
}
async function send(state: ChannelState): Promise<void> {
  await database.source.transaction(async (tx) => {
    await publishChannels(tx, held.id, 'a spec', async () => void (await tx.query(`UPDATE stream_channel SET state = $2 WHERE id = $1`, [stage, state])));
  });
}

const session = (title: string): string => `/tides/sessions/${held.sessions[title]!}`;

it('plays a session from its stage, with the picture and the original sound', async () => {
  const page = await opened(session('Opening'));
  await page.getByRole('button', { name: 'Watch live' }).click();
  await plays(page);
  await heardTone(page, TONES.floor);
  expect(await page.locator('video').evaluate((video: HTMLVideoElement) => [video.videoWidth, video.videoHeight])).toEqual([320, 180]);
  await page.getByRole('button', { name: 'Live: nothing is newer' }).waitFor();
  // as the process that runs the streams tells all others
  await database.source.query(`SELECT pg_notify('audience_told', $1)`, [JSON.stringify({ channelId: stage, told: 1_200 })]);
  await page.getByText('About 1,200 people are watching').waitFor();
  // what is on and what is next, with a zone
  await page.getByRole('region', { name: /^Player/ }).getByRole('link', { name: 'Tides' }).waitFor();
});

it('another language is heard within the same picture, is remembered on the device, and so is the quality', async () => {
  const page = await opened('/tides/programme');
  await page.getByRole('button', { name: 'Watch live' }).click();
  await plays(page);
  await heardTone(page, TONES.floor);
  await page.getByRole('button', { name: 'Language and captions' }).click();
  const taken = await takenAtThePlayhead(page);
  await page.getByRole('radio', { name: 'Persian' }).check();
  await heardTone(page, TONES.persian);
  // there and back, and there again, before anything of it is heard
  for (const name of ['Original', 'Persian', 'Original']) await page.getByRole('radio', { name }).check();
  await heardTone(page, TONES.floor);
  await page.getByRole('radio', { name: 'Persian' }).check();
  await heardTone(page, TONES.persian);
  expect(await taken()).toEqual([]);
  await page.getByRole('button', { name: 'How to watch' }).click();
  await page.getByRole('radio', { name: '90 lines' }).check();
  await page.waitForFunction(() => document.querySelector('video')?.videoHeight === 90);

  const again = await visitor.context.newPage();
  await again.goto('/tides/programme');
  stream.asked.length = 0;
  await again.getByRole('button', { name: 'Watch live' }).click();
  await plays(again);
  await heardTone(again, TONES.persian);
  await again.waitForFunction(() => document.querySelector('video')?.videoHeight === 90);
  expect(stream.asked.filter((path) => path.startsWith('audio-en/'))).toEqual([]);
});

it('sound only and text only fetch no picture, and nothing at all', async () => {
  const page = await opened('/tides/programme');
  await page.getByRole('button', { name: 'How to watch' }).click();
  await page.getByRole('radio', { name: /^Sound only/ }).check();
  await page.getByRole('button', { name: 'Listen live' }).click();
  await heardTone(page, TONES.floor);
  await page.getByText('Sound only: the picture is not fetched.').waitFor();
  expect(stream.asked.filter((path) => path.startsWith('video'))).toEqual([]);

  await page.getByRole('radio', { name: /^Text only/ }).check();
  await page.getByRole('region', { name: /^Player/ }).getByText('Mina Rahimi').waitFor();
  await page.waitForFunction(() => document.querySelector('video')?.buffered.length === 0);
  stream.asked.length = 0;
  // captions are read along, line after line
  await page.getByRole('log', { name: 'Captions' }).getByText(`Line ${stream.comesIn(2)}`, { exact: true }).waitFor();
  expect(stream.asked.filter((path) => path.endsWith('.m4s') || path.endsWith('.mp4'))).toEqual([]);
});

it('by the keyboard alone: play, captions, volume, back, live; each said aloud', async () => {
  const page = await opened(session('Opening'));
  const player = page.getByRole('region', { name: /^Player/ });
  await page.getByRole('button', { name: 'Watch live' }).focus();
  await page.keyboard.press('Enter');
  await plays(page);
  await player.getByRole('button', { name: 'Pause' }).focus();
  const said = async (words: string): Promise<void> => await player.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' });
  await page.keyboard.press('k');
  await said('Paused');
  expect(await isPlaying(page)).toBe(false);
  await page.keyboard.press('k');
  await said('Playing');
  await page.keyboard.press('m');
  await said('Muted');
  await page.keyboard.press('ArrowDown');
  await said('Volume 90%');
  await page.keyboard.press('c');
  await said('Captions: English');
  await player.getByTestId('captions').getByText(/^Line \d+$/).waitFor();
  await page.keyboard.press('ArrowLeft');
  await said('5 seconds back');
  // five seconds at least: it stood still as long as it was paused
  await player.getByRole('button', { name: /^To the live picture, \d+:\d\d ahead$/ }).waitFor();
  await page.keyboard.press('l');
  await said('Live');
  await player.getByRole('button', { name: 'Live: nothing is newer' }).waitFor();
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement === null);
});

it('a stream that stalls and comes back with other time stamps plays on without a reload', async () => {
  const page = await opened(session('Opening'));
  await page.getByRole('button', { name: 'Watch live' }).click();
  await plays(page);
  stream.stall();
  await page.getByRole('status').filter({ hasText: 'Loading' }).waitFor({ state: 'attached' });
  const stood = await page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
  stream.goOn();
  await playsOnFrom(page, stood + 2);
});

it('is given another address before the one it has ends, and goes on when that is no longer good', async () => {
  visitor = await aVisitor(browser, server.url, { zone: ZONE });
  await stream.showIn(visitor.context);
  // the server's own answer, but for the time: an hour is long for a spec
  await visitor.context.route('**/playback', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), expiresAt: new Date().toISOString() } });
  });
  const page = await visitor.open(session('Opening'));
  await page.getByRole('button', { name: 'Watch live' }).click();
  await plays(page);
  const [first] = stream.tokens;
  await stream.untilAskedWith((token) => token !== first);
  stream.refuse((token) => token === first);
  const { length } = stream.asked;
  await playsOnFrom(page, await page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime) + 4);
  expect(stream.asked.length).toBeGreaterThan(length);
  expect(await page.getByRole('alert').count()).toBe(0);

  // one that ends before its time, as when a ticket was replaced, is asked for anew
  const known = new Set(stream.tokens);
  stream.refuse((token) => known.has(token));
  await stream.untilAskedWith((token) => !known.has(token));
  await plays(page);
});

it('says what to do where the server refuses, and goes on once it does not', async () => {
  const page = await opened(session('Opening'));
  stream.refuse(() => true);
  await page.getByRole('button', { name: 'Watch live' }).click();
  await page.getByRole('alert').getByText('The server does not let the picture through').waitFor();
  stream.refuse(() => false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await plays(page);
});

it('before the picture there is when it begins, with its zone', async () => {
  const page = await opened(session('Reefs'));
  const player = page.getByRole('region', { name: /^Player/ });
  await player.getByText(/^Begins in \d+ minutes/).waitFor();
  expect(stream.asked).toEqual([]);
});

it.each<[string, 'light' | 'dark', string, () => string]>([
  ['en-GB', 'light', 'the programme', () => '/tides/programme'], ['fa-IR', 'dark', 'a session', () => session('Opening')],
])('is sound to axe while it plays, with all its choices open: %s, %s, %s', async (language, theme, _where, path) => {
  const page = await opened(path(), { language, theme });
  const player = page.locator('main section[data-theme="dark"]');
  await player.locator('button').first().click();
  await plays(page);
  for (const panel of await player.locator('button[aria-expanded]').all()) {
    await panel.click();
    expect(await seriousViolations(page)).toEqual([]);
  }
});

it('a channel that ends and begins again is played again without a reload, also for who was waiting', async () => {
  const page = await opened(session('Opening'));
  await page.getByRole('button', { name: 'Watch live' }).click();
  await plays(page);
  await send('off');
  await page.getByText('The picture has not come yet').waitFor();
  await page.waitForFunction(() => document.querySelector('video')?.buffered.length === 0);
  await send('live');
  await plays(page);
  await send('slate');
  await page.getByText('The picture from the room is interrupted. It comes back by itself.').waitFor();
  await send('backup');
  await page.getByText('The picture from the room is interrupted').waitFor({ state: 'detached' });
  await plays(page);
});

it('of a channel for those who take part, who is not signed in is told how to', async () => {
  const page = await opened(session('Members'));
  await page.getByRole('button', { name: 'Watch live' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'This is for people who take part' });
  expect(await refusal.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe(`/sign-in?returnTo=${encodeURIComponent(session('Members'))}`);
  expect(await refusal.getByRole('link', { name: 'Register' }).getAttribute('href')).toBe('/tides/register');
  expect(stream.asked).toEqual([]);
});
