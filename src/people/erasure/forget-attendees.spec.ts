import { aConference } from '../../../test/support/a-conference.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { jobsAtRest } from '../../../test/support/jobs-at-rest.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { newId } from '../../platform/new-id.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { eraseExpired } from './erase-expired.js';

let database: TestDatabase;
let running: RunningApp;
beforeEach(async () => {
  database = await aDatabase();
  running = await anApp(database);
  // by today's clock what the specs put there is over: the application's own look must not come upon it
  await jobsAtRest(running);
});
afterEach(async () => {
  await running.close();
  await database.drop();
});

async function openConference(slug: string) {
  const built = await aConference(slug).withCity('Lyon').build(database.source);
  await database.source.query(`UPDATE conference SET registration = 'open', safety_mode = true WHERE id = $1`, [built.id]);
  const [venue] = await database.source.query<{ id: string }[]>(`SELECT id FROM venue WHERE conference_id = $1`, [built.id]);
  return { ...built, venueId: venue?.id ?? '' };
}

const register = async (slug: string, venueId: string | null, person: Person): Promise<void> => {
  const body = { venueId, ...(venueId === null ? {} : { legalName: `Legal ${person.accountId}` }) };
  expect(await running.ask('PUT', `/api/conferences/${slug}/registration`, body, person)).toMatchObject({ status: 200 });
};
const exists = async (table: string, condition: string): Promise<boolean> =>
  (await database.source.query<unknown[]>(`SELECT 1 FROM ${table} WHERE ${condition}`)).length > 0;

it('a purge forgets all attendees of one conference, leaves counts, and says so', async () => {
  const here = await openConference('here');
  const there = await openConference('there');
  const organizer = await aPerson(running.app, [{ role: 'organizer', conferenceId: here.id }]);
  const onSite = await aPerson(running.app);
  const remote = await aPerson(running.app);
  const both = await aPerson(running.app);
  await register('here', here.venueId, onSite);
  await register('here', null, remote);
  await register('here', here.venueId, both);
  await register('there', there.venueId, both);
  await register('here', here.venueId, organizer);

  const path = '/api/conferences/here/purge';
  expect(await running.ask('POST', path, { confirm: 'there' }, organizer)).toMatchObject({ status: 400, body: { errors: [{ path: '/confirm' }] } });
  expect((await running.ask('POST', '/api/conferences/there/purge', { confirm: 'there' }, organizer)).status).toBe(403);
  expect(await running.ask('POST', path, { confirm: 'here' }, organizer)).toMatchObject({ status: 200, body: { registrations: 4, accounts: 2 } });

  expect(await exists('registration', `conference_id = '${here.id}'`)).toBe(false);
  expect(await exists('ticket', `conference_id = '${here.id}'`)).toBe(false);
  expect(await database.source.query(`SELECT id FROM account WHERE id = ANY($1) ORDER BY id`, [[onSite, remote, both, organizer].map(({ accountId }) => accountId)])).toEqual(
    [both, organizer].map(({ accountId }) => ({ id: accountId })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  expect(await exists('registration', `conference_id = '${there.id}' AND account_id = '${both.accountId}'`)).toBe(true);
  expect((await running.ask('GET', '/api/me/export', undefined, onSite)).status).toBe(401);
  expect(await database.source.query(`SELECT venue_id AS venue, registered FROM erased_attendance ORDER BY registered`)).toEqual([
    { venue: null, registered: 1 },
    { venue: here.venueId, registered: 3 },
  ]);
  expect(await database.source.query(`SELECT actor, conference_id AS conference, details FROM audit_entry WHERE action = 'purge-attendees'`)).toEqual([
    { actor: `account:${organizer.accountId}`, conference: here.id, details: { registrations: 4, accounts: 2 } },
  ]);
});

it('erases attendees when their conference’s days are over, by its own clock, and what else had its time', async () => {
  const { id, venueId } = await openConference('here');
  // it ends on 26 November in Paris
  await database.source.query(`UPDATE conference SET retention_days = 10 WHERE id = $1`, [id]);
  const kept = await openConference('kept');
  await database.source.query(`UPDATE conference SET retention_days = NULL WHERE id = $1`, [kept.id]);
  const person = await aPerson(running.app);
  const other = await aPerson(running.app);
  await register('here', venueId, person);
  await register('kept', kept.venueId, other);
  const sealing = running.app.get<Sealing>(SEALING);
  const mail = newId<string>();
  await database.source.query(`INSERT INTO mail (id, email_sealed, template, language, params_sealed, created_at, next_try_at) VALUES ($1, $2, 'x', 'en', '', '2026-10-01', 'infinity')`, [
    mail, sealing.seal('gone@people.example', `mail.email:${mail}`),
  ]);
  const erase = async (now: string) => await eraseExpired(database.source, sealing, new Date(now));
  expect(await erase('2026-12-06T22:59:59Z')).toMatchObject({ conferences: 0, registrations: 0, accounts: 0, mails: 1 });
  expect(await erase('2026-12-06T23:00:00Z')).toMatchObject({ conferences: 1, registrations: 1, accounts: 1, mails: 0 });
  expect(await erase('2026-12-06T23:00:00Z')).toMatchObject({ conferences: 0, registrations: 0 });
  expect(await exists('account', `id = '${person.accountId}'`)).toBe(false);
  expect(await exists('account', `id = '${other.accountId}'`)).toBe(true);
  expect(await database.source.query(`SELECT actor, details FROM audit_entry WHERE action = 'erase-expired'`)).toEqual([
    { actor: 'retention', details: { registrations: 1, accounts: 1 } },
  ]);
});
