import { randomUUID } from 'node:crypto';
import { aConference, type BuiltConference } from '../../test/support/a-conference.js';
import { aPerson, type Person } from '../../test/support/a-person.js';
import { anApp, type RunningApp } from '../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import type { Attendee, Attendees, OwnRegistration, Ticket } from '../contract/attendance.js';

let database: TestDatabase;
let running: RunningApp;
let conference: BuiltConference;
let path: string;
let venues: Record<string, string>;
let host: Person;
/** In the order in which they registered. */
let people: { lyon: Person; perth: Person; remote: Person; waiting: Person };

beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database);
  conference = await aConference().withCity('Lyon').withCity('Perth').build(database.source);
  path = `/api/conferences/${conference.slug}`;
  await database.source.query(`UPDATE conference SET registration = 'open' WHERE id = $1`, [conference.id]);
  const rows: { id: string; city: string }[] = await database.source.query(`SELECT v.id, c.name AS city FROM venue v JOIN city c ON c.id = v.city_id WHERE v.conference_id = $1`, [conference.id]);
  venues = Object.fromEntries(rows.map(({ id, city }) => [city, id]));
  await database.source.query(`UPDATE venue SET attendee_limit = 1 WHERE id = $1`, [venues['Lyon']]);
  host = await aPerson(running.app, [{ role: 'city-host', conferenceId: conference.id, cityId: conference.cities['Lyon'] }]);
  people = { lyon: await registered('Lyon', 'Heron_1'), perth: await registered('Perth', 'heron%2'), remote: await registered(null, 'Linnet'), waiting: await registered('Lyon', 'Plover') };
});

afterAll(async () => {
  await running.close();
  await database.drop();
});

async function registered(city: string | null, handle: string): Promise<Person> {
  const person = await aPerson(running.app, [], { strong: false });
  await running.ask('PATCH', '/api/me', { handle }, person);
  expect((await running.ask('PUT', `${path}/registration`, { venueId: city === null ? null : venues[city] }, person)).status).toBe(200);
  return person;
}

async function list(query: string, as?: Person): Promise<Attendees> {
  const answer = await running.ask<Attendees>('GET', `${path}/attendees${query}`, undefined, as);
  expect(answer.status).toBe(200);
  return answer.body;
}
const handles = async (query: string, as?: Person): Promise<string[]> => (await list(query, as)).items.map(({ handle }) => handle);
const ticketOf = async (person: Person): Promise<Ticket> => (await running.ask<Ticket>('GET', `${path}/ticket`, undefined, person)).body;
const found = async (handle: string): Promise<Attendee> => (await list(`?q=${handle}`)).items[0]!;

describe('the list of who takes part', () => {
  it('tells by handle where each is, with which ticket, and nothing else about them', async () => {
    const ticket = await ticketOf(people.lyon);
    const { items, total, next } = await list('');
    expect({ total, next }).toEqual({ total: 4, next: null });
    expect(items.map(({ handle, venueId, state, checkedInAt }) => ({ handle, venueId, state, checkedInAt }))).toEqual([
      { handle: 'Heron_1', venueId: venues['Lyon'], state: 'confirmed', checkedInAt: null },
      { handle: 'heron%2', venueId: venues['Perth'], state: 'confirmed', checkedInAt: null },
      { handle: 'Linnet', venueId: null, state: 'confirmed', checkedInAt: null },
      { handle: 'Plover', venueId: venues['Lyon'], state: 'waitlisted', checkedInAt: null },
    ]);
    expect(items.map((item) => item.ticket)).toEqual([{ id: ticket.id, shortCode: ticket.shortCode }, expect.any(Object), expect.any(Object), null]);
  });

  it('is found by a part of a handle, taken as it is written, by a place, and by the code of a ticket', async () => {
    const { shortCode } = await ticketOf(people.remote);
    expect(await handles('?q=HERON')).toEqual(['Heron_1', 'heron%2']);
    expect(await handles('?q=%25')).toEqual(['heron%2']);
    expect(await handles('?q=n_')).toEqual(['Heron_1']);
    expect(await handles('?at=remote')).toEqual(['Linnet']);
    expect(await handles(`?at=${venues['Lyon']}`)).toEqual(['Heron_1', 'Plover']);
    expect(await handles(`?q=${shortCode.slice(0, 4).toLowerCase()}%20${shortCode.slice(4)}`)).toEqual(['Linnet']);
    expect((await running.ask('GET', `${path}/attendees?at=elsewhere`)).status).toBe(400);
  });

  it('is read in pages that miss nobody and name nobody twice', async () => {
    const first = await list('?limit=3');
    const second = await list(`?limit=3&after=${first.next}`);
    expect([first.total, first.items.length, second.items.map(({ handle }) => handle), second.next]).toEqual([4, 3, ['Plover'], null]);
  });

  it('is for a host their city’s, and no one’s who is remote', async () => {
    expect(await handles('', host)).toEqual(['Heron_1', 'Plover']);
    expect(await handles('?at=remote', host)).toEqual([]);
    expect(await handles(`?at=${venues['Perth']}`, host)).toEqual([]);
  });
});

describe('a ticket', () => {
  it('is made anew by staff, so that the lost one admits nobody; the log keeps it', async () => {
    const lost = await ticketOf(people.perth);
    const { id } = await found('heron%252');
    expect((await running.ask('POST', `${path}/attendees/${id}/ticket`, undefined, host)).status).toBe(403);
    expect((await running.ask('POST', `${path}/attendees/${id}/ticket`)).status).toBe(204);
    const renewed = await ticketOf(people.perth);
    expect(renewed.id).not.toBe(lost.id);
    // the code of the lost one still finds its holder
    expect(await handles(`?q=${lost.shortCode}`)).toEqual(['heron%2']);
    const audit: unknown[] = await database.source.query(`SELECT 1 FROM audit_entry WHERE action = 'manage-attendance.renew-ticket' AND subject = $1`, [`registration:${id}`]);
    expect(audit).toHaveLength(1);
  });

  it('that was revoked is given back as a new one', async () => {
    const { id, ticket } = await found('Heron_1');
    expect((await running.ask('POST', `${path}/tickets/${ticket?.id}/revocation`, undefined, host)).status).toBe(204);
    expect((await found('Heron_1')).ticket).toBeNull();
    expect((await running.ask('GET', `${path}/ticket`, undefined, people.lyon)).status).toBe(404);
    expect((await running.ask('POST', `${path}/attendees/${id}/ticket`, undefined, host)).status).toBe(204);
    expect((await found('Heron_1')).ticket).toEqual({ id: (await ticketOf(people.lyon)).id, shortCode: (await ticketOf(people.lyon)).shortCode });
  });

  it('is not for who waits', async () => {
    const { id } = await found('Plover');
    expect((await running.ask('POST', `${path}/attendees/${id}/ticket`)).status).toBe(409);
    expect((await running.ask('POST', `${path}/attendees/${randomUUID()}/ticket`)).status).toBe(404);
  });
});

it('tells who was let in when that was, so that they are not offered what is refused', async () => {
  const { ticket, id } = await found('heron%252');
  const at = '2026-11-24T08:00:00.000Z';
  const checkedIn = await running.ask('POST', `${path}/check-ins`, { venueId: venues['Perth'], items: [{ id: randomUUID(), at: new Date().toISOString(), by: { kind: 'ticket', ticketId: ticket?.id } }] });
  expect(checkedIn.body['results']).toMatchObject([{ outcome: 'admitted' }]);
  await database.source.query(`UPDATE check_in SET at = $2 WHERE registration_id = $1`, [id, at]);
  expect((await running.ask<OwnRegistration>('GET', `${path}/registration`, undefined, people.perth)).body.registration?.checkedInAt).toBe(at);
  expect((await running.ask<OwnRegistration>('GET', `${path}/registration`, undefined, people.lyon)).body.registration?.checkedInAt).toBeNull();
  expect((await found('heron%252')).checkedInAt).toBe(at);
});
