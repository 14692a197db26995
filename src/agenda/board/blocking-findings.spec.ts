import { randomUUID } from 'node:crypto';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { anApp, type Answer, type AnyBody, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { newId } from '../../platform/new-id.js';

/** What the rules call blocking is refused on the server, also where two who write at once would make it together. */
describe('blocking findings of a draft edit', () => {
  let database: TestDatabase;
  let running: RunningApp;
  let conference: BuiltConference;
  let base: string;

  beforeAll(async () => {
    database = await aDatabase();
    running = await anApp(database);
  });
  afterAll(async () => {
    await running.close();
    await database.drop();
  });
  beforeEach(async () => {
    conference = await aConference().inZone('UTC')
      .withCity('Lyon', 'UTC', { latitude: 45.8, longitude: 4.8 }).withRoom('Hall').withRoom('Stage')
      .withCity('Oslo', 'UTC', { latitude: 59.9, longitude: 10.8 }).withRoom('Loft')
      .withSession('Tides', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'], plans: [] })
      .withSession('Fjords', { room: 'Loft', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'], plans: [] })
      .withSession('Reefs', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Bo'], plans: [] })
      .build(database.source);
    base = `/api/conferences/${conference.slug}`;
  });

  const put = async (title: string, room: string, from: string, until: string, waiver: string | null = null, expected = 0): Promise<Answer<AnyBody>> =>
    await running.ask('POST', `${base}/draft-edits`, {
      set: [{ sessionId: conference.sessions[title], expected, to: { roomId: conference.rooms[room], startsAt: `2026-11-24T${from}:00Z`, endsAt: `2026-11-24T${until}:00Z`, waiver } }],
      what: 'place', requestId: randomUUID(),
    });
  const codeOf = ({ status, body }: Answer<AnyBody>): string => (status === 201 ? 'written' : String(body['type']).replace('urn:meridian:problem:', ''));
  const satellite = async (...titles: string[]): Promise<void> => {
    const uplink = newId<string>();
    const [{ venue_id: venueId }] = await database.source.query<[{ venue_id: string }]>(`SELECT venue_id FROM room WHERE id = $1`, [conference.rooms['Hall']]);
    await database.source.query(`INSERT INTO uplink (id, conference_id, venue_id, kind, name) VALUES ($1, $2, $3, 'satellite', 'Dish')`, [uplink, conference.id, venueId]);
    await database.source.query(`INSERT INTO uplink_booking (id, uplink_id, starts_at, ends_at) VALUES ($1, $2, '2026-11-24T10:00Z', '2026-11-24T12:00Z')`, [newId(), uplink]);
    for (const title of titles) await database.source.query(`UPDATE session SET sent_by = 'satellite' WHERE id = $1`, [conference.sessions[title]]);
  };

  it.each([
    ['one room at once', async () => await Promise.all([put('Tides', 'Hall', '10:00', '11:00'), put('Reefs', 'Hall', '10:30', '11:30')]), 'room-overlap'],
    ['one speaker at once', async () => await Promise.all([put('Tides', 'Hall', '10:00', '11:00'), put('Fjords', 'Loft', '10:30', '11:30')]), 'speaker-overlap'],
    ['a way that is too long', async () => await Promise.all([put('Tides', 'Hall', '10:00', '11:00'), put('Fjords', 'Loft', '11:30', '12:00')]), 'travel-time'],
    ['one satellite for two stages', async () => {
      await satellite('Tides', 'Reefs');
      return await Promise.all([put('Tides', 'Hall', '10:30', '11:30'), put('Reefs', 'Stage', '11:00', '11:50')]);
    }, 'uplink-overbooked'],
  ])('lets exactly one of two writers at once have it: %s', async (_name, race, code) => {
    expect((await race()).map(codeOf).sort()).toEqual([code, 'written'].sort());
    const rows = await database.source.query<object[]>(`SELECT 1 FROM slot WHERE conference_id = $1 AND plan = 'draft'`, [conference.id]);
    expect(rows).toHaveLength(1);
  });

  it('keeps a session sent by satellite within a booked window, margins included, and says what is booked', async () => {
    await satellite('Tides');
    const refused = await put('Tides', 'Hall', '10:04', '11:00');
    expect(codeOf(refused)).toBe('outside-satellite-window');
    expect(refused.body).toMatchObject({
      status: 409, sessions: [{ id: conference.sessions['Tides'], title: 'Tides' }],
      findings: [{ code: 'outside-satellite-window', severity: 'blocking', facts: { marginMinutes: 5, nearest: { startsAt: Date.parse('2026-11-24T10:00Z') } } }],
    });
    expect(codeOf(await put('Tides', 'Hall', '10:05', '11:55'))).toBe('written');
  });

  it('keeps to a room’s hours and a speaker’s', async () => {
    await running.ask('PATCH', `${base}/rooms/${conference.rooms['Hall']}`, { openingHours: [{ on: null, opens: '09:00', closes: '12:00' }, { on: '2026-11-24', opens: '10:00', closes: '12:00' }] });
    expect(codeOf(await put('Reefs', 'Hall', '09:00', '10:00'))).toBe('room-closed');
    await database.source.query(`INSERT INTO availability (speaker_id, starts_at, ends_at) VALUES ($1, '2026-11-24T10:00Z', '2026-11-24T11:00Z')`, [conference.speakers['Bo']]);
    expect(codeOf(await put('Reefs', 'Hall', '10:30', '11:30'))).toBe('speaker-unavailable');
    expect(codeOf(await put('Reefs', 'Hall', '10:00', '11:00'))).toBe('written');
  });

  it('takes a way that the organizers say is short', async () => {
    const venues = (await running.ask('GET', `${base}/venues`)).body['items'] as unknown as { id: string }[];
    await running.ask('PUT', `${base}/travel`, { items: [{ from: venues[1]?.id, to: venues[0]?.id, minutes: 20 }] });
    expect(codeOf(await put('Tides', 'Hall', '10:00', '11:00'))).toBe('written');
    expect(codeOf(await put('Fjords', 'Loft', '11:19', '12:00'))).toBe('travel-time');
    expect(codeOf(await put('Fjords', 'Loft', '11:20', '12:00'))).toBe('written');
  });

  it('lets what is waived with a reason be, and refuses to lift the waiver while it is needed', async () => {
    await satellite('Tides');
    expect(codeOf(await put('Tides', 'Hall', '13:00', '14:00', 'Recorded, and sent in the evening.'))).toBe('written');
    expect(codeOf(await put('Tides', 'Hall', '13:00', '14:00', null, 1))).toBe('outside-satellite-window');
  });

  it('refuses only what is new: a draft is mended step by step', async () => {
    expect(codeOf(await put('Tides', 'Hall', '13:00', '14:00'))).toBe('written');
    await satellite('Tides');
    expect(codeOf(await put('Tides', 'Hall', '14:00', '15:00', null, 1))).toBe('written');
    expect(codeOf(await put('Reefs', 'Stage', '09:00', '10:00'))).toBe('written');
  });

  it('holds for a slot that is put by the sessions’ own route', async () => {
    await satellite('Tides');
    const body = { roomId: conference.rooms['Hall'], startsAt: '2026-11-24T13:00:00Z', endsAt: '2026-11-24T14:00:00Z' };
    expect((await running.ask('PUT', `${base}/sessions/${conference.sessions['Tides']}/slot`, body)).body).toMatchObject({ status: 409, type: 'urn:meridian:problem:outside-satellite-window' });
  });
});
