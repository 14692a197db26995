import type { Browser, Page } from 'playwright-core';
import { SlotEntity } from '../../src/agenda/slot.entity.js';
import type { VenueTravel } from '../../src/contract/place.js';
import type { BuiltConference } from '../support/a-conference.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { aPlannedConference } from '../support/a-planned-conference.js';
import { aVisitor, type Device, type Visitor } from '../support/a-visitor.js';
import { aBrowser } from '../support/browser.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';
import { mustBeSound } from '../support/must-be-sound.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
let held: BuiltConference;
let organizer: Person;
let host: Person;

beforeAll(async () => {
  const keys = knownSealingKeys();
  database = await aDatabase();
  held = await aPlannedConference(database.source, 'ways');
  // Ada ends in Lyon at 10:45 and begins in Oslo at 18:45: eight hours, and the way is estimated at six
  await database.source.getRepository(SlotEntity).insert({
    conferenceId: held.id, sessionId: held.sessions['Tides']!, plan: 'draft', roomId: held.rooms['Dome']!, startsAt: new Date('2026-11-24T17:45:00Z'), endsAt: new Date('2026-11-24T18:30:00Z'),
  });
  organizer = await aPersonIn(database.source, keys.sealing, [{ role: 'organizer', conferenceId: held.id }]);
  host = await aPersonIn(database.source, keys.sealing, [{ role: 'city-host', conferenceId: held.id, cityId: held.cities['Oslo']! }]);
  [server, browser] = await Promise.all([aServer({ database, environment: keys.environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

const PAGE = '/ways/organize/cities/travel';
const OWN = 'Minutes from Venue of Lyon to Venue of Oslo';

async function signedIn(person: Person, device: Device = {}): Promise<Visitor> {
  const visitor = await aVisitor(browser, server.url, device);
  const [name, value] = person.cookie.split('=') as [string, string];
  await visitor.context.addCookies([{ name, value, url: server.url }]);
  return visitor;
}

async function ownTimes(): Promise<number[]> {
  const response = await fetch(`${server.url}/api/conferences/ways/travel`, { headers: { authorization: `Bearer ${server.token}` } });
  return ((await response.json()) as VenueTravel).items.map(({ minutes }) => minutes);
}

const notSaved = (page: Page) => page.getByRole('status').filter({ hasText: 'changed and not saved' });

/** What the board calls its findings: none where there is nothing wrong. */
async function findingsOnBoard(visitor: Visitor): Promise<string> {
  const page = await visitor.open('/ways/organize/board', 'there');
  const button = page.getByRole('button', { name: /^Findings/ });
  await button.waitFor();
  const name = (await button.getAttribute('aria-label')) ?? (await button.innerText());
  await page.close();
  return name;
}

it('an own time makes a way too long on the board, and taking it away ends that', async () => {
  const visitor = await signedIn(organizer);
  expect(await findingsOnBoard(visitor)).toContain('0 blocking');

  const page = await visitor.open('/ways/organize/cities', 'there');
  await page.getByRole('link', { name: 'Travel times' }).click();
  await page.getByText('every way is estimated').waitFor();
  await page.getByRole('row').filter({ hasText: 'Venue of Lyon' }).getByText('by distance').waitFor();

  // what is no time is said beside the field, and not sent
  await page.getByLabel(OWN).fill('soon');
  await page.getByText('Give whole minutes such as 90').waitFor();
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.getByLabel(OWN).and(page.locator(':focus')).waitFor();
  await page.getByLabel(OWN).fill('9:00');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.getByRole('status').getByText('Travel times saved').waitFor();
  expect(await ownTimes()).toEqual([540]);
  expect(await findingsOnBoard(visitor)).toContain('1 blocking');

  await page.getByRole('button', { name: 'Remove the time from Venue of Lyon to Venue of Oslo' }).click();
  await page.getByText('Will be estimated').waitFor();
  await page.getByRole('button', { name: 'Save all' }).click();
  await notSaved(page).waitFor({ state: 'detached' });
  expect(await ownTimes()).toEqual([]);
  expect(await findingsOnBoard(visitor)).toContain('0 blocking');

  // and back
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.locator(`input[aria-label="${OWN}"]`).and(page.locator('[value="540"]')).waitFor();
  expect(await ownTimes()).toEqual([540]);
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

it('what was not saved is still there after another page and a reload, and can be discarded; what others gave stays', async () => {
  const visitor = await signedIn(organizer);
  const page = await visitor.open(PAGE, 'there');
  await page.getByLabel(OWN).fill('45');
  await notSaved(page).waitFor();
  await page.getByRole('link', { name: 'All cities' }).click();
  await page.getByRole('link', { name: 'Travel times' }).click();
  await notSaved(page).waitFor();
  expect(await page.getByLabel(OWN).inputValue()).toBe('45');

  const asked = page.waitForEvent('dialog');
  const reloaded = page.reload();
  await (await asked).accept();
  await reloaded;
  await notSaved(page).waitFor();
  expect(await page.getByLabel(OWN).inputValue()).toBe('45');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.locator(`input[aria-label="${OWN}"]`).and(page.locator('[value="540"]')).waitFor();
  expect(await ownTimes()).toEqual([540]);
  await visitor.close();
});

it('times are pasted from a spreadsheet, by keyboard alone, and lines that were not understood are reported', async () => {
  const visitor = await signedIn(organizer);
  const page = await visitor.open(PAGE, 'there');
  await page.getByRole('button', { name: 'Paste from a spreadsheet' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Cells').and(page.locator(':focus')).waitFor();
  await page.keyboard.insertText('From\tTo\tMinutes\nLyon\tVenue of Oslo\t400\nLyon\tBarn\t30');
  await dialog.getByText('1 way is understood.').waitFor();
  await dialog.getByText('No venue is called “Barn”.').waitFor();
  await dialog.getByText('Line 3:').waitFor();
  await mustBeSound(page);
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Put the rest into the list' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await notSaved(page).waitFor();
  expect(await ownTimes()).toEqual([540]);
  await page.getByLabel(OWN).focus();
  while ((await page.getByRole('button', { name: 'Save all' }).and(page.locator(':focus')).count()) === 0) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await notSaved(page).waitFor({ state: 'detached' });
  expect(await ownTimes()).toEqual([400]);
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

it('a host of a city finds no such page, and no way to it', async () => {
  const visitor = await signedIn(host);
  const page = await visitor.open(PAGE, 'there');
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await page.goto('/ways/organize/cities');
  await page.getByRole('link', { name: 'Oslo' }).waitFor();
  expect(await page.getByRole('link', { name: 'Travel times' }).count()).toBe(0);
  await visitor.close();
});

it.each<[string, Device]>([
  ['in Persian on a desk, dark', { language: 'fa-IR', theme: 'dark' }],
  ['in English on a phone', { width: 390, height: 844 }],
])('%s it is free of what axe finds, also with a mistake and what is not saved', async (_name, device) => {
  const visitor = await signedIn(organizer, device);
  const page = await visitor.open(PAGE, 'there');
  await mustBeSound(page);
  await page.locator('main table input').first().fill('soon');
  await page.locator('main table [aria-invalid="true"]').waitFor();
  await mustBeSound(page);
  await visitor.close();
});
