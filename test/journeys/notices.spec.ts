import type { Browser, Page } from 'playwright-core';
import { SEALING, type Sealing } from '../../src/platform/sealing/sealing.js';
import { notify } from '../../src/notifications/notify.js';
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
beforeAll(async () => {
  database = await aDatabase();
  [running, browser] = await Promise.all([anApp(database), aBrowser()]);
  conference = await aConference('open-skies')
    .withCity('Lyon')
    .withRoom('Ampère')
    .withSession('The quiet city', { room: 'Ampère', startsAt: '2026-11-25T09:00:00Z' })
    .build(database.source);
});
afterAll(async () => {
  await browser.close();
  await running.close();
  await database.drop();
});

async function aPageOf({ cookie }: Person, options: { width?: number; locale?: string } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: options.width ?? 390, height: 800 }, locale: options.locale ?? 'en-GB' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: running.url, httpOnly: true, sameSite: 'Lax' }]);
  return await context.newPage();
}

const tell = async ({ accountId }: Person): Promise<void> =>
  await database.source.transaction(
    async (tx) =>
      await notify(tx, running.app.get<Sealing>(SEALING), {
        accountIds: [accountId],
        kind: 'slot-changed',
        conferenceId: conference.id,
        params: { conference: 'Open Skies', slug: 'open-skies', session: 'The quiet city', what: 'moved' },
        mail: { template: 'slot-changed', params: { conference: 'Open Skies', session: 'The quiet city', what: 'moved', startsAt: null, zone: 'Europe/Paris', path: '/open-skies/speak' } },
      }),
  );

it('rings while the page is open, tells what it was about, and is quiet once that was seen', async () => {
  const speaker = await aPerson(running.app);
  const page = await aPageOf(speaker);
  await page.goto(`${running.url}/open-skies/agenda`);
  await page.getByRole('button', { name: 'Notifications: nothing new' }).waitFor();
  await page.locator('[data-testid=connection][data-state=live]').waitFor();
  await tell(speaker);
  await page.getByRole('button', { name: 'Notifications: 1 new' }).click();
  await page.getByRole('link', { name: 'Your session has moved: The quiet city' }).waitFor();
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/bell.png` });
  await mustBeSound(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Notifications: nothing new' }).waitFor();
  await page.context().close();
});

it('lets people choose how they are told, and keeps it', async () => {
  const person = await aPerson(running.app);
  const page = await aPageOf(person);
  await page.goto(`${running.url}/account/notifications`);
  const mail = page.getByRole('group', { name: 'A slot of mine changed' }).getByRole('checkbox', { name: 'By mail' });
  await mail.waitFor();
  await mustBeSound(page);
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
  await mail.uncheck();
  expect((await saved).status()).toBe(204);
  await page.reload();
  expect(await mail.isChecked()).toBe(false);
  await page.context().close();
});

it('shows an administrator the mails that wait, in Persian too', async () => {
  const administrator = await aPerson(running.app, [{ role: 'administrator' }]);
  await tell(administrator);
  const page = await aPageOf(administrator, { locale: 'fa-IR' });
  await page.goto(`${running.url}/admin/outbox`);
  await page.getByRole('heading', { name: 'صندوق خروجی' }).waitFor();
  await page.getByText('Your session has moved: The quiet city').first().waitFor();
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/outbox.png` });
  await mustBeSound(page);
  await page.context().close();
});
