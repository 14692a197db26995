import type { Browser, Page } from 'playwright-core';
import type { Sealing } from '../../src/platform/sealing/sealing.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { aVisitor, type Visitor } from '../support/a-visitor.js';
import { aBrowser } from '../support/browser.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let sealing: Sealing;
let server: RunningServer;
let browser: Browser;
let held: BuiltConference;
let organizer: Person;
let host: Person;

beforeAll(async () => {
  const keys = knownSealingKeys();
  sealing = keys.sealing;
  database = await aDatabase();
  held = await aConference('tides').withCity('Oslo', 'Europe/Oslo').withRoom('Fjord').build(database.source);
  organizer = await aPersonIn(database.source, sealing, [{ role: 'organizer', conferenceId: held.id }]);
  host = await aPersonIn(database.source, sealing, [], { email: 'amina@people.example' });
  [server, browser] = await Promise.all([aServer({ database, environment: keys.environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

async function signedIn(person: Person, device: Parameters<typeof aVisitor>[2] = {}): Promise<Visitor> {
  const visitor = await aVisitor(browser, server.url, device);
  const [name, value] = person.cookie.split('=') as [string, string];
  await visitor.context.addCookies([{ name, value, url: server.url }]);
  return visitor;
}

it('an organizer sets up a city with a venue and invites a host, who sees that city only', async () => {
  const visitor = await signedIn(organizer);
  const page = await visitor.open('/tides/organize', 'there');
  await page.getByRole('navigation', { name: 'Pages of the conference' }).getByRole('link', { name: 'Organize' }).waitFor();

  // a city: what is missing is said beside the field
  await page.getByRole('button', { name: 'Add a city' }).click();
  await send(page, 'Add a city');
  const missing = dialog(page).getByText('Fill this in.');
  await missing.nth(1).waitFor();
  expect(await missing.count()).toBe(2);
  await dialog(page).getByLabel('Name').fill('Adelaide');
  await missing.nth(1).waitFor({ state: 'detached' });
  expect(await missing.count()).toBe(1);
  await choose(page, 'Country', 'austral', 'Australia AU');
  await choose(page, 'Time zone', 'adelaide', 'Australia/Adelaide');
  await send(page, 'Add a city');
  await page.getByText('Added “Adelaide”').waitFor();
  // what was added is where the reader is
  await page.getByRole('row', { name: /^Adelaide/ }).and(page.locator(':focus')).waitFor();

  await page.getByRole('link', { name: 'Adelaide' }).click();
  await page.getByRole('heading', { level: 1, name: 'Adelaide' }).waitFor();
  await page.getByRole('button', { name: 'Add a venue' }).click();
  await dialog(page).getByLabel('Name').fill('Library');
  await send(page, 'Add a venue');
  const venue = page.getByRole('article', { name: 'Library' });

  for (const room of ['Loft', 'Reading room']) {
    await venue.getByRole('button', { name: 'Add a room' }).click();
    await dialog(page).getByLabel('Name').fill(room);
    await send(page, 'Add a room');
    await venue.getByRole('table', { name: 'Rooms' }).getByText(room).waitFor();
  }
  // what was removed by mistake comes back
  await venue.getByRole('button', { name: 'Remove “Loft”' }).click();
  await venue.getByRole('table', { name: 'Rooms' }).getByText('Loft').waitFor({ state: 'detached' });
  await page.getByRole('status').filter({ hasText: 'Removed “Loft”' }).getByRole('button', { name: 'Undo' }).last().click();
  await venue.getByRole('table', { name: 'Rooms' }).getByText('Loft').waitFor();

  await venue.getByRole('button', { name: 'Add an uplink' }).click();
  await dialog(page).getByLabel('Name').fill('Dish');
  await dialog(page).getByLabel('Kind').selectOption('satellite');
  await send(page, 'Add an uplink');
  await venue.getByRole('button', { name: 'Add a window' }).click();
  // typed in the order of the reader's locale, on the clocks that are named beside it
  await typeTime(page, 'From', '241120260900');
  await typeTime(page, 'To', '241120261200');
  await dialog(page).getByText('On the clocks of Australia/Adelaide').first().waitFor();
  await send(page, 'Add a window');
  // on the city's clocks, and in UTC
  const windows = venue.getByRole('table', { name: 'Satellite windows of “Dish”' });
  await windows.locator('time[datetime="2026-11-23T22:30:00.000Z"]').filter({ hasText: '09:00' }).waitFor();
  await windows.locator('time[datetime="2026-11-23T22:30:00.000Z"]').filter({ hasText: '22:30' }).waitFor();

  await page.getByRole('navigation', { name: 'Organize' }).getByRole('link', { name: 'Team' }).click();
  await page.getByRole('button', { name: 'Invite someone' }).click();
  await dialog(page).getByLabel('E-mail').fill(host.email);
  await dialog(page).getByLabel('City', { exact: true }).selectOption({ label: 'Adelaide' });
  await send(page, 'Send the invitation');
  // no mail server is configured here: it says so, and claims nothing else
  await page.getByRole('status').getByText(`The invitation to ${host.email} waits in the outbox`).waitFor();
  await page.getByRole('table', { name: 'Invitations' }).getByText(host.email).waitFor();
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

it('the host accepts, sees that city only, and finds nothing at the address of another', async () => {
  const visitor = await signedIn(host, { width: 390, height: 844 });
  const page = await visitor.open(new URL(await mailedLink()).pathname, 'there');
  await page.getByRole('heading', { name: /You are invited to/ }).waitFor();
  await page.getByText('City host: Adelaide').waitFor();
  await page.getByRole('banner').getByRole('link', { name: 'Meridian' }).waitFor();
  await page.getByRole('banner').getByRole('button', { name: 'Language' }).waitFor();
  await page.getByRole('button', { name: 'Accept' }).click();

  const cities = page.getByRole('table', { name: 'Cities' });
  await cities.getByRole('link', { name: 'Adelaide' }).waitFor();
  // of more pages than fit, the one that is open is in sight
  const open = await page.getByRole('navigation', { name: 'Organize' }).getByRole('link', { name: 'Cities' }).elementHandle();
  await page.waitForFunction((link) => link !== null && link.getBoundingClientRect().left >= 0 && link.getBoundingClientRect().right <= innerWidth, open);
  expect(await cities.getByRole('row').count()).toBe(2);
  expect(await page.getByRole('button', { name: 'Add a city' }).count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  await cities.getByRole('link', { name: 'Adelaide' }).click();
  const venue = page.getByRole('article', { name: 'Library' });
  await venue.getByRole('button', { name: 'Change “Loft”' }).click();
  await dialog(page).getByLabel('Capacity').fill('80');
  await dialog(page).getByText('None given: it is always open.').waitFor();
  await dialog(page).getByRole('button', { name: 'Hours of every day' }).click();
  await typeTime(page, 'Closes', '0130');
  await dialog(page).getByText(/On the clocks of Australia\/Adelaide/).waitFor();
  await dialog(page).getByRole('button', { name: 'Hours of one day' }).click();
  await dialog(page).getByLabel('Closed').check();
  await send(page, 'Save');
  // a day without a date is refused
  await dialog(page).getByRole('alert').waitFor();
  await typeTime(page, 'Day', '24112026');
  await send(page, 'Save');
  await venue.getByRole('table', { name: 'Rooms' }).getByText('80').waitFor();
  await venue.getByRole('table', { name: 'Rooms' }).getByText(/01:30.*24 Nov.*Closed/).waitFor();
  expect(await database.source.query(`SELECT opening_hours AS hours FROM room WHERE name = 'Loft'`)).toEqual([
    { hours: [{ on: null, opens: '09:00', closes: '01:30' }, { on: '2026-11-24', opens: null, closes: null }] },
  ]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  const other = await visitor.open(`/tides/organize/cities/${held.cities['Oslo']}`, 'there');
  await other.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  const answer = await other.evaluate(async (id) => (await fetch(`/api/conferences/tides/cities/${id}`)).status, held.cities['Oslo']);
  expect(answer).toBe(404);
  await visitor.close();
});

const dialog = (page: Page) => page.getByRole('dialog').filter({ has: page.locator('form') });

/** Sends the form, whose button is called so. */
const send = async (page: Page, name: string): Promise<void> => await dialog(page).getByRole('button', { name, exact: true }).click();

/** Finds one of many by typing a part of its name. */
async function choose(page: Page, label: string, typed: string, option: string): Promise<void> {
  await dialog(page).getByLabel(label).first().fill(typed);
  await page.getByRole('option', { name: option.split(' ')[0] ?? '' }).first().click();
}

/** Types a date and time part by part; the focus moves on by itself. */
async function typeTime(page: Page, label: string, digits: string): Promise<void> {
  await dialog(page).getByRole('group', { name: label }).getByRole('spinbutton').first().click();
  await page.keyboard.type(digits);
}

async function mailedLink(): Promise<string> {
  const [mail] = await database.source.query<{ id: string; params: Buffer }[]>(`SELECT id, params_sealed AS params FROM mail WHERE template = 'team-invitation'`);
  if (mail === undefined) throw new Error('no invitation was mailed');
  return (JSON.parse(sealing.open(mail.params, `mail.params:${mail.id}`)) as { link: string }).link;
}
