import type { Page } from 'playwright-core';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { aVisitor, type Device, type Visitor } from '../support/a-visitor.js';
import { aBrowser } from '../support/browser.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let server: RunningServer;
let browser: Awaited<ReturnType<typeof aBrowser>>;
let held: BuiltConference;
let organizer: Person;
let host: Person;

beforeAll(async () => {
  const { sealing, environment } = knownSealingKeys();
  database = await aDatabase();
  held = await aConference('tides')
    .withCity('Oslo', 'Europe/Oslo').withRoom('Fjord').withCity('Lyon').withRoom('Hall')
    .withSession('Ice', { room: 'Fjord', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'] })
    .withSession('Bread', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Bo'] })
    .build(database.source);
  await database.source.query(`UPDATE slot SET cancelled = true WHERE session_id = $1`, [held.sessions['Bread']]);
  organizer = await aPersonIn(database.source, sealing, [{ role: 'organizer', conferenceId: held.id }]);
  host = await aPersonIn(database.source, sealing, [{ role: 'city-host', conferenceId: held.id, cityId: held.cities['Lyon'] }]);
  [server, browser] = await Promise.all([aServer({ database, environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

async function signedIn(person: Person, device: Device = {}): Promise<Visitor> {
  const visitor = await aVisitor(browser, server.url, device);
  const [name, value] = person.cookie.split('=') as [string, string];
  await visitor.context.addCookies([{ name, value, url: server.url }]);
  return visitor;
}

it('a host makes a session with somebody in it, which another city’s does not see, and finds theirs only', async () => {
  const visitor = await signedIn(host, { width: 390, height: 844 });
  const page = await visitor.open('/tides/organize/sessions', 'there');
  await isListed(page, ['Bread']);
  await page.getByRole('link', { name: 'New session' }).click();
  await page.getByRole('heading', { level: 1, name: 'New session' }).waitFor();
  await page.getByRole('button', { name: 'New session' }).click();
  await page.getByText('Fill this in.').waitFor();
  await page.getByLabel('Title', { exact: true }).fill('Dunes at dusk');
  await page.getByLabel('Kind').selectOption('panel');
  await choose(page, 'Language', 'pers', 'Persian');
  await choose(page, 'Who appears', 'Ad', 'Ada');
  await page.getByLabel('Role of Ada').selectOption('moderator');
  await page.getByLabel('Where Ada is').selectOption('remote');
  await page.getByRole('button', { name: 'New session' }).click();
  await page.getByRole('heading', { level: 1, name: 'Dunes at dusk' }).waitFor();
  await page.getByText('It has no room and no time yet.').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  const [made] = await database.source.query(
    `SELECT s.kind, s.language, s.city_id AS "cityId", a.role, a.mode FROM session s JOIN appearance a ON a.session_id = s.id WHERE s.title = 'Dunes at dusk'`,
  );
  expect(made).toEqual({ kind: 'panel', language: 'fa', cityId: held.cities['Lyon'], role: 'moderator', mode: 'remote' });
  const stranger = await visitor.open(`/tides/organize/sessions/${held.sessions['Ice']}`, 'there');
  await stranger.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await visitor.close();
});

it('an organizer narrows the list, and a link shows the same to the next', async () => {
  const visitor = await signedIn(organizer);
  const page = await visitor.open('/tides/organize/sessions', 'there');
  await isListed(page, ['Ice', 'Bread', 'Dunes at dusk']);
  await page.getByRole('radio', { name: 'Without a slot' }).click();
  await isListed(page, ['Dunes at dusk']);
  await page.getByRole('radio', { name: 'Cancelled' }).click();
  await isListed(page, ['Bread']);
  await page.getByRole('radio', { name: 'All', exact: true }).click();
  await page.getByLabel('City', { exact: true }).selectOption('Oslo');
  await isListed(page, ['Ice']);
  await page.getByRole('searchbox', { name: 'Title or name' }).fill('nobody');
  await page.getByText('No session fits').waitFor();

  const { pathname, search } = new URL(page.url());
  const other = await visitor.open(pathname + search, 'there');
  await other.getByText('No session fits').waitFor();
  await other.getByRole('button', { name: 'Show all' }).last().click();
  await isListed(other, ['Ice', 'Bread', 'Dunes at dusk']);
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

it('an organizer corrects a published session, undoes it, and removes another for good', async () => {
  const visitor = await signedIn(organizer);
  const page = await visitor.open(`/tides/organize/sessions/${held.sessions['Ice']}`, 'there');
  await page.getByLabel('Title', { exact: true }).fill('Ice and its memory');
  await page.getByLabel('Its website').fill('not an address');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('[name="url"][aria-invalid="true"]').and(page.locator(':focus')).waitFor();
  await page.getByLabel('Its website').fill('https://example.org/ice');
  await page.getByLabel('Why it changes').fill('A better name');
  await page.getByRole('button', { name: 'Somebody who is not in the list' }).click();
  await page.getByRole('dialog').getByLabel('Name, as the agenda shows it').fill('Cy');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('Role of Cy').waitFor();
  await page.getByRole('button', { name: 'Name Cy earlier' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ice and its memory' }).waitFor();
  const people = async (): Promise<unknown> =>
    await database.source.query(`SELECT k.name FROM appearance a JOIN speaker k ON k.id = a.speaker_id WHERE a.session_id = $1 ORDER BY a.position`, [held.sessions['Ice']]);
  expect(await people()).toEqual([{ name: 'Cy' }, { name: 'Ada' }]);
  const [revision] = await database.source.query<{ note: string }[]>(`SELECT note FROM revision WHERE conference_id = $1 ORDER BY revision DESC LIMIT 1`, [held.id]);
  expect(revision).toEqual({ note: 'A better name' });

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ice', exact: true }).waitFor();
  expect(await people()).toEqual([{ name: 'Ada' }]);

  await page.getByRole('link', { name: 'All sessions' }).click();
  await page.getByRole('link', { name: 'Dunes at dusk' }).click();
  await page.getByRole('button', { name: 'Remove for good' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click();
  await isListed(page, ['Ice', 'Bread']);
  await visitor.close();
});

it('an organizer says what a session needs and into which language it is interpreted; a later change leaves that, and "Undo" gives it back', async () => {
  await database.source.query(`UPDATE room SET equipment = '{piano}' WHERE id = $1`, [held.rooms['Fjord']]);
  const visitor = await signedIn(organizer);
  const page = await visitor.open(`/tides/organize/sessions/${held.sessions['Ice']}`, 'there');
  const needs = async (): Promise<unknown> => {
    const [session] = await database.source.query<object[]>(
      `SELECT duration_minutes AS "durationMinutes", sent_by AS "sentBy", needs_equipment AS "needsEquipment", expected_people AS "expectedPeople" FROM session WHERE id = $1`,
      [held.sessions['Ice']],
    );
    const people = await database.source.query(
      `SELECT k.name, a.role, a.interprets_into AS into FROM appearance a JOIN speaker k ON k.id = a.speaker_id WHERE a.session_id = $1 ORDER BY a.position`, [held.sessions['Ice']],
    );
    return { ...session, people };
  };
  const given = {
    durationMinutes: 45, sentBy: 'satellite', needsEquipment: ['piano', 'hearing loop', 'lectern'], expectedPeople: 120,
    people: [{ name: 'Ada', role: 'speaker', into: null }, { name: 'Bo', role: 'interpreter', into: 'fa' }],
  };

  await page.getByLabel('Length').fill('45');
  await page.getByLabel('Sent by').selectOption('Satellite');
  await page.getByLabel('People expected').fill('120');
  const equipment = page.getByRole('combobox', { name: 'Equipment it needs' });
  const known = page.locator(`datalist[id="${await equipment.getAttribute('list')}"] option`);
  await known.first().waitFor({ state: 'attached' });
  expect(await known.evaluateAll((options) => options.map((option) => option.getAttribute('value')))).toEqual(['piano']);
  await equipment.fill('piano');
  await equipment.press('Enter');
  // a comma parts two, and what still stands there counts too
  await equipment.fill('hearing loop, lectern');
  await page.getByRole('grid', { name: 'Equipment it needs' }).getByText('hearing loop').waitFor();
  await choose(page, 'Who appears', 'Bo', 'Bo');
  await page.getByLabel('Role of Bo').selectOption('interpreter');
  await choose(page, 'Language into which Bo interprets', 'pers', 'Persian');
  await save(page);
  await page.getByTestId('toasts').getByRole('button', { name: 'Close' }).click();
  expect(await needs()).toEqual(given);

  await page.getByRole('button', { name: 'Name Bo earlier' }).click();
  await save(page);
  await page.getByTestId('toasts').getByRole('button', { name: 'Close' }).click();
  expect(await needs()).toEqual({ ...given, people: [...given.people].reverse() });
  await page.getByLabel('Role of Bo').selectOption('moderator');
  await page.getByLabel('Length').fill('');
  await save(page);
  expect(await needs()).toEqual({ ...given, durationMinutes: null, people: [{ name: 'Bo', role: 'moderator', into: null }, { name: 'Ada', role: 'speaker', into: null }] });

  await page.getByTestId('toasts').getByRole('button', { name: 'Undo' }).click();
  await page.getByTestId('toasts').getByText('Undone').waitFor();
  expect(await needs()).toEqual({ ...given, people: [...given.people].reverse() });
  await page.getByLabel('Length').fill('0');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('[name="durationMinutes"][aria-invalid="true"]').and(page.locator(':focus')).waitFor();
  await visitor.close();
});

/** Sends the form, and waits until it shows what the server holds. */
async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('toasts').getByText('Changed “Ice”').waitFor();
}

/** Waits until the table lists these, and no other. */
async function isListed(page: Page, titles: readonly string[]): Promise<void> {
  const table = page.getByRole('table', { name: 'Sessions' });
  for (const title of titles) await table.getByRole('link', { name: title, exact: true }).waitFor();
  await table.getByRole('row').nth(titles.length + 1).waitFor({ state: 'detached' });
  expect(await table.getByRole('link').allTextContents()).toEqual(titles);
}

/** Finds one of many by typing a part of its name. */
async function choose(page: Page, label: string, typed: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
}
