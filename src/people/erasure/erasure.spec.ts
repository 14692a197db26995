import { randomUUID } from 'node:crypto';
import { aConference } from '../../../test/support/a-conference.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { HELD_ABOUT_A_PERSON } from './held-about-a-person.js';

let database: TestDatabase;
let running: RunningApp;

beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database);
});

afterAll(async () => {
  await running.close();
  await database.drop();
});

/** Every row of every table, as text: what a dump would show. */
async function dump(): Promise<string> {
  const tables: { name: string }[] = await database.source.query(`SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`);
  const texts = await Promise.all(
    tables.map(async ({ name }) => JSON.stringify(await database.source.query(`SELECT '${name}' AS table, t::text AS row FROM ${name} t`))),
  );
  return texts.join('\n');
}

/** As it would be found in a dump: as text, and as the hexadecimal of bytes. */
const spellings = (value: string): string[] => [value, Buffer.from(value).toString('hex'), Buffer.from(value).toString('base64')];

async function anAttendeeOf(slug: string, venueId: string, strong: boolean): Promise<{ person: Person; handle: string; legalName: string }> {
  const person = await aPerson(running.app, [], { strong, email: `Roya.${randomUUID()}@people.example` });
  const [handle, legalName] = [`Handle ${randomUUID()}`, `Legal ${randomUUID()}`];
  await database.source.query(`UPDATE account SET handle = $2 WHERE id = $1`, [person.accountId, handle]);
  const answer = await running.ask('PUT', `/api/conferences/${slug}/registration`, { venueId, legalName }, person);
  expect(answer.status).toBe(200);
  return { person, handle, legalName };
}

async function anOpenConference(limit: number | null) {
  const built = await aConference().withCity('Lyon').build(database.source);
  await database.source.query(`UPDATE conference SET registration = 'open', safety_mode = true WHERE id = $1`, [built.id]);
  const [venue]: { id: string }[] = await database.source.query(`UPDATE venue SET attendee_limit = $2 WHERE conference_id = $1 RETURNING id`, [built.id, limit]).then(([rows]) => rows);
  return { ...built, path: `/api/conferences/${built.slug}`, venueId: venue?.id ?? '' };
}

test('every table that refers to an account or an address is told of, with what becomes of it', async () => {
  const keys: { table: string; column: string; rule: string }[] = await database.source.query(`
    SELECT c.conrelid::regclass::text AS table, a.attname AS column, c.confdeltype AS rule
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'account'::regclass`);
  const addresses: { table: string; column: string; rule: string }[] = await database.source.query(`
    SELECT table_name AS table, column_name AS column, 'c' AS rule FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'email_index'`);
  const said = ({ table, column, onErasure }: (typeof HELD_ABOUT_A_PERSON)[number]): string => `${table}.${column} ${onErasure}`;
  const found = [...keys, ...addresses].map(({ table, column, rule }) => `${table}.${column} ${rule === 'c' ? 'removed' : rule === 'n' ? 'let-go' : 'IN THE WAY'}`);
  expect(HELD_ABOUT_A_PERSON.map(said).sort()).toEqual(found.sort());
});

test('who asks is given everything, in clear, and no secret', async () => {
  const at = await anOpenConference(null);
  const { person, handle, legalName } = await anAttendeeOf(at.slug, at.venueId, false);
  const { body, headers } = await running.ask('GET', '/api/me/export', undefined, person);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="meridian-my-data-\d{4}-\d\d-\d\d\.json"$/);
  const tables = (body as unknown as { tables: Record<string, { rows: Record<string, unknown>[] }> }).tables;
  expect(tables['account']?.rows).toMatchObject([{ email: person.email, handle }]);
  expect(tables['registration']?.rows).toMatchObject([{ legal_name: legalName, venue_id: at.venueId, state: 'confirmed' }]);
  expect(tables['registration.ticket']?.rows).toHaveLength(1);
  expect(tables['auth_session']?.rows).toHaveLength(1);
  expect(JSON.stringify(body)).not.toMatch(/_hash"|_sealed"|_index"|\\\\x[0-9a-f]{16}/);
});

test('after an erasure a dump holds nothing of them but counts, their sessions are over, and who waited has the place', async () => {
  const at = await anOpenConference(1);
  const gone = await anAttendeeOf(at.slug, at.venueId, true);
  const waiting = await anAttendeeOf(at.slug, at.venueId, false);
  const ticket = (await running.ask('GET', `${at.path}/ticket`, undefined, gone.person)).body as unknown as { id: string; token: string; shortCode: string };
  const item = { id: randomUUID(), at: new Date().toISOString(), by: { kind: 'token', token: ticket.token } };
  expect((await running.ask('POST', `${at.path}/check-ins`, { venueId: at.venueId, items: [item] })).body).toMatchObject({ results: [{ outcome: 'admitted' }] });

  const known = [gone.person.email, gone.person.email.toLowerCase(), gone.person.accountId, gone.handle, gone.legalName, ticket.id, ticket.shortCode, item.id];
  const before = await dump();
  // the search finds what is there in clear, and what identifies is not
  for (const value of [gone.person.accountId, gone.handle, ticket.shortCode]) expect(before).toContain(value);
  for (const value of [gone.person.email, gone.person.email.toLowerCase(), gone.legalName].flatMap(spellings)) expect(before).not.toContain(value);

  expect((await running.ask('POST', '/api/me/erasure', {}, gone.person)).status).toBe(204);
  const after = await dump();
  for (const value of known.flatMap(spellings)) expect(after).not.toContain(value);
  expect((await running.ask('GET', '/api/me/export', undefined, gone.person)).status).toBe(401);
  expect((await running.ask('GET', `${at.path}/registration`, undefined, waiting.person)).body).toMatchObject({ registration: { state: 'confirmed' } });
  expect((await running.ask('GET', `${at.path}/attendance`)).body['venues']?.[0]).toMatchObject({ confirmed: 2, checkedIn: 1, waitlisted: 0 });
});

test('without a second factor the code of the mail is asked for; a wrong one counts, five are the end of it', async () => {
  const at = await anOpenConference(null);
  const { person } = await anAttendeeOf(at.slug, at.venueId, false);
  expect((await running.ask('POST', '/api/me/erasure', {}, person)).status).toBe(400);
  expect((await running.ask('POST', '/api/me/erasure-code', undefined, person)).body).toEqual({ confirmBy: 'code' });
  expect((await running.ask('POST', '/api/me/erasure-code', undefined, person)).status).toBe(429);
  const code = await mailedCode(person.email);
  const wrong = code === '00000000' ? '11111111' : '00000000';
  for (let index = 0; index < 5; index += 1) expect((await running.ask('POST', '/api/me/erasure', { code: wrong }, person)).status).toBe(400);
  expect((await running.ask('POST', '/api/me/erasure', { code }, person)).status).toBe(400);
  await database.source.query(`UPDATE erasure_code SET tries = 4 WHERE account_id = $1`, [person.accountId]);
  expect((await running.ask('POST', '/api/me/erasure', { code }, person)).status).toBe(204);
  expect(await dump()).not.toContain(person.accountId);
});

test('the last administrator is not erased', async () => {
  const administrator = await aPerson(running.app, [{ role: 'administrator' }]);
  expect(await running.ask('POST', '/api/me/erasure', {}, administrator)).toMatchObject({ status: 409, body: { type: 'urn:meridian:problem:conflict' } });
  await aPerson(running.app, [{ role: 'administrator' }]);
  expect((await running.ask('POST', '/api/me/erasure', {}, administrator)).status).toBe(204);
});

async function mailedCode(email: string): Promise<string> {
  const sealing = running.app.get<Sealing>(SEALING);
  const mails: { id: string; email_sealed: Buffer; params_sealed: Buffer }[] = await database.source.query(`SELECT * FROM mail WHERE template = 'erase-code'`);
  const mail = mails.find(({ id, email_sealed }) => sealing.open(email_sealed, `mail.email:${id}`) === email);
  if (mail === undefined) throw new Error('no mail was queued');
  return (JSON.parse(sealing.open(mail.params_sealed, `mail.params:${mail.id}`)) as { code: string }).code;
}
