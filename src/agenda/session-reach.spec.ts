import { aConference, type BuiltConference } from '../../test/support/a-conference.js';
import { aPerson, type Person } from '../../test/support/a-person.js';
import { anApp, type As, type RunningApp } from '../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';

let database: TestDatabase;
let running: RunningApp;
let built: BuiltConference;
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
  built = await aConference()
    .withCity('Lyon').withRoom('Hall').withRoom('Studio')
    .withCity('Oslo', 'Europe/Oslo').withRoom('Fjord')
    .withSession('Tides', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'] })
    .withSession('Ice', { room: 'Fjord', startsAt: '2026-11-24T09:00:00Z', speakers: ['Bo'] })
    .build(database.source);
  host = await aPerson(running.app, [{ role: 'city-host', conferenceId: built.id, cityId: built.cities['Lyon'] }]);
});

const ask = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) => await running.ask(method, `/api/conferences/${built.slug}${path}`, body, host);
const slot = (room: string) => ({ roomId: built.rooms[room], startsAt: '2026-11-24T13:00:00Z', endsAt: '2026-11-24T14:00:00Z' });
const titles = async (query: string, who: As = host) =>
  ((await running.ask('GET', `/api/conferences/${built.slug}/sessions${query}`, undefined, who)).body['items'] as unknown as { title: string }[]).map(({ title }) => title);
const live = async (change: object) => (await ask('POST', '/live-changes', change)).status;

describe('a city host', () => {
  it('reads the sessions and speakers of their city, and no others', async () => {
    const sessions = await ask('GET', '/sessions?limit=1');
    expect([sessions.body['total'], (sessions.body['items'] as unknown as { title: string }[]).map(({ title }) => title)]).toEqual([1, ['Tides']]);
    expect((await ask('GET', `/sessions?after=${built.sessions['Tides']}`)).body['items']).toEqual([]);
    const speakers = await ask('GET', '/speakers');
    expect((speakers.body['items'] as unknown as { name: string }[]).map(({ name }) => name)).toEqual(['Ada']);
    expect((await ask('GET', `/sessions/${built.sessions['Ice']}`)).status).toBe(404);
    expect((await ask('GET', `/speakers/${built.speakers['Bo']}`)).status).toBe(404);
  });

  it('plans within their city only, and neither takes a session from another nor puts one there', async () => {
    expect((await ask('PUT', `/sessions/${built.sessions['Tides']}/slot`, slot('Studio'))).status).toBe(200);
    expect((await ask('PUT', `/sessions/${built.sessions['Tides']}/slot`, slot('Fjord'))).body).toMatchObject({ status: 404, errors: [{ path: '/roomId' }] });
    expect((await ask('PUT', `/sessions/${built.sessions['Ice']}/slot`, slot('Studio'))).status).toBe(404);
    const [row] = await database.source.query(`SELECT room_id FROM slot WHERE session_id = $1 AND plan = 'draft'`, [built.sessions['Tides']]);
    expect(row).toEqual({ room_id: built.rooms['Studio'] });
  });

  it('changes the live day within their city only: no move away, no swap across', async () => {
    const [sessionId, foreign] = [built.sessions['Tides'], built.sessions['Ice']];
    expect(await live({ change: 'delay', sessionId, minutes: 5 })).toBe(201);
    expect(await live({ change: 'move', sessionId, roomId: built.rooms['Fjord'] })).toBe(404);
    expect(await live({ change: 'swap', sessionId, withSessionId: foreign })).toBe(404);
    expect(await live({ change: 'cancel', sessionId: foreign })).toBe(404);
  });

  it('does not change a session that is held in two cities: that is the organizers’', async () => {
    await database.source.query(`UPDATE slot SET room_id = $2, starts_at = '2026-11-25T09:00Z', ends_at = '2026-11-25T10:00Z' WHERE session_id = $1 AND plan = 'draft'`, [built.sessions['Tides'], built.rooms['Fjord']]);
    expect((await ask('PATCH', `/sessions/${built.sessions['Tides']}`, { title: 'Mine' })).body).toMatchObject({ status: 403 });
  });

  it('makes a session, which is theirs until it is planned elsewhere', async () => {
    const made = await ask('POST', '/sessions', { title: 'Dunes', appearances: [{ speakerId: built.speakers['Bo'] }] });
    const id = String(made.body['id']);
    expect([made.status, made.body['cityId']]).toEqual([201, built.cities['Lyon']]);
    expect(await titles('')).toEqual(['Tides', 'Dunes']);
    // who appears in it is theirs to read, as with one that has a slot
    expect((await ask('GET', `/speakers/${built.speakers['Bo']}`)).status).toBe(200);
    expect((await ask('PATCH', `/sessions/${id}`, { title: 'Dunes at dusk' })).body['title']).toBe('Dunes at dusk');
    expect((await ask('PUT', `/sessions/${id}/technical-note`, { text: 'Sand.' })).status).toBe(200);

    const organizer = async (method: 'PUT' | 'DELETE', body?: unknown) => (await running.ask(method, `/api/conferences/${built.slug}/sessions/${id}/slot`, body)).status;
    expect(await organizer('PUT', slot('Fjord'))).toBe(200);
    expect([(await ask('GET', `/sessions/${id}`)).status, (await ask('PATCH', `/sessions/${id}`, { title: 'Mine' })).status, await titles('')]).toEqual([404, 404, ['Tides']]);
    expect(await organizer('DELETE')).toBe(200);
    expect((await ask('PUT', `/sessions/${id}/slot`, slot('Hall'))).status).toBe(200);
    expect((await ask('DELETE', `/sessions/${id}`)).status).toBe(204);
  });

  it('keeps a session that they take out of the plan', async () => {
    await database.source.query(`DELETE FROM slot WHERE session_id = $1 AND plan = 'published'`, [built.sessions['Tides']]);
    const taken = await ask('DELETE', `/sessions/${built.sessions['Tides']}/slot`);
    expect([taken.status, taken.body['cityId'], await titles('')]).toEqual([200, built.cities['Lyon'], ['Tides']]);
  });

  it('gives a session to no other city, nor to none', async () => {
    const path = `/sessions/${built.sessions['Tides']}`;
    expect((await ask('POST', '/sessions', { title: 'New', cityId: built.cities['Oslo'] })).body).toMatchObject({ status: 404, errors: [{ path: '/cityId' }] });
    expect((await ask('PATCH', path, { cityId: built.cities['Oslo'] })).body).toMatchObject({ status: 404, errors: [{ path: '/cityId' }] });
    expect((await ask('PATCH', path, { cityId: null })).body['cityId']).toBe(built.cities['Lyon']);
  });

  it('of two cities says for which a session is made', async () => {
    const { id: conferenceId, cities } = built;
    const ofBoth = await aPerson(running.app, [{ role: 'city-host', conferenceId, cityId: cities['Lyon'] }, { role: 'city-host', conferenceId, cityId: cities['Oslo'] }]);
    const make = async (body: object) => (await running.ask('POST', `/api/conferences/${built.slug}/sessions`, body, ofBoth)).body;
    expect(await make({ title: 'New' })).toMatchObject({ status: 400, errors: [{ path: '/cityId', message: 'Choose one of your cities.' }] });
    expect((await make({ title: 'New', cityId: cities['Oslo'] }))['cityId']).toBe(cities['Oslo']);
  });
});

it('shows stage crew no session that has no slot: it is in no venue', async () => {
  const { id: conferenceId, cities } = built;
  await ask('POST', '/sessions', { title: 'Dunes' });
  const [{ id: venueId }] = await database.source.query<[{ id: string }]>(`SELECT id FROM venue WHERE city_id = $1`, [cities['Lyon']]);
  const crew = await aPerson(running.app, [{ role: 'stage-crew', conferenceId, venueId }]);
  expect(await titles('', crew)).toEqual(['Tides']);
});

describe('the list of sessions', () => {
  it.each([
    ['a part of a title, in any case', () => '?search=ICE', ['Ice']],
    ['a part of a speaker’s name', () => '?search=ad', ['Tides']],
    ['Persian letters, whichever keyboard wrote them', () => `?search=${encodeURIComponent('كتاب')}`, ['کتاب']],
    ['what no pattern is', () => '?search=%25', []],
    ['a city', () => `?cityId=${built.cities['Oslo']}`, ['Ice']],
    ['what has no place in the draft', () => '?state=unscheduled', ['کتاب']],
    ['what is off', () => '?state=cancelled', ['Ice']],
    ['what is on', () => '?state=scheduled', ['Tides']],
    ['all of them at once', () => `?state=cancelled&search=i&cityId=${built.cities['Oslo']}`, ['Ice']],
    ['a track that has none', () => `?trackId=${built.id}`, []],
  ])('is narrowed by %s', async (_name, query, expected) => {
    await running.ask('POST', `/api/conferences/${built.slug}/sessions`, { title: 'کتاب' });
    await database.source.query(`UPDATE slot SET cancelled = true WHERE session_id = $1`, [built.sessions['Ice']]);
    expect(await titles(query(), 'administrator')).toEqual(expected);
  });
});
