import type { Browser, Page } from 'playwright-core';
import { aConference } from '../support/a-conference.js';
import { aPerson } from '../support/a-person.js';
import { anApp, type RunningApp } from '../support/an-app.js';
import { aSignedInVisitor } from '../support/a-signed-in-visitor.js';
import { aBrowser } from '../support/browser.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let running: RunningApp;
let browser: Browser;

beforeAll(async () => {
  database = await aDatabase();
  await aConference('hours').withCity('Lyon').withRoom('Hall').withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', minutes: 60 }).build(database.source);
  [running, browser] = await Promise.all([anApp(database), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await running.close();
  await database.drop();
});

const time = (page: Page, shown: string) => page.getByRole('article', { name: 'Opening' }).getByRole('time').filter({ hasText: shown }).waitFor();

test('my time is that of my account, until this device is told otherwise, and stays so', async () => {
  const person = await aPerson(running.app, [], { strong: false });
  await running.ask('PATCH', '/api/me', { zone: 'Asia/Tehran' }, person);
  const visitor = await aSignedInVisitor(browser, running.url, person, { zone: 'Europe/Paris' });
  const page = await visitor.open('/hours/agenda');
  await time(page, '12:30');
  await page.getByRole('button', { name: /^Show times in/ }).click();
  await page.getByRole('menuitemradio', { name: 'This device’s time (Europe/Paris)' }).click();
  await time(page, '10:00');
  await page.reload();
  await time(page, '10:00');
  await page.getByRole('button', { name: /^Show times in/ }).click();
  await page.getByRole('menuitemradio', { name: 'My time (Asia/Tehran)' }).click();
  await time(page, '12:30');
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});
