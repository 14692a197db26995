import { aConference } from '../../../test/support/a-conference.js';
import { aPerson } from '../../../test/support/a-person.js';
import { anApp, type AnyBody } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { auditHash, recordAudit } from './record-audit.js';
import { verifyAudit } from './verify-audit.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await aDatabase();
});
afterEach(async () => await database.drop());

const record = async (subject: string, conferenceId: string | null = null): Promise<void> =>
  await database.source.transaction(async (tx) => await recordAudit(tx, { actor: 'operator', action: 'edit-place', conferenceId, subject, details: { name: 'Hall “A”', seats: 40 } }));

/** What somebody with the database in their hands does. */
async function byHand(query: string): Promise<void> {
  await database.source.query(`ALTER TABLE audit_entry DISABLE TRIGGER audit_is_append_only`);
  await database.source.query(query);
  await database.source.query(`ALTER TABLE audit_entry ENABLE TRIGGER audit_is_append_only`);
}

async function fiveEntries(): Promise<void> {
  for (const number of [1, 2, 3, 4, 5]) await record(`room:${number}`);
}

it('is whole as it was written, and cannot be changed by mistake', async () => {
  expect(await verifyAudit(database.source)).toEqual({ entries: 0, lastHash: '', broken: null });
  await fiveEntries();
  expect(await verifyAudit(database.source)).toEqual({ entries: 5, lastHash: expect.stringMatching(/^[0-9a-f]{64}$/), broken: null });
  for (const query of [`UPDATE audit_entry SET actor = 'x'`, `DELETE FROM audit_entry`, `TRUNCATE audit_entry`]) {
    await expect(database.source.query(query)).rejects.toThrow('append-only');
  }
});

it.each([
  ['an altered actor', `UPDATE audit_entry SET actor = 'account:somebody-else' WHERE number = 3`, { number: 3, why: 'altered' }],
  ['an altered detail', `UPDATE audit_entry SET details = details || '{"seats": 41}' WHERE number = 2`, { number: 2, why: 'altered' }],
  ['an altered time', `UPDATE audit_entry SET at = at + interval '1 ms' WHERE number = 5`, { number: 5, why: 'altered' }],
  ['a removed entry', `DELETE FROM audit_entry WHERE number = 3`, { number: 4, why: 'removed-before' }],
  ['a removed first entry', `DELETE FROM audit_entry WHERE number = 1`, { number: 2, why: 'removed-before' }],
  ['a removed entry, and the gap closed', `DELETE FROM audit_entry WHERE number = 3; UPDATE audit_entry SET number = number - 1 WHERE number > 3`, { number: 3, why: 'altered' }],
])('finds %s', async (_name, query, broken) => {
  await fiveEntries();
  await byHand(query);
  expect(await verifyAudit(database.source)).toMatchObject({ broken });
});

it('finds an entry that was put between with a hash of its own', async () => {
  await fiveEntries();
  await byHand(`UPDATE audit_entry SET number = 100 WHERE number = 3`);
  const [two] = await database.source.query<{ hash: Buffer }[]>(`SELECT hash FROM audit_entry WHERE number = 2`);
  const forged = { number: 3, at: new Date(0).toISOString(), actor: 'operator', action: 'x', conferenceId: null, subject: 'x', details: {} };
  await database.source.query(
    `INSERT INTO audit_entry (number, at, actor, action, conference_id, subject, details, previous_hash, hash) VALUES (3, $1, 'operator', 'x', NULL, 'x', '{}', $2, $3)`,
    [forged.at, two?.hash, auditHash(forged, two?.hash ?? Buffer.alloc(32))],
  );
  expect(await verifyAudit(database.source)).toMatchObject({ broken: { number: 4, why: 'inserted' } });
});

it('tells organizers of their conference, administrators of all, in pages, and nobody else', async () => {
  const app = await anApp(database);
  const here = await aConference('here').build(database.source);
  const there = await aConference('there').build(database.source);
  await record('room:1', here.id);
  await record('room:2', here.id);
  await record('room:3', there.id);
  await record('outbox');
  const administrator = await aPerson(app.app, [{ role: 'administrator' }]);
  const organizer = await aPerson(app.app, [{ role: 'organizer', conferenceId: here.id }]);
  const subjects = ({ body }: { body: AnyBody }): unknown => (body['items'] as unknown as { subject: string }[]).map(({ subject }) => subject);
  const first = await app.ask('GET', '/api/audit?limit=3', undefined, administrator);
  expect([subjects(first), first.body['total'], first.body['next']]).toEqual([['outbox', 'room:3', 'room:2'], 4, 2]);
  expect(subjects(await app.ask('GET', '/api/audit?before=2', undefined, administrator))).toEqual(['room:1']);
  expect(subjects(await app.ask('GET', '/api/conferences/here/audit', undefined, organizer))).toEqual(['room:2', 'room:1']);
  expect((await app.ask('GET', '/api/conferences/there/audit', undefined, organizer)).status).toBe(403);
  expect((await app.ask('GET', '/api/audit', undefined, organizer)).status).toBe(403);
  await app.close();
});
