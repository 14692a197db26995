import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { Outbox } from '../../src/contract/outbox.js';
import { aBrowser } from '../support/browser.js';
import { escape } from '../support/hands.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { aVisitor, type Visitor } from '../support/a-visitor.js';

// as text: the page's policy admits no script of ours
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: RunningServer;
let browser: Browser;
/** Passkeys belong to names, so people come to localhost. */
let url: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([aServer(), aBrowser()]);
  url = server.url.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const EMAIL = 'mina@people.example';

/** The newest mail to sign in, from the outbox: no mail server is configured here. */
async function mailed(email: string): Promise<{ code: string; link: string }> {
  const response = await fetch(`${server.url}/api/outbox`, { headers: { authorization: `Bearer ${server.token}` } });
  const { items } = (await response.json()) as Outbox;
  const text = items.find(({ mail, template }) => mail?.to === email && template === 'sign-in')?.mail?.text ?? '';
  return { code: /\b\d{8}\b/.exec(text)?.[0] ?? '', link: /https?:\S+/.exec(text)?.[0] ?? '' };
}

/** A device's own authenticator, as Chromium plays one. Waits for nobody's finger. */
async function givePasskeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}

const whoAmI = async (page: Page): Promise<unknown> => await page.evaluate(async () => ((await (await fetch('/api/me')).json()) as { account: unknown }).account);

async function askForMail(page: Page, email: string): Promise<{ code: string; link: string }> {
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await page.keyboard.press('Enter');
  await page.getByText(`A mail is on its way to ${email}.`).waitFor();
  return await mailed(email);
}

describe('the first administrator', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await aVisitor(browser, url);
  });
  afterAll(async () => await visitor.close());

  it('opens the link that the server printed, gives an address, adds a passkey; later signs in by mail and shows the passkey', async () => {
    const [, path = ''] = await server.untilTold(/(\/welcome\/[\w-]+)/);
    const page = await visitor.open(path, 'there');
    await givePasskeys(page);
    await page.getByRole('textbox', { name: 'E-mail address' }).fill(EMAIL);
    await page.getByRole('button', { name: 'Become administrator' }).press('Enter');

    await page.getByText('Your role needs a second factor.').waitFor();
    expect(await whoAmI(page)).toMatchObject({ strong: false, grants: [{ role: 'administrator' }] });
    await page.getByRole('button', { name: 'Add a passkey' }).press('Enter');
    await page.getByRole('button', { name: 'Remove Passkey 1' }).waitFor();
    expect(await whoAmI(page)).toMatchObject({ email: EMAIL, strong: true, secondFactor: { isSetUp: true, isNeeded: true } });
    await page.getByRole('button', { name: 'Make recovery codes' }).click();
    await page.getByText('they are not shown again').waitFor();
    expect(await page.locator('[dir="ltr"] > li').count()).toBe(10);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
    expect(await whoAmI(page)).toBeNull();

    const { code } = await askForMail(page, EMAIL);
    await page.getByRole('textbox', { name: 'Code' }).fill(code.slice(0, 6));
    await page.keyboard.press('Enter');
    await page.getByText('2 digits are missing').waitFor();
    await page.getByRole('textbox', { name: 'Code' }).fill(code === '00000000' ? '11111111' : '00000000');
    await page.keyboard.press('Enter');
    await page.getByText('That code is not right').waitFor();
    await page.getByRole('textbox', { name: 'Code' }).fill(code);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Show your second factor' }).waitFor();
    expect(await whoAmI(page)).toMatchObject({ strong: false });
    // not now: it is asked for again where it is needed, and what was asked goes on
    await escape(page);
    await page.getByRole('heading', { name: 'My account', level: 1 }).waitFor();
    await page.goto('/admin/outbox');
    await page.getByRole('dialog', { name: 'Show your second factor' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use a passkey' }).press('Enter');
    await page.getByText(EMAIL).first().waitFor();
    expect(await whoAmI(page)).toMatchObject({ email: EMAIL, strong: true });

    // no mail needed: the passkey alone, and nothing is asked for on top of it
    await page.goto('/account');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
    await page.goto('/sign-in?returnTo=/admin/outbox');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).press('Enter');
    await page.getByText(EMAIL).first().waitFor();
    expect([await whoAmI(page), new URL(page.url()).pathname]).toMatchObject([{ email: EMAIL, strong: true }, '/admin/outbox']);

    // the printed link is used up
    await page.goto(path);
    await page.getByRole('button', { name: 'Become administrator' }).click();
    await page.getByText('This link was used or is no longer valid.').waitFor();
  });
});

describe('a person', () => {
  it('signs in by the link where they asked for it, and comes back to where they were; elsewhere and twice it does not work', async () => {
    const [here, there] = [await aVisitor(browser, url), await aVisitor(browser, url, { width: 390, height: 800 })];
    const page = await here.open('/sign-in?returnTo=/account', 'there');
    const { link } = await askForMail(page, 'arash@people.example');
    const path = link.slice(new URL(link).origin.length);

    const elsewhere = await there.open(path, 'there');
    await elsewhere.getByText('This was asked for in another browser.').waitFor();
    expect([await whoAmI(elsewhere), new URL(elsewhere.url()).hash]).toEqual([null, '']);

    const opened = await here.open(path, 'there');
    await opened.getByRole('heading', { name: 'My account', level: 1 }).waitFor();
    await opened.getByText('You sign in with arash@people.example.').waitFor();
    const again = await here.open(path, 'there');
    await again.getByText('used already').waitFor();
    await Promise.all([here.close(), there.close()]);
  });

  it('keeps a name and a language, sees where they are signed in, and ends the other session from here', async () => {
    const [here, there] = [await aVisitor(browser, url), await aVisitor(browser, url)];
    const pages: Page[] = [];
    for (const visitor of [here, there]) {
      const page = await visitor.open('/sign-in?returnTo=/account', 'there');
      const { code } = await askForMail(page, 'sara@people.example');
      await page.getByRole('textbox', { name: 'Code' }).fill(code);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'My account', level: 1 }).waitFor();
      pages.push(page);
    }
    const [page, other] = pages as [Page, Page];
    await page.reload();
    await page.getByRole('button', { name: 'Sign out there' }).click();
    await page.getByRole('button', { name: 'Sign out there' }).waitFor({ state: 'detached' });
    expect(await whoAmI(other)).toBeNull();

    await page.getByRole('textbox', { name: 'Name' }).fill('x');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('A name has 2 to 60 characters.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('باران');
    await page.getByLabel('Language of pages and mails').selectOption('fa');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'حساب من' }).waitFor();
    await page.locator('html[dir="rtl"]').waitFor();
    expect(await whoAmI(page)).toMatchObject({ handle: 'باران', language: 'fa' });
    await Promise.all([here.close(), there.close()]);
  });
});

/** What axe finds of WCAG 2.2 AA. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations: found } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

test.each([
  ['in English, light', { language: 'en', theme: 'light' }],
  ['in Persian, dark', { language: 'fa', theme: 'dark' }],
] as const)('the pages fit 390 pixels and everybody %s', async (_name, device) => {
  const visitor = await aVisitor(browser, url, { ...device, width: 390, height: 800 });
  for (const path of ['/', '/sign-in', '/welcome/none']) {
    const page = await visitor.open(path, 'there');
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth), await violations(page)]).toEqual([path, 390, []]);
  }
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});
