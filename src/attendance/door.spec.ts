import { randomUUID } from 'node:crypto';
import { aConference, type BuiltConference } from '../../test/support/a-conference.js';
import { aPerson, type Person } from '../../test/support/a-person.js';
import { anApp, type RunningApp } from '../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import type { CheckInResult, DoorList, Ticket } from '../contract/attendance.js';

let database: TestDatabase;
let running: RunningApp;
let here: OpenConference;
let there: OpenConference;
let crew: Person;

interface OpenConference extends BuiltConference {
  path: string;
  lyon: string;
  perth: string;
}

beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database);
  [here, there] = [await anOpenConference(), await anOpenConference()];
  crew = await aPerson(running.app, [{ role: 'stage-crew', conferenceId: here.id, venueId: here.lyon }]);
});

afterAll(async () => {
  await running.close();
  await database.drop();
});

async function anOpenConference(): Promise<OpenConference> {
  const built = await aConference().withCity('Lyon').withCity('Perth').build(database.source);
  await database.source.query(`UPDATE conference SET registration = 'open' WHERE id = $1`, [built.id]);
  const venueIn = async (city: string): Promise<string> =>
    (await database.source.query<{ id: string }[]>(`SELECT id FROM venue WHERE city_id = $1`, [built.cities[city]]))[0]?.id ?? '';
  return { ...built, path: `/api/conferences/${built.slug}`, lyon: await venueIn('Lyon'), perth: await venueIn('Perth') };
}

async function anAttendee(at: OpenConference, venueId: string | null, more: object = {}): Promise<{ person: Person; ticket: Ticket }> {
  const person = await aPerson(running.app, [], { strong: false });
  await running.ask('PUT', `${at.path}/registration`, { venueId, ...more }, person);
  return { person, ticket: await ticketOf(at, person) };
}

const ticketOf = async (at: OpenConference, person: Person): Promise<Ticket> => (await running.ask<Ticket>('GET', `${at.path}/ticket`, undefined, person)).body;

interface Shown {
  id?: string;
  at?: string;
  by: { kind: 'token'; token: string } | { kind: 'code'; code: string } | { kind: 'ticket'; ticketId: string };
}

async function atTheDoor(items: Shown[], more: { venueId?: string; device?: string; as?: Person; path?: string } = {}): Promise<CheckInResult[]> {
  const { venueId = here.lyon, device = 'Main entrance', as = crew, path = here.path } = more;
  const body = { venueId, device, items: items.map((item) => ({ id: randomUUID(), at: new Date().toISOString(), ...item })) };
  const answer = await running.ask<{ results: CheckInResult[] }>('POST', `${path}/check-ins`, body, as);
  expect(answer.status).toBe(200);
  return answer.body.results;
}
const show = (token: string): Shown => ({ by: { kind: 'token', token } });
const outcomes = (results: CheckInResult[]): string[] => results.map(({ outcome }) => outcome);

describe('a ticket', () => {
  it('is let in once; the second time is told when and where the first was', async () => {
    const { person, ticket } = await anAttendee(here, here.lyon);
    const [first] = await atTheDoor([show(ticket.token)], { device: 'North gate' });
    expect(first).toMatchObject({ outcome: 'admitted', handle: ticket.handle });
    const [second] = await atTheDoor([show(ticket.token)], { device: 'South gate' });
    expect(second).toMatchObject({ outcome: 'already', at: first?.at, venue: 'Venue of Lyon', device: 'North gate' });
    expect((await ticketOf(here, person)).checkedInAt).toBe(first?.at);
    expect((await running.ask('DELETE', `${here.path}/registration`, undefined, person)).status).toBe(409);
  });

  it('is known by its short code', async () => {
    const { ticket } = await anAttendee(here, here.lyon);
    expect(outcomes(await atTheDoor([{ by: { kind: 'code', code: ticket.shortCode } }]))).toEqual(['admitted']);
  });

  it('that is forged, altered, of another place, revoked or replaced admits nobody', async () => {
    const [mine, foreign, elsewhere, remote, lost, gone] = await Promise.all([
      anAttendee(here, here.lyon), anAttendee(there, there.lyon), anAttendee(here, here.perth), anAttendee(here, null), anAttendee(here, here.lyon), anAttendee(here, here.lyon),
    ]);
    const [head, payload = '', signature] = mine.ticket.token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, string>;
    const altered = [head, Buffer.from(JSON.stringify({ ...claims, t: foreign.ticket.token.slice(0, 22) })).toString('base64url'), signature].join('.');
    await running.ask('POST', `${here.path}/ticket/replacement`, undefined, lost.person);
    await running.ask('DELETE', `${here.path}/registration`, undefined, gone.person);
    const results = await atTheDoor([
      show('nonsense'), show(altered), show(foreign.ticket.token), show(elsewhere.ticket.token), show(remote.ticket.token), show(lost.ticket.token), show(gone.ticket.token),
      { by: { kind: 'ticket', ticketId: randomUUID() } }, { by: { kind: 'ticket', ticketId: foreign.ticket.id } }, { by: { kind: 'code', code: foreign.ticket.shortCode } },
    ]);
    expect(outcomes(results)).toEqual([
      'unknown', 'unknown', 'other-conference', 'other-venue', 'other-venue', 'revoked', 'revoked', 'unknown', 'other-conference', 'unknown',
    ]);
    // of another conference’s people a door learns nothing
    expect(results[2]).toMatchObject({ handle: null, venue: null });
    expect(outcomes(await atTheDoor([show((await ticketOf(here, lost.person)).token)]))).toEqual(['admitted']);
  });

  it('holds no personal data, and neither does its code', async () => {
    const { person, ticket } = await anAttendee(here, here.lyon, { legalName: 'Parisa Example' });
    const said = Buffer.from(ticket.token.split('.')[1] ?? '', 'base64url').toString();
    expect(Object.keys(JSON.parse(said) as object)).toEqual(['t', 'c', 'v']);
    for (const secret of [person.email, person.accountId, ticket.handle, 'Parisa']) expect(said + ticket.qr).not.toContain(secret);
    expect(await atTheDoor([show(ticket.token)])).toMatchObject([{ outcome: 'admitted', legalName: 'Parisa Example' }]);
    expect(await atTheDoor([show(ticket.token)])).toMatchObject([{ outcome: 'already', legalName: null }]);
  });

  it('of another person cannot be read, replaced or revoked by one who knows its id', async () => {
    const [{ ticket }, { person: curious }] = [await anAttendee(here, here.lyon), await anAttendee(here, here.lyon)];
    expect((await running.ask('GET', `${here.path}/tickets/${ticket.id}`, undefined, curious)).status).toBe(404);
    expect(await running.ask('POST', `${here.path}/tickets/${ticket.id}/revocation`, undefined, curious)).toMatchObject({
      status: 403, body: { type: 'urn:meridian:problem:not-allowed' },
    });
    // stage crew lets in; whose ticket counts is the host's
    expect((await running.ask('POST', `${here.path}/tickets/${ticket.id}/revocation`, undefined, crew)).status).toBe(403);
    const host = await aPerson(running.app, [{ role: 'city-host', conferenceId: here.id, cityId: here.cities['Perth'] }]);
    expect((await running.ask('POST', `${here.path}/tickets/${ticket.id}/revocation`, undefined, host)).status).toBe(403);
    expect((await running.ask('POST', `${here.path}/tickets/${ticket.id}/revocation`)).status).toBe(204);
    expect(outcomes(await atTheDoor([show(ticket.token)]))).toEqual(['revoked']);
  });
});

describe('a door', () => {
  it('of two that see one ticket at once, one admits', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { ticket } = await anAttendee(here, here.lyon);
      const results = await Promise.all(['A', 'B', 'C', 'D'].map(async (device) => await atTheDoor([show(ticket.token)], { device })));
      expect(results.flatMap(outcomes).sort()).toEqual(['admitted', 'already', 'already', 'already']);
    }
  });

  it('that was without a network tells what it did, once, however often it says so', async () => {
    const [a, b, c] = await Promise.all([anAttendee(here, here.lyon), anAttendee(here, here.lyon), anAttendee(here, here.lyon)]);
    const early = new Date(Date.now() - 3_600_000).toISOString();
    const later = new Date(Date.now() - 1_800_000).toISOString();
    const [online] = await atTheDoor([show(b.ticket.token)], { device: 'Online' });
    const batch: Shown[] = [
      { id: randomUUID(), at: later, ...show(a.ticket.token) },
      { id: randomUUID(), at: early, ...show(a.ticket.token) },
      { id: randomUUID(), at: early, ...show(b.ticket.token) },
      { id: randomUUID(), at: early, by: { kind: 'ticket', ticketId: c.ticket.id } },
      { id: randomUUID(), at: early, ...show('nonsense') },
    ];
    const first = await atTheDoor(batch, { device: 'Offline' });
    expect(outcomes(first)).toEqual(['already', 'admitted', 'already', 'admitted', 'unknown']);
    expect(first[0]).toMatchObject({ at: early, device: 'Offline' });
    expect(first[2]).toMatchObject({ at: online?.at, device: 'Online' });
    expect(await atTheDoor(batch, { device: 'Offline' })).toEqual(first);
    const [{ count } = { count: -1 }]: { count: number }[] = await database.source.query(
      `SELECT count(*)::int AS count FROM check_in WHERE ticket_id = ANY($1::uuid[])`, [[a.ticket.id, b.ticket.id, c.ticket.id]],
    );
    expect(count).toBe(3);
  });

  it('takes a mistake back, which the log keeps, and lets the person in again', async () => {
    const { ticket } = await anAttendee(here, here.lyon);
    const id = randomUUID();
    await atTheDoor([{ id, ...show(ticket.token) }]);
    expect((await running.ask('DELETE', `${here.path}/check-ins/${id}`, undefined, crew)).status).toBe(204);
    expect(outcomes(await atTheDoor([{ id, ...show(ticket.token) }, show(ticket.token)])).sort()).toEqual(['admitted', 'undone']);
    const audit: unknown[] = await database.source.query(`SELECT 1 FROM audit_entry WHERE action = 'check-in.undo' AND subject = $1`, [`check-in:${id}`]);
    expect(audit).toHaveLength(1);
  });

  it('is the crew’s own venue: not another, not another conference’s, not an attendee’s', async () => {
    const { person, ticket } = await anAttendee(here, here.lyon);
    const body = { venueId: here.perth, items: [{ id: randomUUID(), at: new Date().toISOString(), ...show(ticket.token) }] };
    expect((await running.ask('POST', `${here.path}/check-ins`, body, crew)).status).toBe(403);
    expect((await running.ask('POST', `${there.path}/check-ins`, { ...body, venueId: there.lyon }, crew)).status).toBe(403);
    expect((await running.ask('POST', `${here.path}/check-ins`, { ...body, venueId: there.lyon }, crew)).status).toBe(404);
    expect((await running.ask('POST', `${here.path}/check-ins`, { ...body, venueId: here.lyon }, person)).status).toBe(403);
    expect((await running.ask('POST', `${here.path}/check-ins`, { ...body, items: Array(201).fill(body.items[0]) }, crew)).status).toBe(400);
    expect((await running.ask('GET', `${here.path}/venues/${here.perth}/door-list`, undefined, crew)).status).toBe(403);
  });

  it('keeps ids, codes and handles of those expected there, and nothing else', async () => {
    const { person, ticket } = await anAttendee(here, here.lyon, { legalName: 'Parisa Example' });
    await anAttendee(here, here.perth);
    const { body, headers } = await running.ask<DoorList>('GET', `${here.path}/venues/${here.lyon}/door-list`, undefined, crew);
    const known = body.tickets.find(({ id }) => id === ticket.id);
    expect(known).toEqual({ id: ticket.id, shortCode: ticket.shortCode, handle: ticket.handle, checkedInAt: null });
    expect(headers.get('cache-control')).toContain('no-store');
    const text = JSON.stringify(body);
    for (const secret of [person.email, person.accountId, 'Parisa']) expect(text).not.toContain(secret);
  });
});
