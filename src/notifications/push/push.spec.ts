import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import webPush from 'web-push';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { aPushService, type PushReception, type PushService } from '../../../test/support/a-push-service.js';
import { anApp, type AnyBody, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { PushSubscription } from '../../contract/push.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { openDataSource } from '../../platform/database/data-source.js';
import { createLogger } from '../../platform/logging/logger.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { SCHEMA } from '../../schema.js';
import { notify } from '../notify.js';
import { PushEndpoints } from './push-endpoint.js';
import { PushSender } from './push-sender.js';

const LOOPBACK = { MERIDIAN_PUSH_LOOPBACK: '1' };

let database: TestDatabase;
let conference: BuiltConference;
const opened: { close: () => Promise<unknown> }[] = [];
beforeEach(async () => {
  database = await aDatabase();
  conference = await aConference('open-skies').withCity('Lyon').withRoom('Ampère').withSession('The quiet city', { room: 'Ampère', startsAt: '2026-11-25T09:00:00Z' }).build(database.source);
});
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
  await database.drop();
});

async function started<T extends { close: () => Promise<unknown> }>(starting: Promise<T>): Promise<T> {
  const one = await starting;
  opened.push(one);
  return one;
}

const aService = async (receive?: (time: number) => PushReception | Promise<PushReception>): Promise<PushService> => await started(aPushService(receive));
const aHouse = async (): Promise<RunningApp> => await started(anApp(database, { environment: LOOPBACK }));
const put = async (app: RunningApp, person: Person | 'nobody' | 'administrator', subscription: unknown) => await app.ask('PUT', '/api/me/push', subscription, person);

async function tell({ app }: RunningApp, session: string, ...people: Person[]): Promise<void> {
  const params = { conference: 'Open Skies', slug: 'open-skies', session, what: 'moved', startsAt: '2026-11-25T09:20:00.000Z', zone: 'Europe/Paris' };
  const mail = { template: 'slot-changed' as const, params: { conference: 'Open Skies', session, what: 'moved' as const, startsAt: null, zone: 'Europe/Paris', path: '/open-skies/speak' } };
  await database.source.transaction(
    async (tx) => await notify(tx, app.get<Sealing>(SEALING), { accountIds: people.map(({ accountId }) => accountId), kind: 'slot-changed', conferenceId: conference.id, params, mail }),
  );
}

/** Resolves when the table says so: the delivery tells nobody else. */
async function until(condition: string): Promise<void> {
  for (;;) {
    const [row] = await database.source.query<{ is: boolean }[]>(`SELECT ${condition} AS is`);
    if (row?.is === true) return;
    await new Promise(setImmediate);
  }
}
const allSent = `NOT EXISTS (SELECT 1 FROM push_message WHERE sent_at IS NULL)`;
/** As if the back-off, or a dead process's lease, were over. */
const timePasses = async (): Promise<void> =>
  void (await database.source.query(`WITH due AS (UPDATE push_message SET next_try_at = now() WHERE sent_at IS NULL AND tries > 0 RETURNING 1) SELECT pg_notify('push_queued', '') FROM due LIMIT 1`));
const count = async (table: string): Promise<number> => (await database.source.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM ${table}`))[0].count;

it('tells a device that subscribed, encrypted for it alone, and keeps nothing in clear', async () => {
  const service = await aService();
  const app = await aHouse();
  const person = await aPerson(app.app);
  expect((await app.ask('GET', '/api/me/push', undefined, person)).body).toEqual({ publicKey: expect.stringMatching(/^[\w-]{87}$/), isOn: false });
  const subscription = service.subscribe();
  expect((await put(app, person, subscription)).status).toBe(204);
  const { body } = await app.ask('GET', '/api/me/push', undefined, person);
  expect(body['isOn']).toBe(true);
  await tell(app, 'The quiet city', person, await aPerson(app.app));
  await until(allSent);
  const [message] = await database.source.query<{ id: string }[]>(`SELECT id FROM push_message`);
  expect(service.received(subscription)).toEqual([
    {
      payload: {
        tag: message?.id, title: 'Open Skies', body: expect.stringMatching(/^Your session has moved: The quiet city\nNov 25, 2026, 10:20\sAM \(Europe\/Paris\)$/),
        language: 'en', direction: 'ltr', path: '/open-skies/speak',
      },
      ttl: expect.any(Number), urgency: 'normal', topic: message?.id.replaceAll('-', ''), sender: 'mailto:operator@meridian.invalid', publicKey: body['publicKey'],
    },
  ]);
  const dump = JSON.stringify(await database.source.query(`SELECT s::text, m::text FROM push_subscription s JOIN push_message m ON m.subscription_id = s.id`));
  for (const known of [subscription.endpoint, subscription.keys.auth, subscription.keys.p256dh, 'The quiet city']) {
    expect(dump).not.toContain(known);
    expect(dump).not.toContain(Buffer.from(known).toString('hex'));
  }
});

it('asks no push service anything as long as nobody has subscribed', async () => {
  const service = await aService();
  const app = await aHouse();
  await tell(app, 'The quiet city', await aPerson(app.app));
  expect([service.asked(), await count('push_message'), await count('mail')]).toEqual([0, 0, 1]);
});

it('tells each device, and none whose person does not wish it', async () => {
  const service = await aService();
  const app = await aHouse();
  const [reader, quiet] = [await aPerson(app.app), await aPerson(app.app)];
  const [first, second] = [service.subscribe(), service.subscribe()];
  await put(app, reader, first);
  await put(app, quiet, second);
  await app.ask('PUT', '/api/me/notification-preferences', { kind: 'slot-changed', inApp: true, mail: true, push: false }, quiet);
  await tell(app, 'The quiet city', reader, quiet);
  await until(allSent);
  expect([service.received(first).length, service.received(second).length]).toEqual([1, 0]);
});

it('ends with the session: signing out, being signed out, and turning it off', async () => {
  const service = await aService();
  const app = await aHouse();
  for (const end of [
    async (person: Person) => await app.ask('POST', '/api/sign-out', undefined, person),
    async ({ accountId }: Person) => await database.source.query(`DELETE FROM auth_session WHERE account_id = $1`, [accountId]),
    async (person: Person) => await app.ask('DELETE', '/api/me/push', undefined, person),
  ]) {
    const person = await aPerson(app.app);
    expect((await put(app, person, service.subscribe())).status).toBe(204);
    expect(await count('push_subscription')).toBe(1);
    await end(person);
    expect(await count('push_subscription')).toBe(0);
    await tell(app, 'The quiet city', person);
  }
  expect(service.asked()).toBe(0);
});

it('keeps one subscription a device, and gives a browser to whoever is signed in there now', async () => {
  const service = await aService();
  const app = await aHouse();
  const [first, second] = [await aPerson(app.app), await aPerson(app.app)];
  const browser = service.subscribe();
  await put(app, first, service.subscribe());
  await put(app, first, browser);
  expect(await count('push_subscription')).toBe(1);
  await put(app, second, browser);
  expect(await database.source.query(`SELECT account_id AS id FROM push_subscription`)).toEqual([{ id: second.accountId }]);
});

it('lets go of a device that its push service knows no longer', async () => {
  const service = await aService(() => 410);
  const app = await aHouse();
  const person = await aPerson(app.app);
  await put(app, person, service.subscribe());
  await tell(app, 'The quiet city', person);
  await until(`NOT EXISTS (SELECT 1 FROM push_subscription)`);
  expect((await app.ask('GET', '/api/me/push', undefined, person)).body['isOn']).toBe(false);
  expect(service.asked()).toBe(1);
});

it('tries again after a refusal that may pass and a lost connection, and gives up at one that will not', async () => {
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line) => void lines.push(line) });
  const moody = await aService((time) => (time === 1 ? 503 : time === 2 ? 'drop' : 'take'));
  const strict = await aService(() => 400);
  const app = await started(anApp(database, { environment: LOOPBACK, logger }));
  const people = [await aPerson(app.app), await aPerson(app.app)] as const;
  const subscription = moody.subscribe();
  await put(app, people[0], subscription);
  await put(app, people[1], strict.subscribe());
  await tell(app, 'The quiet city', ...people);
  await until(`(SELECT bool_and(error IS NOT NULL) FROM push_message)`);
  expect(await database.source.query(`SELECT error, next_try_at = 'infinity' AS final FROM push_message ORDER BY error`)).toEqual([
    { error: 'PUSH 400', final: true },
    { error: 'PUSH 503', final: false },
  ]);
  await database.source.query(`DELETE FROM push_message WHERE error = 'PUSH 400'`);
  await timePasses();
  await until(`(SELECT error <> 'PUSH 503' AND next_try_at > now() FROM push_message)`);
  await timePasses();
  await until(allSent);
  expect([moody.received(subscription).length, strict.asked()]).toEqual([1, 1]);
  expect(lines.join('')).toContain('a push was not taken');
  expect(lines.join('')).not.toMatch(/\/push\/[0-9a-f-]{36}|not for logs|quiet city/);
});

it('loses none and sends none twice when two processes race', async () => {
  const service = await aService(async (time) => {
    await new Promise(setImmediate);
    return time % 4 === 1 ? 503 : 'take';
  });
  const app = await aHouse();
  const second = await openDataSource(database.url, SCHEMA);
  opened.push({ close: async () => await second.destroy() });
  // the same keys, as processes that share a database have
  const other = await anApp({ ...database, source: second }, { environment: { ...LOOPBACK, MERIDIAN_SEALING_KEYS: await keysOf(app) } });
  opened.push(other);
  const people = await Promise.all(Array.from({ length: 12 }, async () => await aPerson(app.app)));
  const subscriptions = people.map(() => service.subscribe());
  for (const [at, person] of people.entries()) expect((await put(app, person, subscriptions[at])).status).toBe(204);
  await tell(app, 'One', ...people);
  await tell(app, 'Two', ...people);
  await until(`(SELECT count(*) FROM push_message WHERE sent_at IS NULL) = 12 AND (SELECT bool_and(error IS NOT NULL) FROM push_message WHERE sent_at IS NULL)`);
  await timePasses();
  await until(allSent);
  for (const subscription of subscriptions) {
    expect(service.received(subscription).map(({ payload }) => /: (\w+)/.exec(payload.body)?.[1]).sort()).toEqual(['One', 'Two']);
  }
});

async function keysOf({ app }: RunningApp): Promise<string> {
  return await readFile(join(app.get<Configuration>(CONFIGURATION).dataDirectory, 'sealing-keys.json'), 'utf8');
}

it('does not tell too late, and forgets what nobody can be told any more', async () => {
  const service = await aService();
  const app = await aHouse();
  const person = await aPerson(app.app);
  await put(app, person, service.subscribe());
  await database.source.query(
    `INSERT INTO push_message (id, subscription_id, conference_id, kind, params, expires_at) SELECT gen_random_uuid(), id, $1, 'slot-changed', '{}', now() - interval '1 s' FROM push_subscription`,
    [conference.id],
  );
  await database.source.query(`SELECT pg_notify('push_queued', '')`);
  await until(allSent);
  expect(service.asked()).toBe(0);
});

it('makes its keys once, for its owner only', async () => {
  const app = await aHouse();
  const { mode } = await stat(join(app.app.get<Configuration>(CONFIGURATION).dataDirectory, 'push-keys.json'));
  expect(mode & 0o777).toBe(0o600);
});

describe('an address that a browser gives', () => {
  const key = (): PushSubscription['keys'] => ({ p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4', auth: 'BTBZMqHH6r4Tts7J_aSIgg' });
  const refusalOf = ({ status, body }: { status: number; body: AnyBody }): unknown => [status, body['errors']?.[0]?.['path']];

  it.each([
    ['plain http', 'http://push.example.org/a'],
    ['this machine', 'https://127.0.0.1/a'],
    ['this machine in other clothes', 'https://[::ffff:127.0.0.1]/a'],
    ['this machine as a number', 'https://2130706433/a'],
    ['a name without a dot', 'https://localhost/a'],
    ['a private network', 'https://10.0.0.5/a'],
    ['the clouds’ own', 'https://169.254.169.254/latest/meta-data'],
    ['a door that is no push service’s', 'https://push.example.org:5432/a'],
    ['credentials', 'https://user:password@push.example.org/a'],
    ['no address', 'push'],
    ['another scheme', 'ftp://push.example.org/a'],
    ['a book', `https://push.example.org/${'a'.repeat(1_000)}`],
  ])('is refused where it is %s', async (_name, endpoint) => {
    const app = await started(anApp(database));
    expect(refusalOf(await put(app, await aPerson(app.app), { endpoint, keys: key() }))).toEqual([400, '/endpoint']);
  });

  it('is taken where it looks like a push service, with keys that a browser could have made', async () => {
    const app = await started(anApp(database));
    const person = await aPerson(app.app);
    const endpoint = 'https://push.example.org/a';
    expect((await put(app, person, { endpoint, keys: key() })).status).toBe(204);
    expect(refusalOf(await put(app, person, { endpoint, keys: { ...key(), p256dh: key().p256dh.replace('BCV', 'BCW') } }))).toEqual([400, '/keys/p256dh']);
    expect(refusalOf(await put(app, person, { endpoint, keys: { ...key(), auth: 'AA' } }))).toEqual([400, '/keys/auth']);
    expect((await put(app, 'administrator', { endpoint, keys: key() })).status).toBe(403);
  });

  it('is not connected to where its name leads back inside', async () => {
    let knocks = 0;
    const inside = createServer((_request, response) => {
      knocks += 1;
      response.end();
    });
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
    opened.push({ close: async () => await new Promise((resolve) => inside.close(resolve)) });
    const { port } = inside.address() as { port: number };
    const send = async (mayConnect: (address: string) => boolean): Promise<unknown> =>
      await new PushSender(webPush.generateVAPIDKeys(), 'mailto:a@example.org', { accepts: () => true, mayConnect })
        .send({ endpoint: `http://localhost:${port}/a`, keys: key() }, '{}', { ttl: 1, urgency: 'normal', topic: 'a' })
        .then(() => 'taken', (error: unknown) => (error as { code: string }).code);
    // a name that seemed to be of the internet, and leads to this machine when it is connected to
    expect([await send(new PushEndpoints(false).mayConnect), knocks]).toEqual(['ENOTPUBLIC', 0]);
    expect([await send(new PushEndpoints(true).mayConnect), knocks]).toEqual(['taken', 1]);
  });
});
