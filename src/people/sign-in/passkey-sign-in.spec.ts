import { aPerson, type Person } from '../../../test/support/a-person.js';
import { aSoftwarePasskey, type SoftwarePasskey } from '../../../test/support/a-software-passkey.js';
import { aWebBrowser, type WebBrowser } from '../../../test/support/a-web-browser.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';

let database: TestDatabase;
let house: RunningApp;
/** Passkeys belong to names, so the pages are those of localhost. */
let origin: string;
let person: Person;
let passkey: SoftwarePasskey;

beforeAll(async () => {
  database = await aDatabase();
  house = await anApp(database);
  origin = house.url.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  await house.close();
  await database.drop();
});

beforeEach(async () => {
  person = await aPerson(house.app, [{ role: 'administrator' }], { strong: false });
  passkey = aSoftwarePasskey(origin);
  const own = aWebBrowser(origin);
  own.plant('meridian_session', person.cookie.split('=')[1] ?? '');
  const options = (await own.ask<{ challenge: string }>('POST', '/api/me/passkeys/options')).body;
  await own.ask('POST', '/api/me/passkeys', { label: 'Laptop', answer: passkey.register(options) });
});

interface Options {
  challenge: string;
  userVerification: string;
  allowCredentials?: unknown[];
}
const begin = async (browser: WebBrowser): Promise<Options> => (await browser.ask<Options>('POST', '/api/sign-in/passkey/options')).body;
const show = async (browser: WebBrowser, answer: object) => await browser.ask('POST', '/api/sign-in/passkey', { answer });
const refused = { type: 'urn:meridian:problem:passkey-refused' };

test('a passkey alone opens a strong session of its account, whatever session the browser had', async () => {
  const browser = aWebBrowser(origin);
  browser.plant('meridian_session', person.cookie.split('=')[1] ?? '');
  const options = await begin(browser);
  // nobody is named, so nobody learns who has an account; the device checks its user
  expect([options.userVerification, options.allowCredentials ?? []]).toEqual(['required', []]);
  expect((await show(browser, passkey.prove(options))).status).toBe(204);
  expect((await browser.ask('GET', '/api/me')).body['account']).toMatchObject({ accountId: person.accountId, strong: true });
  const sessions: unknown[] = await database.source.query(`SELECT strong FROM auth_session WHERE account_id = $1`, [person.accountId]);
  expect(sessions).toEqual([{ strong: true }]);
});

test('one whose device did not check its user opens nothing: that would be one factor', async () => {
  const browser = aWebBrowser(origin);
  expect((await show(browser, passkey.prove(await begin(browser), { verified: false }))).body).toMatchObject(refused);
  expect(browser.kept.has('meridian_session')).toBe(false);
});

test('an answer works once, for its own browser, site and time', async () => {
  const [browser, other] = [aWebBrowser(origin), aWebBrowser(origin)];
  const answer = passkey.prove(await begin(browser));
  expect((await show(other, answer)).body).toMatchObject(refused);
  expect((await show(browser, answer)).status).toBe(204);
  expect((await show(browser, answer)).body).toMatchObject(refused);

  const elsewhere = passkey.prove(await begin(other), { origin: 'https://meridian.example' });
  expect((await show(other, elsewhere)).body).toMatchObject(refused);

  const late = passkey.prove(await begin(other));
  await database.source.query(`UPDATE sign_in_challenge SET expires_at = now() - interval '1 second'`);
  expect((await show(other, late)).body).toMatchObject(refused);

  const copied = passkey.prove(await begin(other), { counter: 1 });
  expect((await show(other, copied)).body).toMatchObject(refused);
});

test('an unknown passkey is refused in the same words as a wrong one', async () => {
  const browser = aWebBrowser(origin);
  const unknown = await show(browser, aSoftwarePasskey(origin).prove(await begin(browser)));
  const unverified = await show(browser, passkey.prove(await begin(browser), { verified: false }));
  expect([unknown.status, unknown.body['detail']]).toEqual([unverified.status, unverified.body['detail']]);
});

test('challenges that nobody answered do not stay', async () => {
  await begin(aWebBrowser(origin));
  await database.source.query(`UPDATE sign_in_challenge SET expires_at = now() - interval '1 second'`);
  await begin(aWebBrowser(origin));
  expect(await database.source.query(`SELECT count(*)::int AS held FROM sign_in_challenge`)).toEqual([{ held: 1 }]);
});
