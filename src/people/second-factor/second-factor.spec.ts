import { TOTP, Secret } from 'otpauth';
import { aSoftwarePasskey } from '../../../test/support/a-software-passkey.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { aWebBrowser, type WebBrowser } from '../../../test/support/a-web-browser.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { useTotp } from './totp.js';

let database: TestDatabase;
let house: RunningApp;
/** Passkeys belong to names, so the pages are those of localhost. */
let origin: string;
beforeAll(async () => {
  database = await aDatabase();
  house = await anApp(database);
  origin = house.url.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  await house.close();
  await database.drop();
});

const problemOf = (code: string) => ({ type: `urn:meridian:problem:${code}` });

async function anAdministrator(): Promise<{ person: Person; browser: WebBrowser }> {
  const person = await aPerson(house.app, [{ role: 'administrator' }], { strong: false });
  return { person, browser: browserOf(person) };
}

function browserOf({ cookie }: Person): WebBrowser {
  const browser = aWebBrowser(origin);
  browser.plant('meridian_session', cookie.split('=')[1] ?? '');
  return browser;
}

const isStrong = async (browser: WebBrowser): Promise<unknown> => (await browser.ask('GET', '/api/me')).body['account']?.['strong'];
const weaken = async ({ accountId }: Person): Promise<void> => void (await database.source.query(`UPDATE auth_session SET strong = false WHERE account_id = $1`, [accountId]));

async function withPasskey(browser: WebBrowser, label = 'Laptop') {
  const passkey = aSoftwarePasskey(origin);
  const options = (await browser.ask<{ challenge: string }>('POST', '/api/me/passkeys/options')).body;
  const added = await browser.ask('POST', '/api/me/passkeys', { label, answer: passkey.register(options) });
  expect([added.status, added.body]).toEqual([204, '']);
  return passkey;
}

async function withTotp(browser: WebBrowser) {
  const setup = (await browser.ask<{ secret: string; uri: string; picture: string }>('POST', '/api/me/totp')).body;
  const app = new TOTP({ secret: Secret.fromBase32(setup.secret) });
  return { setup, app };
}

describe('a staff role', () => {
  test('acts only once the second factor was shown', async () => {
    const { browser } = await anAdministrator();
    const create = async () => await browser.ask('POST', '/api/conferences', {});
    expect((await create()).body).toMatchObject(problemOf('second-factor-required'));
    await withPasskey(browser);
    expect((await create()).body).toMatchObject(problemOf('invalid-input'));
    expect((await browser.ask('GET', '/api/me')).body['account']).toMatchObject({ strong: true, secondFactor: { isSetUp: true, isNeeded: true } });
  });
});

describe('a passkey', () => {
  test('lets a later session act, and each challenge is good for one answer', async () => {
    const { person, browser } = await anAdministrator();
    const passkey = await withPasskey(browser);
    await weaken(person);
    const options = (await browser.ask<{ challenge: string }>('POST', '/api/me/step-up/passkey/options')).body;
    const answer = passkey.prove(options);
    expect((await browser.ask('POST', '/api/me/step-up/passkey', { answer })).status).toBe(204);
    expect(await isStrong(browser)).toBe(true);
    await weaken(person);
    const replayed = await browser.ask('POST', '/api/me/step-up/passkey', { answer });
    expect([replayed.status, replayed.body, await isStrong(browser)]).toMatchObject([422, problemOf('passkey-refused'), false]);
  });

  test.each<[string, (own: ReturnType<typeof aSoftwarePasskey>) => (options: { challenge: string }) => object]>([
    ['of another site', (own) => (options) => own.prove(options, { origin: 'https://elsewhere.example' })],
    ['of nobody here', () => (options) => aSoftwarePasskey(origin).prove(options)],
    ['for another challenge', (own) => () => own.prove({ challenge: Buffer.alloc(32, 1).toString('base64url') })],
    ['whose counter went back', (own) => (options) => own.prove(options, { counter: 3 })],
    ['that is no answer', () => () => ({ id: 'x', rawId: 'x', type: 'public-key', response: {} })],
  ])('%s is refused', async (_name, forge) => {
    const { person, browser } = await anAdministrator();
    const passkey = await withPasskey(browser);
    const begin = async () => (await browser.ask<{ challenge: string }>('POST', '/api/me/step-up/passkey/options')).body;
    expect((await browser.ask('POST', '/api/me/step-up/passkey', { answer: passkey.prove(await begin(), { counter: 7 }) })).status).toBe(204);
    await weaken(person);
    const answer = await browser.ask('POST', '/api/me/step-up/passkey', { answer: forge(passkey)(await begin()) });
    expect([answer.status, answer.body, await isStrong(browser)]).toMatchObject([422, problemOf('passkey-refused'), false]);
  });

  test('of another account is refused', async () => {
    const [mine, theirs] = [await anAdministrator(), await anAdministrator()];
    await withPasskey(mine.browser);
    const foreign = await withPasskey(theirs.browser);
    await weaken(mine.person);
    const options = (await mine.browser.ask<{ challenge: string }>('POST', '/api/me/step-up/passkey/options')).body;
    expect((await mine.browser.ask('POST', '/api/me/step-up/passkey', { answer: foreign.prove(options) })).body).toMatchObject(problemOf('passkey-refused'));
    expect((await mine.browser.ask('DELETE', `/api/me/passkeys/${foreign.id}`)).body).toMatchObject(problemOf('second-factor-required'));
  });

  test('is one of several, renamed and removed; with the last one goes the right to act', async () => {
    const { browser } = await anAdministrator();
    const [first, second] = [await withPasskey(browser, 'Laptop'), await withPasskey(browser, 'Key ring')];
    expect((await browser.ask('PATCH', `/api/me/passkeys/${second.id}`, { label: 'Drawer' })).status).toBe(204);
    expect((await browser.ask('GET', '/api/me/second-factors')).body).toMatchObject({ passkeys: [{ label: 'Laptop' }, { label: 'Drawer' }], totp: false });
    await browser.ask('DELETE', `/api/me/passkeys/${first.id}`);
    expect(await isStrong(browser)).toBe(true);
    await browser.ask('DELETE', `/api/me/passkeys/${second.id}`);
    expect(await isStrong(browser)).toBe(false);
  });
});

describe('setting one up', () => {
  test('needs the factor that is there already', async () => {
    const { person, browser } = await anAdministrator();
    await withPasskey(browser);
    await weaken(person);
    for (const path of ['/api/me/passkeys/options', '/api/me/totp', '/api/me/recovery-codes']) {
      expect([path, (await browser.ask('POST', path)).body]).toMatchObject([path, problemOf('second-factor-required')]);
    }
  });

  test('is for who signed in just now, where there is none', async () => {
    const { person, browser } = await anAdministrator();
    await database.source.query(`UPDATE auth_session SET created_at = now() - interval '16 minutes' WHERE account_id = $1`, [person.accountId]);
    expect((await browser.ask('POST', '/api/me/passkeys/options')).body).toMatchObject(problemOf('sign-in-first'));
  });

  test('is not the operator’s, whose token belongs to no account', async () => {
    expect((await house.ask('POST', '/api/me/totp')).body).toMatchObject(problemOf('not-allowed'));
  });
});

describe('an authenticator app', () => {
  test('counts once a code of it was shown; its secret names no address', async () => {
    const { person, browser } = await anAdministrator();
    const { setup, app } = await withTotp(browser);
    expect((await browser.ask('POST', '/api/me/step-up/totp', { code: app.generate() })).body).toMatchObject(problemOf('code-wrong'));
    expect((await browser.ask('POST', '/api/me/totp/confirm', { code: app.generate() })).status).toBe(204);
    expect(await isStrong(browser)).toBe(true);
    expect(setup.picture).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(decodeURIComponent(setup.uri)).not.toContain(person.email);
  });

  test('has codes that work once, and no earlier one after a later one', async () => {
    const { person, browser } = await anAdministrator();
    const { app } = await withTotp(browser);
    const now = Date.now();
    const sealing = house.app.get<Sealing>(SEALING);
    const use = async (step: number, confirmed = true): Promise<boolean> =>
      await useTotp(database.source.manager, sealing, person.accountId, app.generate({ timestamp: now + step * 30_000 }), { confirmed }, now + 30_000);
    expect(await use(0, false)).toBe(true);
    expect([await use(0), await use(1), await use(1), await use(0), await use(2), await use(4)]).toEqual([false, true, false, false, true, false]);
  });

  test('is not guessed: five wrong codes, and the right one waits', async () => {
    const { person, browser } = await anAdministrator();
    const { app } = await withTotp(browser);
    await browser.ask('POST', '/api/me/totp/confirm', { code: app.generate() });
    await weaken(person);
    const next = app.generate({ timestamp: Date.now() + 30_000 });
    const wrong = String((Number(next) + 1) % 1_000_000).padStart(6, '0');
    for (let tries = 0; tries < 5; tries += 1) expect((await browser.ask('POST', '/api/me/step-up/totp', { code: wrong })).status).toBe(422);
    const refused = await browser.ask('POST', '/api/me/step-up/totp', { code: next });
    expect([refused.status, refused.body, await isStrong(browser)]).toMatchObject([429, problemOf('too-many-tries'), false]);
  });
});

test('a recovery code stands in for a lost factor, once', async () => {
  const { person, browser } = await anAdministrator();
  expect((await browser.ask('POST', '/api/me/recovery-codes')).status).toBe(409);
  await withPasskey(browser);
  const { codes } = (await browser.ask<{ codes: string[] }>('POST', '/api/me/recovery-codes')).body;
  expect(new Set(codes).size).toBe(10);
  await weaken(person);
  const [code = ''] = codes;
  expect((await browser.ask('POST', '/api/me/step-up/recovery', { code: code.toUpperCase().replaceAll('-', ' ') })).status).toBe(204);
  await weaken(person);
  expect((await browser.ask('POST', '/api/me/step-up/recovery', { code })).body).toMatchObject(problemOf('code-wrong'));
  expect(await isStrong(browser)).toBe(false);
});
