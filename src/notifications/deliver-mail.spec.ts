import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { aMailServer, type MailServer } from '../../test/support/a-mail-server.js';
import { anApp, type AnyBody, type RunningApp } from '../../test/support/an-app.js';
import { aPerson } from '../../test/support/a-person.js';
import { aServer } from '../../test/support/running-server.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { openDataSource } from '../platform/database/data-source.js';
import { createLogger } from '../platform/logging/logger.js';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';
import { SCHEMA } from '../schema.js';
import { judgeMailFailure } from './judge-mail.js';
import { backOff, MOST_TRIES } from './outcome.js';
import { queueMail } from './queue-mail.js';

const key = (): string => randomBytes(32).toString('base64');
const keys = JSON.stringify({ current: 'k1', indexKey: key(), keys: { k1: key() } });
const environment = (mail: MailServer | null): NodeJS.ProcessEnv => ({
  MERIDIAN_SEALING_KEYS: keys,
  ...(mail === null ? {} : { SMTP_URL: mail.url, MAIL_FROM: 'Open Skies <skies@meridian.example>' }),
});

let database: TestDatabase;
const opened: { close: () => Promise<unknown> }[] = [];
beforeEach(async () => {
  database = await aDatabase();
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

async function queue({ app }: RunningApp, ...emails: string[]): Promise<void> {
  const params = { link: 'https://meridian.example/sign-in/secret', code: '123456', minutes: 15 };
  for (const email of emails) {
    await app.get(DataSource).transaction(async (tx) => await queueMail(tx, app.get<Sealing>(SEALING), { email, language: 'en', template: 'sign-in', params }));
  }
}

/** As if the back-off, or a dead process's lease, were over. */
const timePasses = async (): Promise<void> =>
  void (await database.source.query(`WITH due AS (UPDATE mail SET next_try_at = now() WHERE sent_at IS NULL AND tries > 0 RETURNING id) SELECT pg_notify('mail_queued', id::text) FROM due`));

/** Resolves when the table says so: the delivery tells nobody else. */
async function until(condition: string): Promise<void> {
  for (;;) {
    const [row] = await database.source.query<{ is: boolean }[]>(`SELECT ${condition} AS is`);
    if (row?.is === true) return;
    await new Promise(setImmediate);
  }
}
const allSent = `NOT EXISTS (SELECT 1 FROM mail WHERE sent_at IS NULL)`;

it('sends a mail as it is written, and forgets whom it went to', async () => {
  const mail = await started(aMailServer());
  const app = await started(anApp(database, { environment: environment(mail) }));
  await queue(app, 'mina@people.example');
  await until(allSent);
  const [row] = await database.source.query<AnyBody[]>(`SELECT id, octet_length(email_sealed) + octet_length(params_sealed) AS left, tries FROM mail`);
  expect(row).toEqual({ id: expect.any(String), left: 0, tries: 1 });
  expect(mail.received).toEqual([{ to: 'mina@people.example', messageId: `<${String(row?.['id'])}@meridian.example>`, raw: expect.stringContaining('123456') }]);
  expect(mail.received[0]?.raw).toMatch(/^From: Open Skies <skies@meridian\.example>\r$/m);
});

it('tries again after a refusal and a lost connection, with the same Message-ID, and gives up when it is told for good', async () => {
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line) => void lines.push(line) });
  const mail = await started(aMailServer((to, time) => (to.startsWith('nobody') ? 550 : time === 1 ? 451 : time === 2 ? 'drop' : 'take')));
  const app = await started(anApp(database, { environment: environment(mail), logger }));
  await queue(app, 'slow@people.example', 'nobody@people.example');
  await until(`(SELECT bool_and(error IS NOT NULL) FROM mail)`);
  expect(await database.source.query(`SELECT error, next_try_at = 'infinity' AS final FROM mail ORDER BY id`)).toEqual([
    { error: 'EMESSAGE 451', final: false },
    { error: 'EMESSAGE 550', final: true },
  ]);
  await database.source.query(`DELETE FROM mail WHERE next_try_at = 'infinity'`);
  await timePasses();
  await until(`(SELECT tries = 2 AND error <> 'EMESSAGE 451' FROM mail)`);
  await timePasses();
  await until(allSent);
  expect(mail.received.map(({ to }) => to)).toEqual(['slow@people.example']);
  expect(lines.join('')).toContain('a mail was not taken');
  expect(lines.join('')).not.toMatch(/people\.example|123456/);
});

it('loses none and sends none twice when two processes race and the server is slow and moody', async () => {
  const emails = Array.from({ length: 40 }, (_, number) => `person-${number}@people.example`);
  const mail = await started(
    aMailServer(async (to, time) => {
      await new Promise(setImmediate);
      return time === 1 && Number(/\d+/.exec(to)?.[0]) % 5 === 0 ? 451 : 'take';
    }),
  );
  const one = await started(anApp(database, { environment: environment(mail) }));
  const second = await openDataSource(database.url, SCHEMA);
  opened.push({ close: async () => await second.destroy() });
  await started(anApp({ ...database, source: second }, { environment: environment(mail) }));
  await queue(one, ...emails);
  await until(`(SELECT count(*) FROM mail WHERE sent_at IS NULL) = 8 AND (SELECT bool_and(error IS NOT NULL) FROM mail WHERE sent_at IS NULL)`);
  await timePasses();
  await until(allSent);
  expect(mail.received.map(({ to }) => to).sort()).toEqual([...emails].sort());
});

it('sends what a killed process had claimed, once', async () => {
  let held: (() => void) | undefined;
  const stuck = new Promise<void>((resolve) => {
    held = resolve;
  });
  const silent = await started(
    aMailServer(async () => {
      held?.();
      return await new Promise(() => undefined);
    }),
  );
  const writer = await started(anApp(database, { environment: environment(null) }));
  await queue(writer, 'mina@people.example');
  const server = await started(aServer({ database, environment: environment(silent) }));
  await stuck;
  await server.kill('SIGKILL');
  expect(await database.source.query(`SELECT tries, next_try_at > now() AS leased FROM mail`)).toEqual([{ tries: 1, leased: true }]);
  await timePasses();
  const mail = await started(aMailServer());
  await started(anApp(database, { environment: environment(mail) }));
  await until(allSent);
  expect(mail.received.map(({ to }) => to)).toEqual(['mina@people.example']);
});

it('keeps mails for the administrator where there is no mail server, and puts on record that they were read', async () => {
  const app = await started(anApp(database, { environment: environment(null) }));
  await queue(app, 'mina@people.example', 'second@people.example');
  const administrator = await aPerson(app.app, [{ role: 'administrator' }]);
  const { status, body, headers } = await app.ask('GET', '/api/outbox?limit=1', undefined, administrator);
  expect([status, body.total, body.isDelivering, headers.get('cache-control')]).toEqual([200, 2, false, 'no-store']);
  expect(body.items).toEqual([
    {
      id: expect.any(String), template: 'sign-in', state: 'waiting', createdAt: expect.any(String), sentAt: null, tries: 0, error: null,
      mail: { to: 'second@people.example', subject: expect.stringContaining('123456'), text: expect.stringContaining('https://meridian.example/sign-in/secret') },
    },
  ]);
  const rest = await app.ask('GET', `/api/outbox?limit=1&after=${String(body.next)}`, undefined, administrator);
  expect([rest.body['items']?.[0]?.['mail']?.['to'], rest.body.next]).toEqual(['mina@people.example', null]);
  expect(await database.source.query(`SELECT actor, action, details FROM audit_entry ORDER BY number LIMIT 1`)).toEqual([
    { actor: `account:${administrator.accountId}`, action: 'read-outbox', details: { opened: 1 } },
  ]);
  const stranger = await aPerson(app.app);
  expect((await app.ask('GET', '/api/outbox', undefined, stranger)).status).toBe(403);
});

it('waits longer each time, and not for ever', () => {
  expect(Array.from({ length: 11 }, (_, at) => backOff(at + 1))).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_840, 7_680, 14_400, 14_400]);
  expect(judgeMailFailure({ code: 'ECONNECTION' }, MOST_TRIES)).toEqual({ error: 'ECONNECTION', retryInSeconds: null });
  expect(judgeMailFailure({ code: 'EAUTH', responseCode: 535 }, 1)).toEqual({ error: 'EAUTH 535', retryInSeconds: 30 });
  expect(judgeMailFailure({ code: 'to <mina@people.example>' }, 1)).toEqual({ error: 'EUNKNOWN', retryInSeconds: 30 });
});
