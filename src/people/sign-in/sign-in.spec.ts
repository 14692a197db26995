import { createLogger } from '../../platform/logging/logger.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { aWebBrowser } from '../../../test/support/a-web-browser.js';
import { readMails, readSignInMail } from '../../../test/support/read-mails.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';

let database: TestDatabase;
let house: RunningApp;
const logged: string[] = [];
beforeAll(async () => {
  database = await aDatabase();
  house = await anApp(database, { logger: createLogger('trace', { write: (line) => void logged.push(line) }) });
});
afterAll(async () => {
  await house.close();
  await database.drop();
});

const problemOf = (code: string) => ({ type: `urn:meridian:problem:${code}` });
const asked = async (email: string, more: object = {}) => {
  const browser = aWebBrowser(house.url);
  expect((await browser.ask('POST', '/api/sign-in', { email, language: 'en', ...more })).status).toBe(202);
  return { browser, ...(await readSignInMail(house.app, email)) };
};

describe('a mail', () => {
  test.each(['code', 'token'] as const)('signs in by its %s, once, and makes the account with a name that tells nothing', async (which) => {
    const email = `mina-${which}@people.example`;
    const { browser, ...mail } = await asked(email, { returnTo: '/open-skies/agenda' });
    const first = await browser.ask('POST', '/api/sign-in/verify', { [which]: mail[which] });
    expect([first.status, first.body]).toEqual([200, { returnTo: '/open-skies/agenda' }]);
    const { account } = (await browser.ask('GET', '/api/me')).body;
    expect(account).toMatchObject({ email, strong: false, grants: [], secondFactor: { isSetUp: false, isNeeded: false } });
    expect(String(account?.['handle'])).toMatch(/^\w+ \w+ \d\d$/);
    expect(browser.kept.get('meridian_session')?.attributes).toMatch(/httponly.*samesite=lax/i);
    const replayed = await browser.ask('POST', '/api/sign-in/verify', { [which]: mail[which] });
    expect([replayed.status, replayed.body]).toMatchObject([410, problemOf('sign-in-used')]);
  });

  test('keeps the account of an address, however it is typed', async () => {
    const ids: unknown[] = [];
    for (const typed of ['Arash@People.example', 'arash@people.example']) {
      const { browser, code } = await asked(typed);
      await browser.ask('POST', '/api/sign-in/verify', { code });
      ids.push((await browser.ask('GET', '/api/me')).body['account']?.['accountId']);
    }
    expect(ids[0]).toBe(ids[1]);
  });

  test.each(['code', 'token'] as const)('does not sign in by its %s in another browser', async (which) => {
    const { browser, ...mail } = await asked(`other-${which}@people.example`);
    const stranger = aWebBrowser(house.url);
    const answer = await stranger.ask('POST', '/api/sign-in/verify', { [which]: mail[which] });
    expect([answer.status, answer.body]).toMatchObject([403, problemOf('sign-in-other-browser')]);
    expect(stranger.kept.has('meridian_session')).toBe(false);
    expect((await browser.ask('POST', '/api/sign-in/verify', { [which]: mail[which] })).status).toBe(200);
  });

  test('does not sign in after 15 minutes', async () => {
    const { browser, code, token } = await asked('late@people.example');
    await database.source.query(`UPDATE sign_in SET expires_at = now() - interval '1 second', created_at = now() - interval '16 minutes'`);
    for (const proof of [{ code }, { token }]) expect((await browser.ask('POST', '/api/sign-in/verify', proof)).body).toMatchObject(problemOf('sign-in-expired'));
  });

  test('gives five tries, and then none to the right code', async () => {
    const { browser, code } = await asked('guessed@people.example');
    const wrong = code === '00000000' ? '00000001' : '00000000';
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await browser.ask('POST', '/api/sign-in/verify', { code: wrong })).body).toMatchObject({ ...problemOf('code-wrong'), errors: [{ path: '/code' }] });
    }
    const answer = await browser.ask('POST', '/api/sign-in/verify', { code });
    expect([answer.status, answer.body]).toMatchObject([429, problemOf('too-many-tries')]);
  });

  test('of two who show the same code at once, one is let in', async () => {
    const { browser, code } = await asked('racer@people.example');
    const answers = await Promise.all([1, 2, 3].map(async () => await browser.ask('POST', '/api/sign-in/verify', { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  });

  test('goes to an address five times in a quarter of an hour, and who asks is not told', async () => {
    const email = 'flooded@people.example';
    for (let n = 0; n < 7; n += 1) await asked(email);
    expect((await readMails(house.app)).filter((mail) => mail.email === email)).toHaveLength(5);
  });

  test('a browser that asks for many is told to wait', async () => {
    const browser = aWebBrowser(house.url);
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await browser.ask('POST', '/api/sign-in', { email: `many-${n}@people.example` })).status);
    expect(statuses).toEqual([...Array<number>(10).fill(202), 429]);
  });

  test('a way back leads nowhere else', async () => {
    const browser = aWebBrowser(house.url);
    for (const returnTo of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)']) {
      const answer = await browser.ask('POST', '/api/sign-in', { email: 'back@people.example', returnTo });
      expect([returnTo, answer.status]).toEqual([returnTo, 400]);
    }
  });
});

test('the answer for an address with an account is that for one without, in every part, and so is the work', async () => {
  const { browser, code } = await asked('known@people.example');
  await browser.ask('POST', '/api/sign-in/verify', { code });
  const answers = [];
  const rows = [];
  for (const email of ['known@people.example', 'unknown@people.example']) {
    const before = await counts();
    const { status, body, headers } = await aWebBrowser(house.url).ask('POST', '/api/sign-in', { email });
    const shown = [...headers.entries()].filter(([name]) => !['date', 'x-request-id', 'set-cookie'].includes(name));
    answers.push({ status, body, shown, cookie: headers.get('set-cookie')?.replace(/=[\w-]{43}/, '=…') });
    const after = await counts();
    rows.push({ asked: after.asked - before.asked, mails: after.mails - before.mails, accounts: after.accounts - before.accounts });
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(rows).toEqual([{ asked: 1, mails: 1, accounts: 0 }, { asked: 1, mails: 1, accounts: 0 }]);
});

describe('a session', () => {
  const signedIn = async (email: string) => {
    const { browser, code } = await asked(email);
    expect((await browser.ask('POST', '/api/sign-in/verify', { code })).status).toBe(200);
    return browser;
  };

  test('has a secret of its own, whatever cookie was planted before', async () => {
    const attacker = await signedIn('attacker@people.example');
    const planted = attacker.kept.get('meridian_session')?.value ?? '';
    const { browser, code } = await asked('victim@people.example');
    browser.plant('meridian_session', planted);
    await browser.ask('POST', '/api/sign-in/verify', { code });
    expect(browser.kept.get('meridian_session')?.value).not.toBe(planted);
    expect((await attacker.ask('GET', '/api/me')).body['account']).toBeNull();
  });

  test('is nobody’s by a forged cookie', async () => {
    const browser = aWebBrowser(house.url);
    for (const forged of ['x', 'A'.repeat(43), `${'B'.repeat(42)}=`]) {
      browser.plant('meridian_session', forged);
      expect((await browser.ask('GET', '/api/me')).body['account']).toBeNull();
      expect((await browser.ask('GET', '/api/me/sessions')).status).toBe(401);
    }
  });

  test('is listed by device, and ended from another', async () => {
    const [here, there] = [await signedIn('twice@people.example'), await signedIn('twice@people.example')];
    const { items } = (await here.ask<{ items: { id: string; device: string; isThisOne: boolean }[] }>('GET', '/api/me/sessions')).body;
    expect(items.map(({ device, isThisOne }) => [device, isThisOne])).toEqual([['Firefox on Linux', true], ['Firefox on Linux', false]]);
    expect((await here.ask('DELETE', `/api/me/sessions/${items[1]?.id}`)).status).toBe(204);
    expect((await there.ask('GET', '/api/me')).body['account']).toBeNull();
    const third = await signedIn('twice@people.example');
    expect((await here.ask('DELETE', '/api/me/sessions')).status).toBe(204);
    expect((await third.ask('GET', '/api/me')).body['account']).toBeNull();
    expect((await here.ask('GET', '/api/me')).body['account']).not.toBeNull();
  });

  test('is not ended by another person', async () => {
    const [mine, theirs] = [await signedIn('mine@people.example'), await signedIn('theirs@people.example')];
    const { account } = (await mine.ask('GET', '/api/me')).body;
    expect((await theirs.ask('DELETE', `/api/me/sessions/${String(account?.['sessionId'])}`)).status).toBe(404);
    expect((await mine.ask('GET', '/api/me')).body['account']).not.toBeNull();
  });

  test('ends with signing out, also for who kept its cookie', async () => {
    const browser = await signedIn('leaving@people.example');
    const secret = browser.kept.get('meridian_session')?.value ?? '';
    expect((await browser.ask('POST', '/api/sign-out')).status).toBe(204);
    expect(browser.kept.has('meridian_session')).toBe(false);
    browser.plant('meridian_session', secret);
    expect((await browser.ask('GET', '/api/me')).body['account']).toBeNull();
  });

  test('changes its own account: name, zone, language', async () => {
    const browser = await signedIn('changing@people.example');
    expect((await browser.ask('PATCH', '/api/me', { handle: 'باران', zone: 'Asia/Tehran', language: 'fa' })).status).toBe(204);
    expect((await browser.ask('GET', '/api/me')).body['account']).toMatchObject({ handle: 'باران', zone: 'Asia/Tehran', language: 'fa' });
    await browser.ask('PATCH', '/api/me', { zone: null });
    expect((await browser.ask('GET', '/api/me')).body['account']).toMatchObject({ handle: 'باران', zone: null });
    const refused = await browser.ask('PATCH', '/api/me', { handle: 'x', email: 'new@people.example' });
    expect([refused.status, refused.body]).toMatchObject([400, problemOf('invalid-input')]);
  });
});

test('a page of another site may not write in anybody’s name', async () => {
  const browser = aWebBrowser(house.url);
  for (const path of ['/api/sign-in', '/api/sign-in/verify', '/api/sign-out', '/api/me/sessions', '/api/welcome']) {
    const answer = await browser.ask('POST', path, {}, { origin: 'https://elsewhere.example' });
    expect([path, answer.status, answer.body]).toMatchObject([path, 403, problemOf('not-allowed')]);
  }
});

test('no log line and no row has an address, a code or a secret in clear', async () => {
  const { browser, code, token } = await asked('secret-mina@people.example');
  await browser.ask('POST', '/api/sign-in/verify', { code });
  const session = browser.kept.get('meridian_session')?.value ?? '';
  expect(logged.length).toBeGreaterThan(10);
  const tables: { name: string }[] = await database.source.query(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`);
  const dump = (await Promise.all(tables.map(async ({ name }) => JSON.stringify(await database.source.query(`SELECT t::text FROM "${name}" t`))))).join('\n');
  expect(dump).toContain('Firefox on Linux');
  for (const secret of ['secret-mina', 'people.example', code, token, session]) {
    expect(logged.join('\n')).not.toContain(secret);
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
  }
});

async function counts(): Promise<{ asked: number; mails: number; accounts: number }> {
  const [row] = await database.source.query<[{ asked: number; mails: number; accounts: number }]>(
    `SELECT (SELECT count(*)::int FROM sign_in) AS asked, (SELECT count(*)::int FROM mail) AS mails, (SELECT count(*)::int FROM account) AS accounts`,
  );
  return row;
}
