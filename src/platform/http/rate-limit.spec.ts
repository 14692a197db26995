import { anApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { isNetwork, networkPrefix } from './network-prefix.js';
import { RATE_LIMITS, RateLimits } from './rate-limit.js';

it.each([
  ['203.0.113.77', '203.0.113'],
  ['::ffff:203.0.113.77', '203.0.113'],
  ['2001:db8:12:34ab:5678::1', '20010db8001234'],
  ['2001:0db8:0012:34cd::', '20010db8001234'],
  ['2001:db8::1', '20010db8000000'],
  ['::1', '00000000000000'],
  ['fe80::1%eth0', 'fe800000000000'],
  ['unknown', null],
  ['203.0.113.77, 198.51.100.1', null],
])('%s belongs to the network %s', (address, prefix) => expect(networkPrefix(address)).toBe(prefix));

it('knows an address and a network', () => {
  expect(['10.0.0.5', '10.0.0.0/8', 'fd00::/8', '::1'].every(isNetwork)).toBe(true);
  expect(['10.0.0.0/33', 'fd00::/129', '10.0.0.0/', 'proxy', '', '10.0.0.0/8/8'].some(isNetwork)).toBe(false);
});

it('counts a person wherever they ask from, and a network whoever asks', () => {
  let now = 0;
  const limits = new RateLimits(() => now);
  const { person, network } = RATE_LIMITS.register;
  for (let time = 0; time < person.burst; time += 1) expect(limits.take('register', { accountId: 'mina', network: `n${time}` })).toBeNull();
  expect(limits.take('register', { accountId: 'mina', network: 'elsewhere' })).toBe(1 / person.perSecond);
  expect(limits.take('register', { accountId: 'somebody else', network: 'elsewhere' })).toBeNull();
  now += 1_000 / person.perSecond;
  expect(limits.take('register', { accountId: 'mina', network: 'elsewhere' })).toBeNull();

  for (let time = 0; time < network.burst; time += 1) expect(limits.take('register', { accountId: `p${time}`, network: 'a venue' })).toBeNull();
  expect(limits.take('register', { accountId: 'one more', network: 'a venue' })).toBe(1);
  expect(limits.take('sign-in', { accountId: null, network: 'a venue' })).toBeNull();
});

describe('over HTTP', () => {
  const { burst } = RATE_LIMITS['prove-sign-in'].network;
  let database: TestDatabase;
  beforeAll(async () => {
    database = await aDatabase();
    // the clock stands: however slow a machine is, nothing is given back meanwhile
    const now = performance.now();
    Object.assign(performance, { now: () => now });
  });
  afterAll(async () => {
    Reflect.deleteProperty(performance, 'now');
    await database.drop();
  });

  /** Proves a sign-in wrongly until it is refused for its number; answers how often it was taken, and the last answer. */
  async function prove(url: string, forwardedFor: (time: number) => string): Promise<{ taken: number; last: Response }> {
    for (let taken = 0; ; taken += 1) {
      const last = await fetch(`${url}/api/sign-in/verify`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor(taken) },
        body: JSON.stringify({ code: '000000' }),
      });
      if (last.status === 429 || taken === 2 * burst) return { taken, last };
      await last.text();
    }
  }

  it('is not fooled by a forwarded address that nobody vouches for', async () => {
    const app = await anApp(database);
    const { taken, last } = await prove(app.url, (time) => `203.0.${time % 250}.1`);
    expect([taken, last.status]).toEqual([burst, 429]);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await last.json()).toMatchObject({ type: 'urn:meridian:problem:too-many-requests', retryAfter: expect.any(Number) });
    await app.close();
  });

  it('believes the proxy that is named, and only what it adds itself', async () => {
    const app = await anApp(database, { environment: { MERIDIAN_TRUSTED_PROXIES: '127.0.0.0/8' } });
    // what the client wrote stands before what the proxy saw
    const forged = await prove(app.url, (time) => `203.0.${time % 250}.1, 198.51.100.${time % 250}`);
    expect([forged.taken, forged.last.status]).toEqual([burst, 429]);
    const honest = await prove(app.url, (time) => `10.${Math.floor(time / 250)}.${time % 250}.1`);
    expect(honest.last.status).not.toBe(429);
    await app.close();
  });
});
