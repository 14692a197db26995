import type { Browser, Locator, Page } from 'playwright-core';
import type { ChannelId } from '../../src/contract/ids.js';
import { ControlRoom } from '../../src/contract/streams.js';
import { ControlRooms } from '../../src/streams/control-room/control-rooms.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPerson } from '../support/a-person.js';
import { anApp, type RunningApp } from '../support/an-app.js';
import { aSignedInVisitor } from '../support/a-signed-in-visitor.js';
import { aBrowser } from '../support/browser.js';
import { escape } from '../support/hands.js';
import { seriousViolations } from '../support/serious-violations.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let running: RunningApp;
let browser: Browser;
let conference: BuiltConference;
let base: string;
let hall: { id: ChannelId; primary: string; backup: string };
let fjord: { id: ChannelId; primary: string };

const path = (inputId: string, state: 'live' | 'lost'): object => ({
  inputId, state, since: new Date().toISOString(), bitrate: state === 'live' ? 2_400_000 : null, quietFor: 0.4, fault: null, still: null, remarks: [], audio: [],
  video: { width: 1280, height: 720, frameRate: 25, bitrate: 2_400_000, keyFrameInterval: 1 },
});
const channel = (channelId: string, inputId: string, inputs: object[]): object => ({ channelId, source: { kind: 'input', inputId }, inputs, viewers: 12 });

/** From now on the server's figures are these. */
function arrives(hallPrimary: 'live' | 'lost'): void {
  const shown = hallPrimary === 'live' ? hall.primary : hall.backup;
  const channels = [channel(hall.id, shown, [path(hall.primary, hallPrimary), path(hall.backup, 'live')]), channel(fjord.id, fjord.primary, [path(fjord.primary, 'live')])];
  running.app.get(ControlRooms).runBy((id) => (id === conference.id ? ControlRoom.parse({ channels }).channels : []));
}

beforeAll(async () => {
  database = await aDatabase();
  conference = await aConference('helm').withCity('Lyon').withRoom('Hall').withCity('Oslo', 'Asia/Tehran').withRoom('Fjord').build(database.source);
  [running, browser] = await Promise.all([anApp(database), aBrowser()]);
  base = `/api/conferences/${conference.slug}`;
  const add = async (body: object): Promise<ChannelId> => (await running.ask<{ id: ChannelId }>('POST', `${base}/channels`, body)).body.id;
  const addInput = async (id: ChannelId, body: object): Promise<string> => (await running.ask<{ input: { id: string } }>('POST', `${base}/channels/${id}/inputs`, body)).body.input.id;
  const hallId = await add({ kind: 'stage', roomId: conference.rooms['Hall'] });
  hall = { id: hallId, primary: await addInput(hallId, { kind: 'rtmp', role: 'primary' }), backup: await addInput(hallId, { kind: 'rtmp', role: 'backup', via: 'satellite' }) };
  const fjordId = await add({ kind: 'stage', roomId: conference.rooms['Fjord'] });
  fjord = { id: fjordId, primary: await addInput(fjordId, { kind: 'rtmp', role: 'primary' }) };
  await add({ kind: 'programme' });
  arrives('live');
});

afterAll(async () => {
  await browser.close();
  await running.close();
  await database.drop();
});

const stage = (page: Page, name: string): Locator => page.getByRole('article', { name, exact: true });
const log = (page: Page): Locator => page.getByRole('list', { name: 'Log' });
const choiceOf = async (id: ChannelId): Promise<string | undefined> => (await database.source.query<{ choice: string }[]>(`SELECT choice FROM stream_channel WHERE id = $1`, [id]))[0]?.choice;

test('an organizer directs the day by pointer and by key, is alarmed, and takes back what was wrong', async () => {
  const visitor = await aSignedInVisitor(browser, running.url, await aPerson(running.app, [{ role: 'organizer', conferenceId: conference.id }]));
  const page = await visitor.open('/helm/organize/control-room');
  const primary = stage(page, 'Hall').getByRole('region', { name: 'Primary input' });
  const backup = stage(page, 'Hall').getByRole('region', { name: 'Backup input' });
  await primary.getByText('On air').waitFor();
  await backup.getByText('Standing by').waitFor();
  await backup.getByText('Satellite').waitFor();
  await primary.filter({ hasText: '2.4 Mbit/s25 frames/s0.4 s behind' }).waitFor();
  await stage(page, 'Fjord').getByRole('region', { name: 'Backup input' }).getByText('No input', { exact: true }).waitFor();
  await page.getByRole('region', { name: 'Oslo' }).getByText('GMT+3:30').first().waitFor();

  // by pointer: one press, and one that takes it back
  await stage(page, 'Hall').getByRole('radio', { name: 'Backup' }).click();
  await page.getByText('Hall: backup, by hand').waitFor();
  await log(page).getByText(/Switched to the backup, by .Person/).waitFor();
  expect(await choiceOf(hall.id)).toBe('backup');
  await page.getByRole('button', { name: 'Undo' }).click();
  await log(page).getByText(/Set to automatic, by/).waitFor();
  await stage(page, 'Hall').getByRole('radio', { name: 'Automatic', checked: true }).waitFor();
  expect(await choiceOf(hall.id)).toBe('automatic');

  // a path is lost: it is said, until it is over
  arrives('lost');
  const alert = page.getByRole('alert').getByText(/Hall.* in .*Lyon.*: the primary path is lost/);
  await alert.waitFor();
  await primary.getByText('Lost', { exact: true }).waitFor();
  await backup.getByText('On air').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  arrives('live');
  await alert.waitFor({ state: 'detached' });

  // by key: the second stage, the programme goes there, and back again
  await page.keyboard.press('2');
  await stage(page, 'Fjord').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('h');
  const programme = page.getByRole('article', { name: 'Programme', exact: true });
  await programme.getByRole('strong').getByText('Fjord').waitFor();
  await stage(page, 'Fjord').getByText('In the programme').waitFor();
  await page.keyboard.press('ArrowLeft');
  await stage(page, 'Hall').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('p');
  await log(page).getByText(/Switched to the primary, by/).waitFor();
  expect(await choiceOf(hall.id)).toBe('primary');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('s');
  await escape(page);
  // behind the help a letter did nothing
  expect(await choiceOf(hall.id)).toBe('primary');

  // what is to come is planned, and taken out again
  await page.getByRole('button', { name: 'Plan a hand-over' }).click();
  await page.getByRole('dialog').getByLabel('To which stage').selectOption({ label: 'Hall · Lyon' });
  await page.getByRole('dialog').getByRole('button', { name: 'Plan a hand-over' }).click();
  const show = page.getByRole('region', { name: 'Run of show' });
  await show.getByRole('listitem').filter({ hasText: 'Hall' }).getByText('Next').waitFor();
  await show.getByRole('button', { name: /Remove the hand-over to Hall/ }).click();
  await show.getByRole('listitem').filter({ hasText: 'Hall' }).waitFor({ state: 'detached' });
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

test('a host directs the stage of their city on a phone, and hears of no other; a server that is gone is not taken for one that is well', async () => {
  const host = await aPerson(running.app, [{ role: 'city-host', conferenceId: conference.id, cityId: conference.cities['Oslo'] }]);
  const visitor = await aSignedInVisitor(browser, running.url, host, { width: 390, height: 844 });
  const page = await visitor.open('/helm/organize/control-room');
  await stage(page, 'Fjord').getByText('On air', { exact: true }).last().waitFor();
  expect([await stage(page, 'Hall').count(), await page.getByRole('button', { name: /Hand over the programme/ }).count()]).toEqual([0, 0]);
  await stage(page, 'Fjord').getByRole('radio', { name: 'Slate' }).click();
  await log(page).getByText(/Switched to the slate, by/).waitFor();
  expect(await log(page).getByRole('listitem').filter({ hasText: 'Hall' }).count()).toBe(0);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(visitor.complaints).toEqual([]);
  await visitor.context.setOffline(true);
  await page.getByText('The connection is lost.').waitFor();
  await visitor.close();
});
