import type { Browser, BrowserContext, Page } from 'playwright-core';
import { tellOfRevisions } from '../../src/notifications/tell-of-revisions.js';
import { CONFIGURATION, type Configuration } from '../../src/platform/configuration.js';
import { PeriodicJobs } from '../../src/platform/periodic/periodic-jobs.js';
import { SEALING, type Sealing } from '../../src/platform/sealing/sealing.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPerson, type Person } from '../support/a-person.js';
import { anApp, type RunningApp } from '../support/an-app.js';
import { aBrowser } from '../support/browser.js';
import { mustBeSound } from '../support/must-be-sound.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let running: RunningApp;
let browser: Browser;
let conference: BuiltConference;
const NOW = Date.now();
const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

beforeAll(async () => {
  database = await aDatabase();
  [running, browser] = await Promise.all([anApp(database), aBrowser()]);
  conference = await aConference('open-skies')
    .withCity('Lyon').withRoom('Ampère').withRoom('Curie')
    .withSession('Tides', { room: 'Ampère', startsAt: at(60) })
    .withSession('Winds', { room: 'Curie', startsAt: at(90) })
    .build(database.source);
  await running.app.get(PeriodicJobs).look();
});
afterAll(async () => {
  await browser.close();
  await running.close();
  await database.drop();
});

async function aDeviceOf({ cookie }: Person): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/Paris' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: running.url, httpOnly: true, sameSite: 'Lax' }]);
  return context;
}

async function agendaOn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${running.url}/open-skies/agenda`);
  await page.locator('[data-testid=connection][data-state=live]').waitFor();
  return page;
}

const bookmark = (page: Page, title: string, isOn?: boolean) => page.getByRole('button', { name: `Bookmark “${title}”`, ...(isOn === undefined ? {} : { pressed: isOn }) });
/** The next answer to what a device told of its bookmarks. */
const told = async (page: Page): Promise<unknown> => await page.waitForResponse((response) => response.url().endsWith('/api/me/followed-sessions/open-skies') && response.ok());

async function kept({ accountId }: Person): Promise<string[]> {
  const rows = await database.source.query<{ title: string }[]>(`SELECT s.title FROM followed_session f JOIN session s ON s.id = f.session_id WHERE f.account_id = $1 ORDER BY 1`, [accountId]);
  return rows.map(({ title }) => title);
}

it('keeps bookmarks on the device until their reader asks to be told of them; then on all devices, and tells; and forgets when asked to', async () => {
  await database.source.query(`UPDATE conference SET safety_mode = true`);
  const reader = await aPerson(running.app);
  const phone = await aDeviceOf(reader);
  const agenda = await agendaOn(phone);
  await bookmark(agenda, 'Tides').click();
  await bookmark(agenda, 'Tides', true).waitFor();
  expect(await kept(reader)).toEqual([]);

  const choices = await phone.newPage();
  await choices.goto(`${running.url}/account/notifications`);
  const choice = choices.getByRole('checkbox', { name: 'Tell me when a session I follow moves or is about to start' });
  await choice.waitFor();
  expect(await choice.isChecked()).toBe(false);
  // people at risk are told more before they choose
  await choices.getByText('A conference here is in safety mode').waitFor();
  await mustBeSound(choices);
  if (process.env['SHOTS']) await choices.screenshot({ path: `${process.env['SHOTS']}/followed.png`, fullPage: true });
  await choice.press('Space');
  await choices.getByText('Your account keeps 1 session.').waitFor();
  expect(await kept(reader)).toEqual(['Tides']);

  const laptop = await aDeviceOf(reader);
  const other = await agendaOn(laptop);
  await bookmark(other, 'Tides', true).waitFor();
  await Promise.all([told(other), bookmark(other, 'Winds').click()]);
  expect(await kept(reader)).toEqual(['Tides', 'Winds']);
  await agenda.reload();
  await bookmark(agenda, 'Winds', true).waitFor();
  await Promise.all([told(agenda), bookmark(agenda, 'Tides').click()]);
  expect(await kept(reader)).toEqual(['Winds']);

  const delay = { change: 'delay', sessionId: conference.sessions['Winds'], minutes: 20, reason: '' };
  expect((await running.ask('POST', '/api/conferences/open-skies/live-changes', delay)).status).toBe(201);
  await tellOfRevisions(database.source, { sealing: running.app.get<Sealing>(SEALING), configuration: running.app.get<Configuration>(CONFIGURATION) });
  await agenda.getByRole('button', { name: 'Notifications: 1 new' }).click();
  await agenda.getByRole('link', { name: 'A session you follow has moved: Winds' }).click();
  await agenda.getByRole('heading', { level: 1, name: 'Winds' }).waitFor();

  await choices.reload();
  await choice.waitFor();
  const off = choices.waitForResponse((response) => response.url().endsWith('/api/me/following') && response.request().method() === 'PUT');
  await choice.press('Space');
  expect((await off).status()).toBe(204);
  expect(await kept(reader)).toEqual([]);
  await agenda.goto(`${running.url}/open-skies/mine`);
  await agenda.getByText('Your bookmarks stay on this device').waitFor();
  await agenda.getByRole('link', { name: 'Winds' }).waitFor();
  await Promise.all([phone.close(), laptop.close()]);
});

it('takes what an account keeps off the device at signing out, and leaves what it does not', async () => {
  const reader = await aPerson(running.app);
  const phone = await aDeviceOf(reader);
  const page = await agendaOn(phone);
  await bookmark(page, 'Tides').click();
  await running.ask('PUT', '/api/me/following', { isOn: true }, reader);
  await Promise.all([told(page), page.reload()]);
  // and noted by the device, after the answer
  await page.waitForFunction(() => localStorage.getItem('meridian.followed.open-skies') !== null);
  await page.goto(`${running.url}/account`);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  expect(await page.evaluate(() => [localStorage.getItem('meridian.bookmarks.open-skies'), localStorage.getItem('meridian.followed.open-skies')])).toEqual(['[]', null]);
  expect(await kept(reader)).toEqual(['Tides']);
  await phone.close();
});
