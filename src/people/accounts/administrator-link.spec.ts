import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { aPerson } from '../../../test/support/a-person.js';
import { aWebBrowser } from '../../../test/support/a-web-browser.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { makeAdministratorLink, makeFirstAdministratorLink } from './administrator-link.js';

let database: TestDatabase;
let house: RunningApp;
beforeAll(async () => {
  database = await aDatabase();
  house = await anApp(database);
});
afterAll(async () => {
  await house.close();
  await database.drop();
});

const problemOf = (code: string) => ({ type: `urn:meridian:problem:${code}` });
const newLink = async (): Promise<string> => await database.source.transaction(makeAdministratorLink);

test('the first link makes an administrator of whoever opens it, once; then there is no first one more', async () => {
  const token = await database.source.transaction(makeFirstAdministratorLink);
  const browser = aWebBrowser(house.url);
  expect((await browser.ask('POST', '/api/welcome', { token })).body).toMatchObject({ ...problemOf('invalid-input'), errors: [{ path: '/email' }] });
  expect((await browser.ask('POST', '/api/welcome', { token, email: 'first@people.example' })).status).toBe(204);
  const { account } = (await browser.ask('GET', '/api/me')).body;
  expect(account).toMatchObject({ email: 'first@people.example', strong: false, grants: [{ role: 'administrator', conferenceId: null }], secondFactor: { isNeeded: true, isSetUp: false } });
  const replayed = await aWebBrowser(house.url).ask('POST', '/api/welcome', { token, email: 'second@people.example' });
  expect([replayed.status, replayed.body]).toMatchObject([410, problemOf('sign-in-used')]);
  expect(await database.source.transaction(makeFirstAdministratorLink)).toBeNull();
});

test('a link is over after a day, and when a newer one was printed', async () => {
  const [older, newer] = [await newLink(), await newLink()];
  const open = async (token: string) => (await aWebBrowser(house.url).ask('POST', '/api/welcome', { token, email: 'late@people.example' })).body;
  expect(await open(older)).toMatchObject(problemOf('sign-in-expired'));
  await database.source.query(`UPDATE invitation SET expires_at = now() - interval '1 second'`);
  expect(await open(newer)).toMatchObject(problemOf('sign-in-expired'));
  expect(await open('forged-forged-forged-forged')).toMatchObject(problemOf('sign-in-expired'));
});

test('an account that exists is not handed over: its owner signs in first, and then the link is theirs', async () => {
  const token = await newLink();
  const owner = await aPerson(house.app);
  const stranger = aWebBrowser(house.url);
  const refused = await stranger.ask('POST', '/api/welcome', { token, email: owner.email });
  expect([refused.status, refused.body, stranger.kept.has('meridian_session')]).toMatchObject([409, problemOf('sign-in-first'), false]);
  const own = aWebBrowser(house.url);
  own.plant('meridian_session', owner.cookie.split('=')[1] ?? '');
  expect((await own.ask('POST', '/api/welcome', { token })).status).toBe(204);
  expect((await own.ask('GET', '/api/me')).body['account']).toMatchObject({ accountId: owner.accountId, grants: [{ role: 'administrator' }] });
});
