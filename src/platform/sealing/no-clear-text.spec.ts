import { aConference } from '../../../test/support/a-conference.js';
import { aPerson } from '../../../test/support/a-person.js';
import { anApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { createLogger } from '../logging/logger.js';

const PEOPLE = 1_000;
const AT_ONCE = 8;

/** What one person enters, or comes with. */
interface Known {
  email: string;
  legalName: string;
  address: string;
}

const hex = (number: number): string => number.toString(16);
const known = (at: number): Known => ({
  email: `Mina.Number${at}@Secret-Household.example`,
  legalName: `Mīnā Secretname-${at} میرزاخانی`,
  // each from a network of its own, or the limit would be in the way
  address: `2001:db8:${hex(at >> 8)}:${hex(at & 255)}00::7`,
});

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.drop());

/** Every row of every table, bytes in hexadecimal: what pg_dump would write. */
async function dump(): Promise<string> {
  const tables = await database.source.query<{ name: string }[]>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) texts.push(...(await database.source.query<{ row: string }[]>(`SELECT row_to_json(t)::text AS row FROM ${name} t`)).map(({ row }) => row));
  return texts.join('\n');
}

/** As it would be found: as it was typed, folded, and inside bytes. */
const spellings = (value: string): string[] => [value, value.toLowerCase(), Buffer.from(value).toString('hex'), Buffer.from(value.toLowerCase()).toString('hex')];

it('holds no e-mail address, legal name or network address in clear after 1,000 registrations, nor do the logs', async () => {
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line) => void lines.push(line) });
  const running = await anApp(database, { environment: { MERIDIAN_TRUSTED_PROXIES: '127.0.0.0/8,::1' }, logger });
  const { id, slug } = await aConference('safe').withCity('Lyon').build(database.source);
  await database.source.query(`UPDATE conference SET registration = 'open', safety_mode = true WHERE id = $1`, [id]);
  const [venue] = await database.source.query<{ id: string }[]>(`SELECT id FROM venue WHERE conference_id = $1`, [id]);
  await database.source.query(`UPDATE venue SET attendee_limit = $2 WHERE conference_id = $1`, [id, PEOPLE - 50]);
  const everyone = Array.from({ length: PEOPLE }, (_, at) => known(at));

  const ask = async (method: string, path: string, { address }: Known, cookie: string, body?: unknown): Promise<number> => {
    const headers = { 'x-forwarded-for': address, 'user-agent': `Secret-Browser ${address}`, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const response = await fetch(running.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    await response.arrayBuffer();
    return response.status;
  };
  const registration = `/api/conferences/${slug}/registration`;
  const queue = [...everyone.entries()];
  const statuses = new Set<number>();
  const register = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [at, person] = next;
      const { cookie } = await aPerson(running.app, [], { email: person.email });
      statuses.add(await ask('PUT', registration, person, cookie, { venueId: venue?.id, legalName: person.legalName }));
      if (at % 50 !== 0) continue;
      // what goes wrong is logged more: a wrong body, a query that holds an address, a sign-in, and a place that becomes free
      await ask('PUT', registration, person, cookie, { venueId: person.email, legalName: person.legalName, [person.email]: 1 });
      await ask('GET', `${registration}?email=${person.email}&from=${person.address}`, person, cookie);
      expect(await ask('POST', '/api/sign-in', person, '', { email: person.email })).toBe(202);
      await ask('DELETE', registration, person, cookie);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, register));
  expect([...statuses]).toEqual([200]);

  // a bug, met with a value in hand
  const { cookie } = await aPerson(running.app);
  await database.source.query(`ALTER TABLE ticket RENAME TO ticket_away`);
  expect(await ask('PUT', registration, everyone[0] ?? known(0), cookie, { venueId: null, legalName: everyone[0]?.legalName })).toBe(500);
  await database.source.query(`ALTER TABLE ticket_away RENAME TO ticket`);

  const [counts] = await database.source.query<unknown[]>(
    `SELECT (SELECT count(*)::int FROM registration) AS registrations, (SELECT count(*)::int FROM mail) > 0 AS mails, (SELECT count(*)::int FROM sign_in) AS asked`,
  );
  expect(counts).toEqual({ registrations: PEOPLE, mails: true, asked: PEOPLE / 50 });
  await running.close();

  const written = { dump: await dump(), log: lines.join('') };
  // the search would find it
  expect(written.dump).toContain(slug);
  expect(written.log).toContain('a request failed');
  for (const [where, text] of Object.entries(written)) {
    const found = everyone.flatMap(({ email, legalName, address }) => [email, legalName, address]).filter((value) => spellings(value).some((spelling) => text.includes(spelling)));
    expect([where, found]).toEqual([where, []]);
    // whatever else it may be written as: a part that all of them share
    expect(text).not.toMatch(/secret-household|secretname|secret-browser|2001:0?db8/i);
  }
});
