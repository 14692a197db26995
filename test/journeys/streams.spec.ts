import type { Browser, Locator, Page } from 'playwright-core';
import { ControlRoom } from '../../src/contract/streams.js';
import { ControlRooms } from '../../src/streams/control-room/control-rooms.js';
import { hashStreamKey } from '../../src/streams/setup/stream-secrets.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPerson } from '../support/a-person.js';
import { anApp, type RunningApp } from '../support/an-app.js';
import { aSignedInVisitor } from '../support/a-signed-in-visitor.js';
import { aBrowser } from '../support/browser.js';
import { escape } from '../support/hands.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let running: RunningApp;
let browser: Browser;
let conference: BuiltConference;

beforeAll(async () => {
  database = await aDatabase();
  conference = await aConference('waves').withCity('Lyon').withRoom('Hall').withRoom('Foyer').withCity('Oslo', 'Europe/Oslo').withRoom('Fjord').build(database.source);
  await database.source.query(
    `INSERT INTO uplink (id, conference_id, venue_id, kind, name) SELECT gen_random_uuid(), conference_id, id, 'satellite', 'Dish' FROM venue WHERE city_id = $1`, [conference.cities['Lyon']]);
  [running, browser] = await Promise.all([anApp(database, { environment: { MERIDIAN_STREAM_HOST: 'ingest.example.org', MERIDIAN_STREAM_HOSTS: 'origin.example.org' } }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await running.close();
  await database.drop();
});

const dialog = (page: Page): Locator => page.getByRole('dialog');
const send = async (page: Page, name: string): Promise<void> => await dialog(page).getByRole('button', { name, exact: true }).click();
const keyHash = async (): Promise<Buffer | undefined> =>
  (await database.source.query<{ hash: Buffer }[]>(`SELECT key_hash AS hash FROM stream_input WHERE conference_id = $1 AND key_hash IS NOT NULL`, [conference.id]))[0]?.hash;
/** Of the line in the card with that name. */
const line = (page: Page, name: string): Locator => dialog(page).locator('dl > div').filter({ has: page.getByText(name, { exact: true }) }).locator('code').first();

test('an organizer makes a room a stage, gets the key of its input once, and a new one that ends the old', async () => {
  const visitor = await aSignedInVisitor(browser, running.url, await aPerson(running.app, [{ role: 'organizer', conferenceId: conference.id }]));
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await visitor.open('/waves/organize/streams');
  await page.getByRole('heading', { name: 'No room sends yet' }).waitFor();

  await page.getByRole('button', { name: 'Add a stage' }).click();
  await send(page, 'Add a stage');
  await dialog(page).getByText('Fill this in.').waitFor();
  await dialog(page).getByLabel('Room').selectOption({ label: 'Hall · Lyon' });
  await send(page, 'Add a stage');
  const hall = page.getByRole('article', { name: 'Hall' });
  await hall.getByText('Off the air').waitFor();

  // the key is shown with the encoder's card, and nowhere afterwards
  const primary = hall.getByRole('region', { name: 'Primary input' });
  await primary.getByRole('button', { name: 'Add the primary input' }).click();
  await send(page, 'Add the primary input');
  await dialog(page).getByText('This stream key is shown only now.').waitFor();
  expect(await line(page, 'Server').textContent()).toBe('rtmp://ingest.example.org/live');
  const key = (await line(page, 'Stream key').textContent()) ?? '';
  expect(hashStreamKey(key)).toEqual(await keyHash());
  expect(await line(page, 'Whole address').textContent()).toBe(`rtmp://ingest.example.org/live/${key}`);
  await dialog(page).getByRole('button', { name: 'Copy: Stream key' }).click();
  await page.getByText('Copied: Stream key').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(key);
  await escape(page);
  await primary.getByRole('button', { name: 'Set up the encoder of the primary input of Hall' }).click();
  await dialog(page).getByText('kept nowhere in clear').waitFor();
  expect(await page.content()).not.toContain(key);
  await escape(page);

  await primary.getByRole('button', { name: 'New stream key for the primary input of Hall' }).click();
  await send(page, 'New stream key');
  await dialog(page).getByText('This stream key is shown only now.').waitFor();
  const next = (await line(page, 'Stream key').textContent()) ?? '';
  expect([next === key, hashStreamKey(next).equals((await keyHash())!)]).toEqual([false, true]);
  await escape(page);

  // the backup, by the venue's satellite uplink
  const backup = hall.getByRole('region', { name: 'Backup input' });
  await backup.getByRole('button', { name: 'Add a backup input' }).click();
  await dialog(page).getByLabel('How it arrives').selectOption('srt');
  await dialog(page).getByLabel('By which way').selectOption('satellite');
  await dialog(page).getByLabel('Uplink').selectOption({ label: 'Dish' });
  await dialog(page).getByLabel('Latency in milliseconds').fill('2500');
  await send(page, 'Add a backup input');
  expect(await line(page, 'Latency').textContent()).toBe('2500 ms');
  await escape(page);
  await backup.getByText('SRT · Satellite · Dish').waitFor();

  await backup.getByRole('button', { name: 'Remove the backup input of Hall' }).click();
  await send(page, 'Remove');
  await backup.getByRole('button', { name: 'Add a backup input' }).waitFor();
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

test('what is refused is said beside the field, and what is public is changed with the keyboard alone', async () => {
  const visitor = await aSignedInVisitor(browser, running.url, await aPerson(running.app, [{ role: 'organizer', conferenceId: conference.id }]), { width: 390, height: 844 });
  const page = await visitor.open('/waves/organize/streams');
  await page.getByRole('button', { name: 'Add the programme' }).press('Enter');
  await dialog(page).getByLabel('Who may watch').focus();
  // one letter: of more, those that come a second late begin another search
  await page.keyboard.press('a');
  await dialog(page).getByRole('button', { name: 'Add the programme' }).press('Enter');
  const programme = page.getByRole('article', { name: 'Programme' });
  await programme.getByText('Who may watch: Anyone').waitFor();
  expect((await programme.textContent())).toContain('It shows no stage.');

  const backup = page.getByRole('article', { name: 'Hall' }).getByRole('region', { name: 'Backup input' });
  await backup.getByRole('button', { name: 'Add a backup input' }).press('Enter');
  await dialog(page).getByLabel('How it arrives').selectOption('hls');
  const address = dialog(page).getByLabel('Address of the playlist');
  for (const [given, refusal] of [['origin/hall', 'Give the address of a playlist'], ['https://elsewhere.example.org/hall.m3u8', 'does not allow this host']] as const) {
    await address.fill(given);
    await send(page, 'Add a backup input');
    await dialog(page).getByText(refusal).waitFor();
    await address.and(page.locator(':focus')).waitFor();
  }
  await address.fill('https://origin.example.org/hall.m3u8');
  await send(page, 'Add a backup input');
  await backup.getByText('https://origin.example.org/hall.m3u8').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(visitor.complaints.filter((complaint) => !complaint.includes('status of 400'))).toEqual([]);
  await visitor.close();
});

test('an organizer sees what arrives, and what is to be changed at the venue', async () => {
  const [{ id: inputId, channelId }] = await database.source.query<[{ id: string; channelId: string }]>(
    `SELECT id, channel_id AS "channelId" FROM stream_input WHERE conference_id = $1 AND kind = 'rtmp'`, [conference.id]);
  const figures = {
    inputId, state: 'live', since: new Date().toISOString(), bitrate: 2_500_000, quietFor: 0.1, fault: null, video: { width: 1280, height: 720, frameRate: 25, bitrate: 2_400_000, keyFrameInterval: 10 },
    audio: [{ language: null, channels: 2, sampleRate: 48_000 }, { language: 'fa', channels: 2, sampleRate: 48_000 }], still: null,
    remarks: [{ code: 'key-frames-too-far-apart', severity: 'should', facts: { seconds: 10, good: 1 } }],
  };
  running.app.get(ControlRooms).runBy((id) => (id === conference.id ? ControlRoom.parse({ channels: [{ channelId, source: { kind: 'input', inputId }, inputs: [figures], viewers: 0 }] }).channels : []));
  const visitor = await aSignedInVisitor(browser, running.url, await aPerson(running.app, [{ role: 'organizer', conferenceId: conference.id }]));
  const page = await visitor.open('/waves/organize/streams');
  const arrives = page.getByRole('article', { name: 'Hall' }).getByRole('region', { name: 'Primary input' }).getByRole('region', { name: 'What arrives' });
  await arrives.getByText('1,280 × 720 at 25 frames a second, 2.4 Mbit/s, a key frame every 10 s').waitFor();
  await arrives.getByText(/2 sound tracks: .floor. and .Persian./).waitFor();
  await arrives.getByText('Set a key frame every second (now every 10 s)').waitFor();
  running.app.get(ControlRooms).runBy(() => []);
  await arrives.waitFor({ state: 'detached' });
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

test('a host has the stages of their city, and the programme is none of them', async () => {
  const host = await aPerson(running.app, [{ role: 'city-host', conferenceId: conference.id, cityId: conference.cities['Oslo'] }]);
  const visitor = await aSignedInVisitor(browser, running.url, host);
  const page = await visitor.open('/waves/organize/streams');
  await page.getByRole('button', { name: 'Add a stage' }).click();
  await dialog(page).getByLabel('Room').locator('option').getByText('Fjord', { exact: true }).waitFor({ state: 'attached' });
  expect(await dialog(page).getByLabel('Room').locator('option').allTextContents()).not.toContain('Foyer');
  await send(page, 'Add a stage');
  await page.getByRole('article', { name: 'Fjord' }).waitFor();
  expect(await page.getByRole('main').getByRole('article').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Add the programme' }).count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});
