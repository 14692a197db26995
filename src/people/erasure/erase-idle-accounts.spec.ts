import { aConference } from '../../../test/support/a-conference.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { newId } from '../../platform/new-id.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { eraseIdleAccounts } from './erase-idle-accounts.js';

let database: TestDatabase;
let running: RunningApp;
let sealing: Sealing;

beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database);
  sealing = running.app.get<Sealing>(SEALING);
});

afterAll(async () => {
  await running.close();
  await database.drop();
});

/** Somebody whose last sign-in, and the session that it opened, are long over. In days to come: the application's own job, by today's clock, leaves them. */
async function longAway(roles: Parameters<typeof aPerson>[1] = []): Promise<Person> {
  const person = await aPerson(running.app, roles, { strong: false });
  await database.source.query(`UPDATE account SET signed_in_at = '2030-01-01T00:00:00Z' WHERE id = $1`, [person.accountId]);
  await database.source.query(`UPDATE auth_session SET expires_at = '2030-02-01T00:00:00Z' WHERE account_id = $1`, [person.accountId]);
  return person;
}

const left = async (): Promise<unknown[]> => (await database.source.query<{ id: string }[]>(`SELECT id FROM account`)).map(({ id }) => id);
const ids = (...people: Person[]): string[] => people.map(({ accountId }) => accountId);

it('erases who is nothing here and was not seen for so long, with the mails that wait for them, and nobody else', async () => {
  const { id: conferenceId, speakers, sessions } = await aConference().withCity('Lyon').withRoom('Hall')
    .withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Amina'] }).build(database.source);
  const [idle, host, speaker, registered, follower, signedIn] = [
    await longAway(), await longAway([{ role: 'organizer', conferenceId }]), await longAway(), await longAway(), await longAway(), await longAway(),
  ];
  await database.source.query(`UPDATE speaker SET account_id = $2 WHERE id = $1`, [speakers['Amina'], speaker.accountId]);
  await database.source.query(`INSERT INTO registration (id, account_id, conference_id, state) VALUES ($1, $2, $3, 'confirmed')`, [newId(), registered.accountId, conferenceId]);
  await database.source.query(`INSERT INTO following (account_id) VALUES ($1)`, [follower.accountId]);
  await database.source.query(`INSERT INTO followed_session (account_id, conference_id, session_id) VALUES ($1, $2, $3)`, [follower.accountId, conferenceId, sessions['Opening']]);
  await database.source.query(`UPDATE auth_session SET expires_at = '2032-01-01T00:00:00Z' WHERE account_id = $1`, [signedIn.accountId]);
  for (const { email } of [idle, host]) {
    const mail = newId<string>();
    await database.source.query(`INSERT INTO mail (id, email_sealed, template, language, params_sealed, next_try_at) VALUES ($1, $2, 'x', 'en', '', 'infinity')`, [mail, sealing.seal(email, `mail.email:${mail}`)]);
  }

  const erase = async (now: string, days: number | null = 365): Promise<number> => await eraseIdleAccounts(database.source, sealing, new Date(now), days);
  expect(await erase('2031-01-01T00:00:00Z')).toBe(0);
  expect(await erase('2035-01-01T00:00:00Z', null)).toBe(0);
  expect(await erase('2031-01-01T00:00:01Z')).toBe(1);
  expect(await erase('2031-01-01T00:00:01Z')).toBe(0);
  expect((await left()).sort()).toEqual(ids(host, speaker, registered, follower, signedIn).sort());
  expect(await database.source.query(`SELECT count(*)::int AS mails FROM mail`)).toEqual([{ mails: 1 }]);
  expect(await database.source.query(`SELECT actor, details FROM audit_entry WHERE action = 'erase-idle-accounts'`)).toEqual([{ actor: 'retention', details: { accounts: 1 } }]);
});
