import type { Browser } from 'playwright-core';
import { aConference } from '../support/a-conference.js';
import { aPerson } from '../support/a-person.js';
import { anApp, type RunningApp } from '../support/an-app.js';
import { aSignedInVisitor } from '../support/a-signed-in-visitor.js';
import { aBrowser } from '../support/browser.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

/** More than are read at a glance. */
const CITIES = [
  ['Adelaide', 'Australia/Adelaide'], ['Berlin', 'Europe/Berlin'], ['Kyoto', 'Asia/Tokyo'], ['Lima', 'America/Lima'], ['Lyon', 'Europe/Paris'],
  ['Nairobi', 'Africa/Nairobi'], ['Oslo', 'Europe/Oslo'], ['Quito', 'America/Guayaquil'], ['Tehran', 'Asia/Tehran'],
] as const;

let database: TestDatabase;
let running: RunningApp;
let browser: Browser;
let conferenceId: string;

beforeAll(async () => {
  database = await aDatabase();
  let builder = aConference('nine');
  for (const [city, zone] of CITIES) builder = builder.withCity(city, zone).withRoom(`Room of ${city}`).withSession(`Opening of ${city}`, { room: `Room of ${city}`, startsAt: '2026-11-24T09:00:00Z' });
  ({ id: conferenceId } = await builder.build(database.source));
  await database.source.query(`UPDATE conference SET registration = 'open' WHERE id = $1`, [conferenceId]);
  [running, browser] = await Promise.all([anApp(database), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await running.close();
  await database.drop();
});

test('who registers finds their own city first, and any other by typing a part of it, with the keyboard alone', async () => {
  const visitor = await aSignedInVisitor(browser, running.url, await aPerson(running.app, [], { strong: false }), { zone: 'Asia/Tehran', width: 390, height: 844 });
  const page = await visitor.open('/nine/register');
  const places = page.getByRole('radio');
  await places.first().waitFor({ state: 'attached' });
  expect(await places.count()).toBe(CITIES.length + 1);
  await places.first().and(page.getByRole('radio', { name: /Tehran/ })).waitFor({ state: 'attached' });

  await page.getByRole('searchbox', { name: 'City or venue' }).focus();
  await page.keyboard.type('kyo');
  await page.getByRole('radio', { name: /Tehran/ }).waitFor({ state: 'detached' });
  expect(await places.count()).toBe(2);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByRole('radio', { name: /Kyoto/, checked: true }).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Register', exact: true }).press('Enter');
  await page.getByText('You have a place: Kyoto').waitFor();
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

test('who stood at a door finds it again, first and chosen', async () => {
  const crew = await aSignedInVisitor(browser, running.url, await aPerson(running.app, [{ role: 'organizer', conferenceId }]), { zone: 'Asia/Tehran' });
  const page = await crew.open('/nine/door');
  await page.getByRole('radio', { name: /Quito/ }).check({ force: true });
  await page.getByRole('button', { name: 'Open the door' }).click();
  await page.getByRole('button', { name: 'Change the door' }).click();
  await page.getByRole('main').getByRole('radio').first().and(page.getByRole('radio', { name: /Quito/, checked: true })).waitFor({ state: 'attached' });
  expect(crew.complaints).toEqual([]);
  await crew.close();
});
