import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { notify } from '../../src/notifications/notify.js';
import { SEALING, type Sealing } from '../../src/platform/sealing/sealing.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPerson, type Person } from '../support/a-person.js';
import { aVisitor, follows } from '../support/a-visitor.js';
import { anApp, type RunningApp } from '../support/an-app.js';
import { aBrowser } from '../support/browser.js';
import { readSignInMail } from '../support/read-mails.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let running: RunningApp;
let browser: Browser;
let conference: BuiltConference;
beforeAll(async () => {
  database = await aDatabase();
  [running, browser] = await Promise.all([anApp(database), aBrowser()]);
  conference = await aConference('open-skies').withCity('Lyon').withRoom('Ampère').withSession('Tides', { room: 'Ampère', startsAt: '2026-11-25T09:00:00Z' }).build(database.source);
});
afterAll(async () => {
  await browser.close();
  await running.close();
  await database.drop();
});

const tell = async (accountId: string): Promise<void> =>
  await database.source.transaction(
    async (tx) =>
      await notify(tx, running.app.get<Sealing>(SEALING), {
        accountIds: [accountId],
        kind: 'registration-moved-up',
        conferenceId: conference.id,
        params: { conference: 'Open Skies', slug: 'open-skies', venue: 'Lyon' },
        mail: { template: 'moved-up', params: { conference: 'Open Skies', venue: 'Lyon', path: '/open-skies/ticket' } },
      }),
  );

/** Marks a page, so that a reload would be noticed. */
const mark = async (page: Page): Promise<void> => await page.evaluate(() => void Object.assign(window, { notReloaded: true }));
const isMarked = async (page: Page): Promise<boolean> => await page.evaluate(() => 'notReloaded' in window);

it('an open page is whoever signed in, as soon as they did: its socket connects anew, and is told what is theirs', async () => {
  const email = 'mina@people.example';
  const visitor = await aVisitor(browser, running.url);
  const agenda = await visitor.open('/open-skies/agenda');
  await mark(agenda);
  const signIn = await visitor.open('/sign-in', 'there');
  await signIn.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await signIn.keyboard.press('Enter');
  await signIn.getByText(`A mail is on its way to ${email}.`).waitFor();
  const { code } = await readSignInMail(running.app, email);
  const connected = agenda.waitForEvent('websocket');
  await signIn.getByRole('textbox', { name: /code/i }).fill(code);
  await signIn.keyboard.press('Enter');
  await connected;
  await agenda.getByRole('button', { name: 'Notifications: nothing new' }).waitFor();
  await follows(agenda);
  const [account] = await database.source.query<{ id: string }[]>(`SELECT id FROM account`);
  await tell(account!.id);
  await agenda.getByRole('button', { name: 'Notifications: 1 new' }).waitFor();

  const again = agenda.waitForEvent('websocket');
  await signIn.goto('/account');
  await signIn.getByRole('button', { name: 'Sign out', exact: true }).click();
  await again;
  await agenda.getByRole('link', { name: 'Sign in' }).waitFor();
  await follows(agenda);
  expect(await isMarked(agenda)).toBe(true);
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

it('an open page connects anew once its reader has shown their second factor', async () => {
  const organizer = await aPerson(running.app, [{ role: 'organizer', conferenceId: conference.id }]);
  const code = await aRecoveryCode(organizer);
  await database.source.query(`UPDATE auth_session SET strong = false WHERE account_id = $1`, [organizer.accountId]);
  const visitor = await aVisitor(browser, running.url);
  const [name = '', value = ''] = organizer.cookie.split('=');
  await visitor.context.addCookies([{ name, value, url: running.url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await visitor.open('/open-skies/agenda');
  await mark(page);
  await page.getByRole('link', { name: 'Organize' }).first().click();
  await page.getByRole('button', { name: 'I lost my second factor' }).click();
  const connected = page.waitForEvent('websocket');
  await page.getByRole('textbox', { name: 'One of your recovery codes' }).fill(code);
  await page.keyboard.press('Enter');
  await connected;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await follows(page);
  expect(await isMarked(page)).toBe(true);
  await visitor.close();
});

/** Sets up a second factor, and answers a code for when it is lost. */
async function aRecoveryCode(person: Person): Promise<string> {
  const { body: setup } = await running.ask<{ secret: string }>('POST', '/api/me/totp', undefined, person);
  const app = new TOTP({ secret: Secret.fromBase32(setup.secret) });
  expect((await running.ask('POST', '/api/me/totp/confirm', { code: app.generate() }, person)).status).toBe(204);
  const { body } = await running.ask<{ codes: string[] }>('POST', '/api/me/recovery-codes', undefined, person);
  return body.codes[0] ?? '';
}
