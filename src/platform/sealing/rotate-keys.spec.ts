import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { newId } from '../new-id.js';
import { rotateKeys } from './rotate-keys.js';
import { keyFilePath, openSealing } from './sealing-keys.js';
import type { Sealing } from './sealing.js';

let database: TestDatabase;
let dataDirectory: string;
beforeAll(async () => {
  database = await aDatabase();
  dataDirectory = await mkdtemp(join(tmpdir(), 'meridian-keys-'));
});
afterAll(async () => {
  await database.drop();
  await rm(dataDirectory, { recursive: true, force: true });
});

const rotate = async () => await rotateKeys(database.source, { dataDirectory, sealingKeys: undefined });
const keyIds = async (): Promise<string[]> => Object.keys((JSON.parse(await readFile(keyFilePath(dataDirectory), 'utf8')) as { keys: object }).keys);

/** A row in tables whose keys and columns are not alike. */
async function fill(sealing: Sealing): Promise<{ account: string; mail: string }> {
  const [account, mail] = [newId<string>(), newId<string>()];
  const { source } = database;
  await source.query(`INSERT INTO account (id, email_index, email_sealed, handle) VALUES ($1, $2, $3, 'x')`, [
    account, sealing.emailIndex('mina@people.example'), sealing.seal('mina@people.example', `account.email:${account}`),
  ]);
  await source.query(`INSERT INTO totp (account_id, secret_sealed) VALUES ($1, $2)`, [account, sealing.seal('a secret', `totp.secret:${account}`)]);
  await source.query(`INSERT INTO mail (id, email_sealed, template, language, params_sealed) VALUES ($1, $2, 'x', 'en', $3)`, [
    mail, sealing.seal('mina@people.example', `mail.email:${mail}`), sealing.seal('{}', `mail.params:${mail}`),
  ]);
  // sent: nothing is left to be sealed
  await source.query(`INSERT INTO mail (id, email_sealed, template, language, params_sealed, sent_at) VALUES ($1, '', 'x', 'en', '', now())`, [newId()]);
  return { account, mail };
}

it('seals every text anew, keeps the key before for servers that run, and drops older ones', async () => {
  const running = await openSealing(dataDirectory, undefined);
  const { account, mail } = await fill(running);
  expect(await rotate()).toEqual({ key: 'k2', resealed: 4 });
  expect(await keyIds()).toEqual(['k1', 'k2']);
  expect((await stat(keyFilePath(dataDirectory))).mode & 0o777).toBe(0o600);

  const [row] = await database.source.query<{ a: Buffer; t: Buffer; e: Buffer; p: Buffer }[]>(
    `SELECT a.email_sealed AS a, t.secret_sealed AS t, m.email_sealed AS e, m.params_sealed AS p FROM account a JOIN totp t ON t.account_id = a.id, mail m WHERE m.id = $1`,
    [mail],
  );
  if (row === undefined) throw new Error('the rows are gone');
  expect([row.a, row.t, row.e, row.p].map((sealed) => running.keyIdOf(sealed))).toEqual(['k2', 'k2', 'k2', 'k2']);
  // a server that has run all the while opens them, and seals with the new key from then on
  expect([running.open(row.a, `account.email:${account}`), running.open(row.t, `totp.secret:${account}`), running.open(row.p, `mail.params:${mail}`)]).toEqual([
    'mina@people.example', 'a secret', '{}',
  ]);
  expect(running.keyIdOf(running.seal('x', 'y'))).toBe('k2');

  expect(await rotate()).toEqual({ key: 'k3', resealed: 4 });
  expect(await keyIds()).toEqual(['k2', 'k3']);
  expect(await database.source.query(`SELECT action, details FROM audit_entry ORDER BY number`)).toEqual([
    { action: 'rotate-keys', details: { key: 'k2', resealed: 4 } },
    { action: 'rotate-keys', details: { key: 'k3', resealed: 4 } },
  ]);
});

it('finds every sealed column by its name, and each row of it by a key of its own', async () => {
  const columns = await database.source.query<{ table: string; keys: number; type: string }[]>(`
    SELECT c.relname AS table, cardinality(i.indkey::smallint[]) AS keys, format_type(k.atttypid, NULL) AS type
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' AND a.attname LIKE '%\\_sealed'
    JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = i.indkey[0]`);
  expect(columns.length).toBeGreaterThanOrEqual(7);
  for (const column of columns) expect(column).toEqual({ table: column.table, keys: 1, type: 'uuid' });
});
