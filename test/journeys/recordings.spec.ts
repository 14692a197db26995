// what runs inside a page is written here as well
/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { SourceRegistry } from '../../src/streams/channels/source-registry.js';
import { LiveChannels } from '../../src/streams/channels/live-channels.js';
import { Recorder } from '../../src/streams/recordings/recorder.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPerson } from '../support/a-person.js';
import { anApp, type RunningApp } from '../support/an-app.js';
import { anEncoder } from '../support/an-encoder.js';
import { aSignedInVisitor } from '../support/a-signed-in-visitor.js';
import { aVisitor } from '../support/a-visitor.js';
import { aBrowser } from '../support/browser.js';
import { escape } from '../support/hands.js';
import { seriousViolations } from '../support/serious-violations.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';
import { heardTone, plays, playsOnFrom } from '../support/watch-video.js';

const MINUTE = 60_000;
const BEGAN = Date.now() - MINUTE;

let database: TestDatabase;
let running: RunningApp;
let browser: Browser;
let conference: BuiltConference;
let recorder: Recorder;

beforeAll(async () => {
  database = await aDatabase();
  conference = await aConference('echoes').withCity('Lyon').withRoom('Hall')
    .withSession('Tides and markets', { room: 'Hall', startsAt: new Date(BEGAN).toISOString(), minutes: 30 })
    .withSession('Members only', { room: 'Hall', startsAt: new Date(BEGAN + 40 * MINUTE).toISOString(), minutes: 30 }).build(database.source);
  [running, browser] = await Promise.all([anApp(database), aBrowser()]);
  recorder = running.app.get(Recorder);
  const { body: { id } } = await running.ask<{ id: string }>('POST', '/api/conferences/echoes/channels', { kind: 'stage', roomId: conference.rooms['Hall'], access: 'public', languages: ['en', 'fa'] });
  await anEncoder('encoder', 20, (window) => {
    running.app.get(SourceRegistry).add(window);
    const channels = running.app.get(LiveChannels);
    channels.open(id, { tracks: window.window().tracks, targetDuration: 2, partTarget: 0.5, window: 60 });
    channels.show(id, window.id);
  });
});

afterAll(async () => {
  await browser.close();
  await running.close();
  await database.drop();
});

const begin = async (page: Page): Promise<void> => await page.getByRole('button', { name: 'Watch the recording' }).click();
/** Seconds into the recording of the test. */
const SECOND_TALK = 8;

/** A recording over which two sessions go, as chapters tell a player; what the server tells of such is seen in replay.spec.ts. Also after a reload. */
async function withTwoTalks(page: Page): Promise<void> {
  // in the page and not by routing: what a service worker lets pass is not sure to come by there
  const add = (talk: object): void => {
    const ask = window.fetch.bind(window);
    window.fetch = async (input, init) => {
      const response = await ask(input, init);
      const address = input instanceof Request ? input.url : String(input);
      if (!address.endsWith('/playback')) return response;
      const replay = (await response.json()) as { chapters: object[] };
      return Response.json({ ...replay, chapters: [...replay.chapters, talk] }, { status: response.status });
    };
  };
  const talk = { sessionId: conference.sessions['Members only'], title: 'Members only', at: SECOND_TALK };
  await page.addInitScript(add, talk);
  await page.evaluate(add, talk);
}

/** From talk to talk by the menu and by keys, faster; going on after a reload; from a link. */
async function watchAsAFilm(page: Page): Promise<void> {
  const player = page.getByRole('region', { name: 'Recording: Tides and markets' });
  const said = async (words: string): Promise<void> => await player.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' });
  await player.getByRole('button', { name: 'Talks and link' }).click();
  await page.keyboard.press('k');
  await said('Paused');
  await player.getByRole('button', { name: '0:08 Members only' }).click();
  await player.locator('[aria-current]').filter({ hasText: 'Members only' }).waitFor();
  await page.keyboard.press('p');
  await said('Talk: Tides and markets');
  await page.keyboard.press('n');
  await said('Talk: Members only');
  await page.keyboard.press('Shift+>');
  await said('Speed 1.25×');
  const place = player.getByRole('slider', { name: 'Place in the recording' });
  await place.and(page.locator('[aria-valuetext^="0:08 "]')).waitFor({ state: 'attached' });
  expect(await place.getAttribute('aria-valuetext')).toMatch(/^0:08 of 0:\d\d: Members only$/);
  expect(await seriousViolations(page)).toEqual([]);

  await page.reload();
  await page.getByRole('button', { name: 'Continue at 0:08' }).click();
  await playsOnFrom(page, SECOND_TALK);
  expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.playbackRate)).toBe(1.25);

  await page.goto(`${page.url()}?t=5`);
  await page.getByRole('button', { name: 'Watch from 0:05' }).click();
  await playsOnFrom(page, 5);
}

test('a session that ends is a video at once: its organizer looks at it, shortens it, publishes and withdraws it, and who reads its page sees that', async () => {
  const attendee = await aVisitor(browser, running.url);
  const reader = await attendee.open(`/echoes/sessions/${conference.sessions['Tides and markets']}`);
  const organizer = await aSignedInVisitor(browser, running.url, await aPerson(running.app, [{ role: 'organizer', conferenceId: conference.id }]));
  const page = await organizer.open('/echoes/organize/recordings');
  await page.getByRole('heading', { name: 'Nothing recorded yet' }).waitFor();

  await recorder.look();
  const card = page.getByRole('article', { name: 'Tides and markets' });
  await card.getByText('Recording', { exact: true }).waitFor();
  // its session ends five minutes early, by a live change; the recorder looks as soon as it is over
  const shorter = await running.ask('POST', '/api/conferences/echoes/live-changes', { change: 'extend', sessionId: conference.sessions['Tides and markets'], minutes: -5 });
  expect(shorter.status).toBe(201);
  await recorder.look(BEGAN + 25 * MINUTE + 25_000);
  await card.getByText('Not published').waitFor();
  const kept = async (): Promise<{ endsAt: string; length: number }> =>
    (await running.ask<{ items: [{ endsAt: string; length: number }] }>('GET', '/api/conferences/echoes/recordings')).body.items[0];
  const { endsAt, length } = await kept();
  expect(endsAt).toBe(new Date(BEGAN + 25 * MINUTE + 20_000).toISOString());
  await card.getByText(`0:${Math.round(length)} long`).waitFor();
  expect(await reader.getByRole('button', { name: 'Watch the recording' }).count()).toBe(0);

  await card.getByRole('button', { name: 'Watch' }).click();
  await begin(page);
  await plays(page);
  await escape(page);

  await card.getByRole('button', { name: 'Shorten' }).click();
  await page.getByLabel('Seconds left out at the beginning').fill('3');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await card.getByText('shortened').waitFor();
  expect((await kept()).length).toBeLessThan(length);

  await card.getByRole('button', { name: 'Publish' }).click();
  await card.getByText('Published', { exact: true }).waitFor();
  // the page of the session has it without being opened again
  await withTwoTalks(reader);
  await begin(reader);
  await plays(reader);
  // over and over: it is short, and must not be over before it was listened to
  await reader.locator('video').evaluate((video: HTMLVideoElement) => void (video.loop = true));
  await heardTone(reader, 440);
  await reader.getByRole('button', { name: 'Language and captions' }).click();
  await reader.getByRole('radio', { name: /فارسی|Persian/ }).check();
  await heardTone(reader, 660);
  await watchAsAFilm(reader);

  await card.getByRole('button', { name: 'Withdraw' }).click();
  await reader.getByRole('region', { name: 'Recording: Tides and markets' }).waitFor({ state: 'detached' });
  await reader.getByText('The recording was withdrawn by the organizers.').waitFor();
  await page.getByText('“Tides and markets” was withdrawn').waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await reader.getByRole('button', { name: 'From the beginning' }).click();
  await plays(reader);

  await card.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('heading', { name: 'Nothing recorded yet' }).waitFor();
  await reader.getByRole('region', { name: 'Recording: Tides and markets' }).waitFor({ state: 'detached' });
  // what was withdrawn under a player that still asks for it is refused, and the browser says so
  const refused = (complaint: string): boolean => complaint.includes('status of 404') && complaint.includes('/streams/recorded/');
  expect([attendee.complaints.filter((complaint) => !refused(complaint)), organizer.complaints]).toEqual([[], []]);
  await Promise.all([attendee.close(), organizer.close()]);
});

test('what is recorded is chosen by stage, and for one session otherwise', async () => {
  const organizer = await aSignedInVisitor(browser, running.url, await aPerson(running.app, [{ role: 'organizer', conferenceId: conference.id }]));
  const page = await organizer.open('/echoes/organize/recordings');
  const rules = page.getByRole('region', { name: 'What is recorded' });
  await rules.getByText('Hall · Lyon: every session, for you to publish').waitFor();
  await rules.getByRole('button', { name: 'Recording of Hall' }).click();
  await page.getByRole('dialog').getByLabel('What is recorded').selectOption({ label: 'nothing' });
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await rules.getByText('Hall · Lyon: nothing').waitFor();
  await rules.getByRole('button', { name: 'Decide for one session' }).click();
  await page.getByRole('dialog').getByLabel('Session', { exact: true }).selectOption({ label: 'Members only' });
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await rules.getByText('Members only: is never recorded').waitFor();
  await rules.getByRole('button', { name: 'As its stage' }).click();
  await rules.getByText('Members only').waitFor({ state: 'detached' });
  expect(organizer.complaints).toEqual([]);
  await organizer.close();
});
