import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { Team } from '../../contract/team.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';

let database: TestDatabase;
let running: RunningApp;
let built: BuiltConference;
let organizer: Person;
let host: Person;

beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database);
});

afterAll(async () => {
  await running.close();
  await database.drop();
});

beforeEach(async () => {
  await database.source.query(`DELETE FROM mail`);
  built = await aConference().withCity('Lyon').withRoom('Hall').withCity('Oslo', 'Europe/Oslo').withRoom('Fjord').build(database.source);
  organizer = await aPerson(running.app, [{ role: 'organizer', conferenceId: built.id }]);
  host = await aPerson(running.app, [{ role: 'city-host', conferenceId: built.id, cityId: built.cities['Lyon'] }]);
});

const team = (path = ''): string => `/api/conferences/${built.slug}/team${path}`;

/** The token of the last mail's link: what only the invited person has. */
async function mailedToken(): Promise<string> {
  const sealing = running.app.get<Sealing>(SEALING);
  const [mail] = await database.source.query<{ id: string; params_sealed: Buffer }[]>(`SELECT id, params_sealed FROM mail ORDER BY id DESC LIMIT 1`);
  if (mail === undefined) throw new Error('no mail was queued');
  const { link } = JSON.parse(sealing.open(mail.params_sealed, `mail.params:${mail.id}`)) as { link: string };
  return new URL(link).pathname.split('/').at(-1) ?? '';
}

async function invite(body: object, as: Person = organizer) {
  return await running.ask<Team & { detail?: string; errors?: { path: string }[] }>('POST', team('/invitations'), body, as);
}

const accept = async (token: string, as: Person) => await running.ask('POST', `/api/invitations/${token}/accept`, undefined, as);

describe('an invitation', () => {
  it('makes the person whose address it was sent to a host, once', async () => {
    const guest = await aPerson(running.app);
    const { status, body } = await invite({ email: guest.email.toUpperCase(), role: 'city-host', cityId: built.cities['Lyon'] });
    expect([status, body.invitations.map(({ email, role }) => [email, role])]).toEqual([201, [[guest.email.toUpperCase(), 'city-host']]]);
    const token = await mailedToken();
    expect((await running.ask('GET', `/api/invitations/${token}`, undefined, 'nobody')).body).toMatchObject({ role: 'city-host', place: 'Lyon', conference: { slug: built.slug } });
    expect((await accept(token, await aPerson(running.app))).status).toBe(403);
    expect((await accept(token, guest)).body).toEqual({ conferenceSlug: built.slug, role: 'city-host' });
    expect((await accept(token, guest)).status).toBe(404);
    expect((await running.ask('GET', `/api/invitations/${token}`, undefined, 'nobody')).status).toBe(404);
    const { body: after } = await running.ask<Team>('GET', team(), undefined, guest);
    expect(after.members.find(({ accountId }) => accountId === guest.accountId)).toMatchObject({ role: 'city-host', cityId: built.cities['Lyon'], isMe: true });
  });

  it('does not work after seven days, once taken back, or by the link before the last', async () => {
    const guest = await aPerson(running.app);
    const { body } = await invite({ email: guest.email, role: 'organizer' });
    const id = body.invitations[0]?.id ?? '';
    const first = await mailedToken();
    expect((await running.ask('POST', team(`/invitations/${id}/resend`), {}, organizer)).status).toBe(200);
    expect((await accept(first, guest)).status).toBe(404);
    await database.source.query(`UPDATE invitation SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    expect((await accept(await mailedToken(), guest)).status).toBe(404);
    await running.ask('POST', team(`/invitations/${id}/resend`), {}, organizer);
    expect((await running.ask('DELETE', team(`/invitations/${id}`), undefined, organizer)).status).toBe(204);
    expect((await accept(await mailedToken(), guest)).status).toBe(404);
  });

  it('is not sent twice for the same role, and the clear address and token are nowhere in the database', async () => {
    await invite({ email: 'amina@people.example', role: 'moderator' });
    expect((await invite({ email: 'Amina@people.example', role: 'moderator' })).body).toMatchObject({ status: 409, errors: [{ path: '/email' }] });
    const rows = await database.source.query(`SELECT i::text FROM invitation i UNION ALL SELECT m::text FROM mail m UNION ALL SELECT e::text FROM audit_entry e`);
    expect(JSON.stringify(rows)).not.toMatch(/amina/i);
    expect(JSON.stringify(rows)).not.toContain(await mailedToken());
  });

  it.each([
    ['no city for a host', { email: 'a@b.example', role: 'city-host' }, 400, '/cityId'],
    ['no address', { email: 'amina', role: 'organizer' }, 400, '/email'],
    ['no such role', { email: 'a@b.example', role: 'king' }, 400, '/role'],
  ])('is refused with %s, at the field', async (_name, body, status, path) => {
    expect((await invite(body)).body).toMatchObject({ status, errors: [{ path }] });
  });
});

describe('a city host', () => {
  it('sees and manages the team of their city only', async () => {
    await aPerson(running.app, [{ role: 'city-host', conferenceId: built.id, cityId: built.cities['Oslo'] }]);
    const { body } = await running.ask<Team>('GET', team(), undefined, host);
    expect(body.members.map(({ accountId }) => accountId)).toEqual([host.accountId]);
    expect(body.assignable).toEqual(['city-host', 'stage-crew']);
    expect((await invite({ email: 'a@b.example', role: 'city-host', cityId: built.cities['Oslo'] }, host)).status).toBe(404);
    expect((await invite({ email: 'a@b.example', role: 'organizer' }, host)).body).toMatchObject({ status: 403, errors: [{ path: '/role' }] });
    expect((await invite({ email: 'a@b.example', role: 'city-host', cityId: built.cities['Lyon'] }, host)).status).toBe(201);
  });

  it('neither raises themself nor touches an organizer', async () => {
    const { body } = await running.ask<Team>('GET', team(), undefined, organizer);
    const idOf = (person: Person): string => body.members.find(({ accountId }) => accountId === person.accountId)?.id ?? '';
    expect((await running.ask('PUT', team(`/members/${idOf(host)}`), { role: 'organizer' }, host)).status).toBe(403);
    expect((await running.ask('DELETE', team(`/members/${idOf(organizer)}`), undefined, host)).status).toBe(404);
  });

  it('reads and writes nothing of another city', async () => {
    const rooms = await running.ask<{ items: { name: string }[]; total: number }>('GET', `/api/conferences/${built.slug}/rooms`, undefined, host);
    expect([rooms.body.items.map(({ name }) => name), rooms.body.total]).toEqual([['Hall'], 1]);
    const cities = await running.ask<{ items: { name: string }[] }>('GET', `/api/conferences/${built.slug}/cities?limit=1`, undefined, host);
    expect(cities.body.items.map(({ name }) => name)).toEqual(['Lyon']);
    for (const method of ['GET', 'PATCH', 'DELETE'] as const) {
      const { status } = await running.ask(method, `/api/conferences/${built.slug}/rooms/${built.rooms['Fjord']}`, method === 'PATCH' ? { name: 'Mine' } : undefined, host);
      expect([method, status]).toEqual([method, 404]);
    }
    const renamed = await running.ask('PATCH', `/api/conferences/${built.slug}/rooms/${built.rooms['Hall']}`, { name: 'Great hall' }, host);
    expect(renamed.status).toBe(200);
    const [entry] = await database.source.query(`SELECT actor, action, subject, details FROM audit_entry ORDER BY number DESC LIMIT 1`);
    expect(entry).toEqual({ actor: `account:${host.accountId}`, action: 'edit-place.change', subject: `room:${built.rooms['Hall']}`, details: { fields: 'name' } });
  });
});

describe('a role that is taken away', () => {
  it('ends at once, with the invitations that were sent by it', async () => {
    await invite({ email: 'a@b.example', role: 'stage-crew', venueId: await venueOf('Lyon') }, host);
    const token = await mailedToken();
    const { body } = await running.ask<Team>('GET', team(), undefined, organizer);
    const member = body.members.find(({ accountId }) => accountId === host.accountId);
    expect((await running.ask('DELETE', team(`/members/${member?.id}`), undefined, organizer)).status).toBe(204);
    expect((await running.ask('GET', team(), undefined, host)).status).toBe(403);
    expect((await running.ask('GET', `/api/invitations/${token}`, undefined, 'nobody')).status).toBe(404);
  });

  it('is not the last administrator’s', async () => {
    await database.source.query(`DELETE FROM membership WHERE role = 'administrator'`);
    const one = await aPerson(running.app, [{ role: 'administrator' }]);
    const { body } = await running.ask<Team>('GET', team(), undefined, one);
    const member = body.members.find(({ role }) => role === 'administrator');
    expect((await running.ask('DELETE', team(`/members/${member?.id}`), undefined, one)).status).toBe(409);
    expect((await running.ask('PUT', team(`/members/${member?.id}`), { role: 'organizer' }, one)).status).toBe(409);
    await aPerson(running.app, [{ role: 'administrator' }]);
    expect((await running.ask('DELETE', team(`/members/${member?.id}`), undefined, one)).status).toBe(204);
  });
});

async function venueOf(city: string): Promise<string> {
  const [row] = await database.source.query<{ id: string }[]>(`SELECT id FROM venue WHERE city_id = $1`, [built.cities[city]]);
  return row?.id ?? '';
}
