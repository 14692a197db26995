import type { Browser, Page } from 'playwright-core';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPerson, type Person } from '../support/a-person.js';
import { anApp, type RunningApp } from '../support/an-app.js';
import { aSignedInVisitor } from '../support/a-signed-in-visitor.js';
import { aBrowser } from '../support/browser.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let running: RunningApp;
let browser: Browser;
let conference: BuiltConference;
let people: Record<'heron' | 'plover' | 'linnet', Person>;

beforeAll(async () => {
  database = await aDatabase();
  conference = await aConference('marshes').withCity('Lyon').withRoom('Hall').withCity('Perth', 'Australia/Perth').withRoom('Shed')
    .withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z' }).withSession('Closing', { room: 'Shed', startsAt: '2026-11-24T10:00:00Z' }).build(database.source);
  await database.source.query(`UPDATE conference SET registration = 'open' WHERE id = $1`, [conference.id]);
  [running, browser] = await Promise.all([anApp(database), aBrowser()]);
  await database.source.query(`UPDATE venue SET attendee_limit = 1 WHERE conference_id = $1`, [conference.id]);
  people = { heron: await registered('Lyon', 'Heron'), plover: await registered('Lyon', 'Plover'), linnet: await registered(null, 'Linnet') };
});

afterAll(async () => {
  await browser.close();
  await running.close();
  await database.drop();
});

async function registered(city: string | null, handle: string): Promise<Person> {
  const person = await aPerson(running.app, [], { strong: false });
  await running.ask('PATCH', '/api/me', { handle }, person);
  const [venue]: { id: string }[] = city === null ? [] : await database.source.query(`SELECT id FROM venue WHERE city_id = $1`, [conference.cities[city]]);
  await running.ask('PUT', '/api/conferences/marshes/registration', { venueId: venue?.id ?? null }, person);
  return person;
}

const row = (page: Page, table: string, name: string) => page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: name });
const codeOf = async (person: Person): Promise<unknown> => (await running.ask('GET', '/api/conferences/marshes/ticket', undefined, person)).body['shortCode'];

test('an organizer sees who comes where, finds a person, takes a ticket back and gives a new one', async () => {
  const organizer = await aSignedInVisitor(browser, running.url, await aPerson(running.app, [{ role: 'organizer', conferenceId: conference.id }]));
  const page = await organizer.open('/marshes/organize/attendance');
  await page.getByText('Together 2 registered, 1 waiting, 0 let in.').waitFor();
  await row(page, 'Places', 'Lyon').getByRole('button', { name: /^Change limit/ }).waitFor();
  expect(await row(page, 'Places', 'Lyon').getByRole('cell').allInnerTexts()).toEqual(['Lyon · Venue of Lyon', '1', '1', 'Full', '1', '0', 'Change limit']);
  await page.getByText('3 people').waitFor();

  const before = await codeOf(people.heron);
  await page.getByRole('searchbox', { name: 'Handle or short code' }).fill('hero');
  await page.getByText('1 person').waitFor();
  await page.getByRole('button', { name: /Revoke the ticket of .Heron/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await row(page, 'People', 'Heron').getByText('Ticket revoked').waitFor();
  expect(await codeOf(people.heron)).toBeUndefined();

  const attendee = await aSignedInVisitor(browser, running.url, people.heron, { width: 390, height: 844 });
  const ticket = await attendee.open('/marshes/ticket');
  await ticket.getByRole('heading', { name: 'Your ticket was revoked' }).waitFor();
  await page.getByRole('button', { name: /Give .Heron. a new ticket/ }).click();
  await row(page, 'People', 'Heron').getByText('Has a place').waitFor();
  await ticket.reload();
  const renewed = (await ticket.getByTestId('short-code').innerText()).replace(/\s/, '');
  expect(renewed).not.toBe(before);
  expect(renewed).toBe(await codeOf(people.heron));
  await attendee.close();
  expect(organizer.complaints).toEqual([]);
  await organizer.close();
});

test('an organizer raises a limit, so that who waits comes in; closes registration, and takes that back', async () => {
  const organizer = await aSignedInVisitor(browser, running.url, await aPerson(running.app, [{ role: 'organizer', conferenceId: conference.id }]), { width: 390, height: 844 });
  const page = await organizer.open('/marshes/organize/attendance');
  await page.getByRole('button', { name: 'Change limit of “Venue of Lyon”' }).click();
  await page.getByRole('dialog').getByLabel('On-site registrations it takes').fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Together 3 registered, 0 waiting, 0 let in.').waitFor();
  expect(await codeOf(people.plover)).toMatch(/^[0-9A-Z]{8}$/);

  await page.getByRole('button', { name: 'Close registration' }).click();
  await page.getByText('Registration is closed', { exact: true }).waitFor();
  await page.getByRole('status').filter({ hasText: 'Registration is closed now' }).getByRole('button', { name: 'Undo' }).last().click();
  await page.getByText('Registration is open', { exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  // however much is done, two toasts stand there at most, away from the foot where things are pressed
  for (const [press, then] of [['Close', 'closed'], ['Open', 'open'], ['Close', 'closed'], ['Open', 'open']] as const) {
    await page.getByRole('button', { name: `${press} registration` }).click();
    await page.getByText(`Registration is ${then}`, { exact: true }).waitFor();
  }
  const toasts = page.getByTestId('toasts').getByRole('button', { name: 'Close' });
  await toasts.nth(1).waitFor();
  expect(await toasts.count()).toBe(2);
  const [lowest, tabs] = await Promise.all([toasts.last().boundingBox(), page.getByRole('navigation', { name: 'Pages of the conference' }).last().boundingBox()]);
  expect(lowest!.y + lowest!.height).toBeLessThan(tabs!.y / 2);
  await toasts.last().click();
  await toasts.nth(1).waitFor({ state: 'detached' });
  expect(await toasts.count()).toBe(1);
  expect(organizer.complaints).toEqual([]);
  await organizer.close();
});

test('a city host sees their city, and nobody else', async () => {
  const host = await aSignedInVisitor(browser, running.url, await aPerson(running.app, [{ role: 'city-host', conferenceId: conference.id, cityId: conference.cities['Perth'] }]));
  const page = await host.open('/marshes/organize/attendance');
  await page.getByText('Nobody is registered yet.').waitFor();
  await page.getByRole('table', { name: 'Places' }).getByRole('row').nth(1).waitFor();
  await page.getByLabel('Place', { exact: true }).locator('option').nth(1).waitFor({ state: 'attached' });
  expect(await page.getByRole('table', { name: 'Places' }).getByRole('row').allInnerTexts()).toHaveLength(2);
  expect(await page.getByRole('button', { name: /registration/ }).count()).toBe(0);
  expect(await page.getByLabel('Place', { exact: true }).locator('option').allInnerTexts()).toEqual(['Everywhere', 'Venue of Perth']);
  expect(host.complaints).toEqual([]);
  await host.close();
});
