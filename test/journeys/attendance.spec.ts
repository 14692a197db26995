// what runs inside a page is written here as well
/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { PATIENCE } from '../../client/src/door/patience.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPerson, type Person } from '../support/a-person.js';
import { anApp, type RunningApp } from '../support/an-app.js';
import { aSignedInVisitor } from '../support/a-signed-in-visitor.js';
import type { Device, Visitor } from '../support/a-visitor.js';
import { aBrowser } from '../support/browser.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let running: RunningApp;
let browser: Browser;
let conference: BuiltConference;
let venueId: string;

beforeAll(async () => {
  database = await aDatabase();
  conference = await aConference('lanterns').withCity('Lyon').withRoom('Hall').withCity('Perth', 'Australia/Perth').withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z' }).build(database.source);
  await database.source.query(`UPDATE conference SET registration = 'open', safety_mode = true WHERE id = $1`, [conference.id]);
  [running, browser] = await Promise.all([anApp(database), aBrowser()]);
  const [venue]: { id: string }[] = await database.source.query(`SELECT id FROM venue WHERE city_id = $1`, [conference.cities['Lyon']]);
  venueId = venue?.id ?? '';
});

afterAll(async () => {
  await browser.close();
  await running.close();
  await database.drop();
});

const signedIn = async (person: Person, device?: Device): Promise<Visitor> => await aSignedInVisitor(browser, running.url, person, device);

async function anAttendee(): Promise<Person> {
  return await aPerson(running.app, [], { strong: false });
}

const crew = async (): Promise<Person> => await aPerson(running.app, [{ role: 'stage-crew', conferenceId: conference.id, venueId }]);

async function openDoor(visitor: Visitor, name: string): Promise<Page> {
  // it waits for the server as long as it takes: who answers late is not what is asked here
  await visitor.context.addInitScript((patience) => {
    const real = window.setTimeout.bind(window);
    Object.assign(window, { setTimeout: (work: () => void, delay?: number, ...more: unknown[]) => (delay === patience ? 0 : real(work, delay, ...more)) });
  }, PATIENCE);
  const page = await visitor.open('/lanterns/door');
  await page.getByLabel('Name of this door').fill(name);
  await page.getByRole('button', { name: 'Open the door' }).click();
  await page.getByTestId('counts').waitFor();
  return page;
}

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel('Short code or handle').fill(code);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

const verdictIs = async (page: Page, outcome: string): Promise<string> => {
  const verdict = page.locator(`[data-testid="verdict"][data-outcome="${outcome}"]`);
  await verdict.waitFor();
  return await verdict.innerText();
};

test('an attendee registers, gets a ticket, is let in once, and refused the second time with when and where', async () => {
  const attendee = await signedIn(await anAttendee(), { width: 390, height: 844 });
  const page = await attendee.open('/lanterns/register');
  await page.getByText('Safety mode is on').waitFor();
  await page.getByRole('radio', { name: /Lyon/ }).check({ force: true });
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByText('You have a place').waitFor();
  await page.getByRole('link', { name: 'Show my ticket' }).click();
  const code = await page.getByTestId('short-code').innerText();
  await page.getByAltText('QR code of the ticket').waitFor();

  const staff = await signedIn(await crew());
  const north = await openDoor(staff, 'North gate');
  await type(north, code.toLowerCase());
  expect(await verdictIs(north, 'admitted')).toContain('Come in');
  const south = await staff.context.newPage();
  await south.goto('/lanterns/door');
  await south.getByRole('button', { name: 'Change the door' }).click();
  await south.getByLabel('Name of this door').fill('South gate');
  await south.getByRole('button', { name: 'Open the door' }).click();
  await type(south, code);
  const refusal = await verdictIs(south, 'already');
  expect(refusal).toMatch(/Already let in/);
  expect(refusal).toMatch(/Let in at \d{1,2}:\d{2}.*Venue of Lyon \(North gate\)/);

  // who is inside is told so, and not offered what would be refused
  await page.goto('/lanterns/register');
  await page.getByText(/You were let in .*can neither be changed nor cancelled/).waitFor();
  expect(await page.getByRole('button', { name: 'Cancel my registration' }).count()).toBe(0);
  expect(await page.getByRole('radio').count()).toBe(0);
  await page.getByText(/It was made up for you unless you changed it/).waitFor();
  expect(await page.getByRole('link', { name: 'Change the handle' }).getAttribute('href')).toBe('/account');
  expect([...attendee.complaints, ...staff.complaints]).toEqual([]);
  await attendee.close();
  await staff.close();
});

test('without a network the ticket is shown and the door decides; what two doors did is put together after', async () => {
  const [a, b] = await Promise.all([anAttendee(), anAttendee()]);
  for (const person of [a, b]) await running.ask('PUT', '/api/conferences/lanterns/registration', { venueId }, person);
  const codeOf = async (person: Person): Promise<string> => String((await running.ask('GET', '/api/conferences/lanterns/ticket', undefined, person)).body['shortCode']);
  const [codeA, codeB] = await Promise.all([codeOf(a), codeOf(b)]);
  const [west, east] = await Promise.all([signedIn(await crew()), signedIn(await crew())]);
  const [westDoor, eastDoor] = await Promise.all([openDoor(west, 'West'), openDoor(east, 'East')]);

  await west.context.setOffline(true);
  await type(westDoor, codeA);
  await verdictIs(westDoor, 'admitted');
  await type(westDoor, codeA);
  await verdictIs(westDoor, 'already');
  await type(westDoor, codeB);
  await verdictIs(westDoor, 'admitted');
  await westDoor.getByText('2 check-ins to be told').waitFor();
  await type(westDoor, 'ZZZZ ZZZZ');
  await verdictIs(westDoor, 'unknown');
  // meanwhile, at a door with a network
  await type(eastDoor, codeB);
  await verdictIs(eastDoor, 'admitted');

  await west.context.setOffline(false);
  await westDoor.evaluate(() => dispatchEvent(new Event('online')));
  const conflict = await westDoor.getByTestId('conflicts').innerText();
  expect(conflict).toContain('Already let in');
  expect(conflict).toContain('(East)');
  await westDoor.getByRole('button', { name: 'Seen' }).click();
  await westDoor.getByTestId('conflicts').waitFor({ state: 'detached' });
  await type(eastDoor, codeA);
  expect(await verdictIs(eastDoor, 'already')).toContain('(West)');
  await west.close();
  await east.close();
});

test('a ticket that was opened once is on the device; in Persian everything stands mirrored', async () => {
  const person = await anAttendee();
  await running.ask('PUT', '/api/conferences/lanterns/registration', { venueId }, person);
  const visitor = await signedIn(person, { language: 'fa-IR', width: 390, height: 844 });
  const page = await visitor.open('/lanterns/ticket');
  await page.getByText('روی این دستگاه نگه داشته شده').waitFor();
  const code = await page.getByTestId('short-code').innerText();
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  // the server's answers are withheld; the page itself is the service worker's matter (offline.spec.ts)
  await visitor.context.route(/\/api\/(me|conferences\/lanterns\/ticket)/, async (route) => await route.abort());
  await page.reload();
  expect(await page.getByTestId('short-code').innerText()).toBe(code);
  await visitor.close();
});

test('whoever asks to be erased is gone, with a code of the mail or the second factor shown', async () => {
  const person = await aPerson(running.app);
  await running.ask('PUT', '/api/conferences/lanterns/registration', { venueId: null }, person);
  const visitor = await signedIn(person);
  const page = await visitor.open('/account/privacy', 'there');
  await page.getByRole('button', { name: 'Erase my account…' }).click();
  await page.getByRole('button', { name: 'Erase everything, for good' }).click();
  await page.getByText('You are erased').waitFor();
  expect(await database.source.query(`SELECT 1 FROM account WHERE id = $1`, [person.accountId])).toEqual([]);
  await visitor.close();
});
