import { aConference, type BuiltConference } from '../../test/support/a-conference.js';
import { aPerson, type Person } from '../../test/support/a-person.js';
import { anApp, type RunningApp } from '../../test/support/an-app.js';
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

  it('makes no session of their own, which would belong to no city', async () => {
    expect((await ask('POST', '/sessions', { title: 'New' })).status).toBe(403);
  });
});
