import { aConference } from '../../test/support/a-conference.js';
import { aPerson } from '../../test/support/a-person.js';
import { anApp, type AnyBody, type As, type RunningApp } from '../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';

describe('the place of a conference over the API', () => {
  let database: TestDatabase;
  let running: RunningApp;
  let slug: string;
  let count = 0;

  beforeAll(async () => {
    database = await aDatabase();
    running = await anApp(database);
  });
  afterAll(async () => {
    await running.close();
    await database.drop();
  });
  beforeEach(async () => {
    slug = `tides-${(count += 1)}`;
    const { status } = await running.ask('POST', '/api/conferences', { slug, title: 'Tides', zone: 'Europe/Paris', startsOn: '2026-11-24', endsOn: '2026-11-26' });
    expect(status).toBe(201);
  });

  const add = async (path: string, body: object): Promise<AnyBody> => {
    const answer = await running.ask('POST', `/api/conferences/${slug}/${path}`, body);
    expect([answer.status, answer.body['detail']]).toEqual([201, undefined]);
    return answer.body;
  };
  const revision = async (): Promise<unknown> => (await running.ask('GET', `/api/conferences/${slug}`)).body['revision'];

  it('is built from city to room, and each step is a revision of what is published', async () => {
    const city = await add('cities', { name: 'Adelaide', country: 'AU', zone: 'Australia/Adelaide', latitude: -34.93, longitude: 138.6 });
    const venue = await add('venues', { cityId: city['id'], name: 'Library' });
    const room = await add('rooms', { venueId: venue['id'], name: 'Loft', capacity: 80, equipment: ['screen'], changeoverMinutes: 5 });
    const uplink = await add('uplinks', { venueId: venue['id'], kind: 'satellite', name: 'Dish' });
    expect(room).toEqual({ id: expect.any(String), venueId: venue['id'], name: 'Loft', capacity: 80, position: 0, equipment: ['screen'], changeoverMinutes: 5, shared: false, openingHours: [] });
    expect(await revision()).toBe(4);
    await add(`uplinks/${uplink['id']}/bookings`, { startsAt: '2026-11-24T09:00:00+10:30', endsAt: '2026-11-24T12:00:00+10:30' });
    expect((await running.ask('GET', `/api/conferences/${slug}/uplinks/${uplink['id']}/bookings`)).body['items']).toEqual([
      { id: expect.any(String), uplinkId: uplink['id'], startsAt: '2026-11-23T22:30:00.000Z', endsAt: '2026-11-24T01:30:00.000Z' },
    ]);
  });

  it('changes only what a patch names', async () => {
    const city = await add('cities', { name: 'Lyon', country: 'FR', zone: 'Europe/Paris', position: 3 });
    const { body } = await running.ask('PATCH', `/api/conferences/${slug}/cities/${city['id']}`, { name: 'Lugdunum' });
    expect(body).toEqual({ ...city, name: 'Lugdunum' });
  });

  it('refuses two bookings of one uplink at once, and says which is there', async () => {
    const city = await add('cities', { name: 'Lyon', zone: 'Europe/Paris' });
    const venue = await add('venues', { cityId: city['id'], name: 'Hall' });
    const uplink = await add('uplinks', { venueId: venue['id'], kind: 'satellite', name: 'Dish' });
    await add(`uplinks/${uplink['id']}/bookings`, { startsAt: '2026-11-24T09:00:00Z', endsAt: '2026-11-24T12:00:00Z' });
    const { status, body } = await running.ask('POST', `/api/conferences/${slug}/uplinks/${uplink['id']}/bookings`, { startsAt: '2026-11-24T11:00:00Z', endsAt: '2026-11-24T13:00:00Z' });
    expect([status, body['detail']]).toEqual([409, 'This uplink is booked already from 2026-11-24T09:00:00.000Z to 2026-11-24T12:00:00.000Z. One uplink carries one booking at a time.']);
  });

  it.each([
    ['cities', { name: '', zone: 'Europe/Paris' }, '/name'],
    ['cities', { name: 'Lyon', zone: 'Europe/Lyon' }, '/zone'],
    ['cities', { name: 'Lyon', zone: 'Europe/Paris', country: 'France' }, '/country'],
    ['cities', { name: 'Lyon', zone: 'Europe/Paris', latitude: 91 }, '/latitude'],
    ['rooms', { venueId: 'x', name: 'Hall' }, '/venueId'],
    ['tracks', { name: 'Oceans', colour: 'blue' }, '/colour'],
    ['tracks', { name: 'Oceans', color: '#000000' }, ''],
  ])('refuses a wrong field of %s and points at it', async (path, input, pointer) => {
    const { status, body, headers } = await running.ask('POST', `/api/conferences/${slug}/${path}`, input);
    expect([status, headers.get('content-type'), body['type']]).toEqual([400, 'application/problem+json; charset=utf-8', 'urn:meridian:problem:invalid-input']);
    expect((body['errors'] as unknown as { path: string }[]).map((error) => error.path)).toEqual([pointer]);
  });

  it('keeps conferences apart: another conference’s rows are not there, to read, change, remove or refer to', async () => {
    const other = await aConference().withCity('Oslo', 'Europe/Oslo').withRoom('Fjord').build(database.source);
    const foreign = `/api/conferences/${slug}/rooms/${other.rooms['Fjord']}`;
    for (const method of ['GET', 'PATCH', 'DELETE'] as const) {
      expect((await running.ask(method, foreign, method === 'PATCH' ? { name: 'Mine' } : undefined)).status).toBe(404);
    }
    const venue = await running.ask('POST', `/api/conferences/${slug}/venues`, { cityId: other.cities['Oslo'], name: 'Mine' });
    expect(venue.status).toBe(409);
    const { body } = await running.ask('GET', `/api/conferences/${other.slug}/rooms`);
    expect((body['items'] as unknown as { name: string }[]).map((room) => room.name)).toEqual(['Fjord']);
  });

  it('does not remove a city that has venues', async () => {
    const city = await add('cities', { name: 'Lyon', zone: 'Europe/Paris' });
    await add('venues', { cityId: city['id'], name: 'Hall' });
    const { status, body } = await running.ask('DELETE', `/api/conferences/${slug}/cities/${city['id']}`);
    expect([status, body['type']]).toEqual([409, 'urn:meridian:problem:still-in-use']);
  });

  it('reads long lists in pages, each row once, in order', async () => {
    for (let n = 0; n < 5; n += 1) await add('tracks', { name: `Track ${n}` });
    const names: string[] = [];
    let after = '';
    for (;;) {
      const { body } = await running.ask('GET', `/api/conferences/${slug}/tracks?limit=2${after}`);
      expect(body['total']).toBe(5);
      names.push(...(body['items'] as unknown as { name: string }[]).map((track) => track.name));
      if (body['next'] === null) break;
      after = `&after=${body['next']}`;
    }
    expect(names).toEqual(['Track 0', 'Track 1', 'Track 2', 'Track 3', 'Track 4']);
  });

  it('shows drafts to the administrator and to their own organizers only', async () => {
    await running.ask('PATCH', `/api/conferences/${slug}`, { status: 'draft' });
    const [{ id: conferenceId }] = await database.source.query(`SELECT id FROM conference WHERE slug = $1`, [slug]);
    const organizer = await aPerson(running.app, [{ role: 'organizer', conferenceId }]);
    const slugs = async (as: As): Promise<boolean> => {
      const { body } = await running.ask('GET', '/api/conferences?limit=500', undefined, as);
      return (body['items'] as unknown as { slug: string }[]).some((conference) => conference.slug === slug);
    };
    expect([await slugs('administrator'), await slugs(organizer), await slugs(await aPerson(running.app)), await slugs('nobody')]).toEqual([true, true, false, false]);
  });

  it('removes a conference with all that it holds, once its slug is said again', async () => {
    const built = await aConference().withCity('Lyon').withRoom('Hall').withSession('Tides', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'] }).build(database.source);
    expect((await running.ask('DELETE', `/api/conferences/${built.slug}?confirm=yes`)).status).toBe(400);
    expect((await running.ask('DELETE', `/api/conferences/${built.slug}?confirm=${built.slug}`)).status).toBe(204);
    for (const table of ['city', 'venue', 'room', 'session', 'slot', 'speaker']) {
      const [{ n }] = await database.source.query(`SELECT count(*)::int AS n FROM ${table} WHERE conference_id = $1`, [built.id]);
      expect([table, n]).toEqual([table, 0]);
    }
  });

  it('refuses days that run backwards and a slug that is taken', async () => {
    const body = { slug, title: 'Tides', zone: 'Europe/Paris', startsOn: '2026-11-24', endsOn: '2026-11-26' };
    expect((await running.ask('POST', '/api/conferences', body)).body).toMatchObject({ status: 409, errors: [{ path: '/slug' }] });
    expect((await running.ask('POST', '/api/conferences', { ...body, slug: 'backwards', endsOn: '2026-11-23' })).body).toMatchObject({ status: 400, errors: [{ path: '/endsOn' }] });
  });

  it('describes every route in OpenAPI, with the schemas that validate', async () => {
    const { body } = await running.ask('GET', '/api/docs-json', undefined, 'nobody');
    const paths = Object.keys(body['paths'] as object);
    expect(paths).toEqual(expect.arrayContaining(['/api/conferences', '/api/conferences/{slug}/rooms/{id}', '/api/conferences/{slug}/live-changes']));
    const room = (body['paths'] as AnyBody)['/api/conferences/{slug}/rooms']?.['post']?.['requestBody'];
    expect(JSON.stringify(room)).toContain('changeoverMinutes');
  });
});
