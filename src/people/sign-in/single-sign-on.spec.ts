import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { anOpenIdProvider, type OpenIdProvider } from '../../../test/support/an-openid-provider.js';
import { aWebBrowser, type WebBrowser } from '../../../test/support/a-web-browser.js';
import { readSignInMail } from '../../../test/support/read-mails.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';

let database: TestDatabase;
let house: RunningApp;
let provider: OpenIdProvider;
beforeAll(async () => {
  [database, provider] = await Promise.all([aDatabase(), anOpenIdProvider()]);
  const { issuer, clientId, clientSecret } = provider;
  house = await anApp(database, { environment: { MERIDIAN_OIDC_ISSUER: issuer, MERIDIAN_OIDC_CLIENT_ID: clientId, MERIDIAN_OIDC_CLIENT_SECRET: clientSecret } });
});
beforeEach(() => Object.assign(provider, { claims: {}, forge: false }));
afterAll(async () => {
  await house.close();
  await provider.close();
  await database.drop();
});

const BEGIN = '/api/sign-in/single-sign-on';
const locationOf = ({ headers }: { headers: Headers }): string => headers.get('location') ?? '';

/** To the provider and back: the address of our callback with what the provider gives. */
async function walk(browser: WebBrowser, returnTo = '/open-skies/agenda'): Promise<string> {
  const begun = await browser.ask('GET', `${BEGIN}?returnTo=${encodeURIComponent(returnTo)}`);
  const answered = await fetch(locationOf(begun), { redirect: 'manual' });
  return locationOf(answered).slice(house.url.length);
}

const accountOf = async (browser: WebBrowser): Promise<unknown> => (await browser.ask('GET', '/api/me')).body['account'];

test('is offered, and signs in to the account of the address that the provider vouches for', async () => {
  const byMail = aWebBrowser(house.url);
  expect((await byMail.ask('GET', '/api/me')).body).toEqual({ account: null, deliversMail: false, singleSignOn: true });
  await byMail.ask('POST', '/api/sign-in', { email: 'mina@people.example' });
  await byMail.ask('POST', '/api/sign-in/verify', { code: (await readSignInMail(house.app, 'mina@people.example')).code });

  const browser = aWebBrowser(house.url);
  const back = await browser.ask('GET', await walk(browser));
  expect([back.status, locationOf(back)]).toEqual([302, '/open-skies/agenda']);
  const [one, other] = (await Promise.all([accountOf(byMail), accountOf(browser)])) as { accountId: string; strong: boolean }[];
  expect(other).toMatchObject({ accountId: one?.accountId, strong: false });
});

test.each<[string, Partial<Pick<OpenIdProvider, 'claims' | 'forge'>>]>([
  ['an address that was not verified', { claims: { email_verified: false } }],
  ['an address that only claims to be verified', { claims: { email_verified: 'true' } }],
  ['no address', { claims: { email: null } }],
  ['another nonce', { claims: { nonce: 'of-another-sign-in' } }],
  ['a signature of somebody else', { forge: true }],
])('refuses %s', async (_name, falsified) => {
  Object.assign(provider, falsified);
  const browser = aWebBrowser(house.url);
  const back = await browser.ask('GET', await walk(browser));
  expect([locationOf(back), await accountOf(browser)]).toEqual(['/sign-in?refused=single-sign-on', null]);
});

test('a callback is good once, in the browser that began, and with its own state', async () => {
  const [victim, attacker] = [aWebBrowser(house.url), aWebBrowser(house.url)];
  const attackers = await walk(attacker);
  // the attacker's callback, opened by a victim: with no cookie, and with that of a sign-in of their own
  expect(locationOf(await victim.ask('GET', attackers))).toBe('/sign-in?refused=single-sign-on');
  const own = await walk(victim);
  expect(locationOf(await victim.ask('GET', attackers))).toBe('/sign-in?refused=single-sign-on');
  expect(await accountOf(victim)).toBeNull();
  const again = await walk(victim);
  expect(locationOf(await victim.ask('GET', own))).toBe('/sign-in?refused=single-sign-on');
  const last = await walk(victim);
  expect(again).not.toBe(last);
  expect(locationOf(await victim.ask('GET', last))).toBe('/open-skies/agenda');
  expect(locationOf(await victim.ask('GET', last))).toBe('/sign-in?refused=single-sign-on');
});

test('leads nowhere else', async () => {
  expect((await aWebBrowser(house.url).ask('GET', `${BEGIN}?returnTo=${encodeURIComponent('https://elsewhere.example')}`)).status).toBe(400);
});

test('is not there where it is not set up', async () => {
  const second = await anApp(database);
  const browser = aWebBrowser(second.url);
  expect((await browser.ask('GET', '/api/me')).body).toMatchObject({ singleSignOn: false });
  expect(locationOf(await browser.ask('GET', BEGIN))).toBe('/sign-in?refused=single-sign-on');
  await second.close();
});
