import { aConference, type BuiltConference } from '../../test/support/a-conference.js';
import { anApp, type AnyBody, type RunningApp } from '../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { applyChanges } from '../rules/apply-changes.js';
import { EVERYTHING, readPublished } from './published.queries.js';

describe('live changes', () => {
  let database: TestDatabase;
  let running: RunningApp;
  let conference: BuiltConference;

  beforeAll(async () => {
    database = await aDatabase();
    running = await anApp(database);
  });
  afterAll(async () => {
    await running.close();
    await database.drop();
  });
  beforeEach(async () => {
    conference = await aConference()
      .withCity('Lyon').withRoom('Hall').withRoom('Stage')
      .withCity('Adelaide', 'Australia/Adelaide').withRoom('Loft')
      .withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z' })
      .withSession('Tides', { room: 'Hall', startsAt: '2026-11-24T09:30:00Z', minutes: 60 })
      .withSession('Reefs', { room: 'Loft', startsAt: '2026-11-24T09:00:00Z', minutes: 45, speakers: ['Bao'] })
      .withSession('Panel', { room: 'Stage', startsAt: '2026-11-24T10:00:00Z', speakers: ['Ada', 'Bao'] })
      .build(database.source);
  });

  const change = async (body: object): Promise<{ status: number; body: AnyBody }> =>
    await running.ask('POST', `/api/conferences/${conference.slug}/live-changes`, body);
  const id = (title: string): string => conference.sessions[title] as string;
  const slotsOf = async (title: string): Promise<unknown> => {
    const { body } = await running.ask('GET', `/api/conferences/${conference.slug}/sessions/${id(title)}`);
    const short = (slot: AnyBody): unknown => [nameOf(String(slot['roomId'])), slot['startsAt'], slot['endsAt'], slot['cancelled']];
    return { draft: short(body['draft'] as AnyBody), published: short(body['published'] as AnyBody) };
  };
  const nameOf = (roomId: string): string | undefined => Object.entries(conference.rooms).find(([, value]) => value === roomId)?.[0];
  const both = (...slot: unknown[]): unknown => ({ draft: slot, published: slot });

  it('delays a session on the agenda and in the draft, as one revision with the reason', async () => {
    const { status, body } = await change({ change: 'delay', sessionId: id('Panel'), minutes: 12, reason: 'the train is late' });
    expect(status).toBe(201);
    expect(body['revision']).toEqual({
      revision: 1, at: expect.any(String), kind: 'live', release: null, note: 'the train is late',
      changes: [{
        change: 'session.delayed', sessionId: id('Panel'), minutes: 12,
        from: { roomId: conference.rooms['Stage'], startsAt: '2026-11-24T10:00:00.000Z', endsAt: '2026-11-24T10:30:00.000Z' },
        to: { roomId: conference.rooms['Stage'], startsAt: '2026-11-24T10:12:00.000Z', endsAt: '2026-11-24T10:42:00.000Z' },
      }],
    });
    expect(await slotsOf('Panel')).toEqual(both('Stage', '2026-11-24T10:12:00.000Z', '2026-11-24T10:42:00.000Z', false));
  });

  it('moves a session to another city, keeping its length', async () => {
    await change({ change: 'move', sessionId: id('Tides'), roomId: conference.rooms['Loft'], startsAt: '2026-11-24T21:00:00+10:30' });
    expect(await slotsOf('Tides')).toEqual(both('Loft', '2026-11-24T10:30:00.000Z', '2026-11-24T11:30:00.000Z', false));
  });

  it('extends, cancels and reinstates', async () => {
    await change({ change: 'extend', sessionId: id('Reefs'), minutes: 5 });
    expect(await slotsOf('Reefs')).toEqual(both('Loft', '2026-11-24T09:00:00.000Z', '2026-11-24T09:50:00.000Z', false));
    const cancelled = await change({ change: 'cancel', sessionId: id('Reefs'), reason: 'no power in the hall' });
    expect((cancelled.body['revision'] as AnyBody)['changes']).toEqual([{ change: 'session.cancelled', sessionId: id('Reefs'), reason: 'no power in the hall' }]);
    expect(await slotsOf('Reefs')).toEqual(both('Loft', '2026-11-24T09:00:00.000Z', '2026-11-24T09:50:00.000Z', true));
    await change({ change: 'reinstate', sessionId: id('Reefs') });
    expect(await slotsOf('Reefs')).toEqual(both('Loft', '2026-11-24T09:00:00.000Z', '2026-11-24T09:50:00.000Z', false));
  });

  it('swaps two sessions of different lengths in one room without overlapping them', async () => {
    const { body } = await change({ change: 'swap', sessionId: id('Opening'), withSessionId: id('Tides') });
    expect((body['revision'] as AnyBody)['revision']).toBe(1);
    expect(await slotsOf('Tides')).toEqual(both('Hall', '2026-11-24T09:00:00.000Z', '2026-11-24T10:00:00.000Z', false));
    expect(await slotsOf('Opening')).toEqual(both('Hall', '2026-11-24T10:00:00.000Z', '2026-11-24T10:30:00.000Z', false));
  });

  it('refuses a delay into the next session of the room, names both, and changes nothing', async () => {
    const { status, body } = await change({ change: 'delay', sessionId: id('Opening'), minutes: 10 });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: 'urn:meridian:problem:room-overlap',
      detail: '“Opening” and “Tides” would both be in Hall at the same time. Choose another time or room, or waive the overlap.',
      sessions: [{ id: id('Opening'), title: 'Opening' }, { id: id('Tides'), title: 'Tides' }],
    });
    expect(await slotsOf('Opening')).toEqual(both('Hall', '2026-11-24T09:00:00.000Z', '2026-11-24T09:30:00.000Z', false));
    const [{ revision }] = await database.source.query('SELECT revision FROM conference WHERE id = $1', [conference.id]);
    expect(revision).toBe('0');
  });

  it('refuses to put one speaker into two sessions at once', async () => {
    const { status, body } = await change({ change: 'move', sessionId: id('Panel'), startsAt: '2026-11-24T09:15:00Z' });
    expect(status).toBe(409);
    expect(body['type']).toBe('urn:meridian:problem:speaker-overlap');
    expect(body['detail']).toBe('Bao would be in “Panel” and “Reefs” at the same time. Choose another time, or waive the overlap.');
  });

  it('lets a waived session keep the overlap that was waived, and no other', async () => {
    await database.source.query(`UPDATE slot SET waived_at = now(), waived_by = 'Mina', waiver_reason = 'imported so', room_id = $2 WHERE session_id = $1`, [
      id('Panel'), conference.rooms['Hall'],
    ]);
    // 10:00 to 10:30 in the Hall, over the second half of Tides: waived, and a delay keeps it
    expect((await change({ change: 'delay', sessionId: id('Panel'), minutes: 5 })).status).toBe(201);
    // Opening is in the Hall at 9:00: nobody waived that
    const refused = await change({ change: 'move', sessionId: id('Panel'), startsAt: '2026-11-24T09:00:00Z' });
    expect([refused.status, refused.body['type'], refused.body['sessions']]).toEqual([
      409, 'urn:meridian:problem:room-overlap', [{ id: id('Panel'), title: 'Panel' }, { id: id('Opening'), title: 'Opening' }],
    ]);
    const onto = await change({ change: 'move', sessionId: id('Opening'), startsAt: '2026-11-24T10:30:00Z' });
    expect([onto.status, onto.body['type'], onto.body['sessions']]).toEqual([
      409, 'urn:meridian:problem:room-overlap', [{ id: id('Opening'), title: 'Opening' }, { id: id('Panel'), title: 'Panel' }],
    ]);
  });

  it('spends no revision on a change that changes nothing', async () => {
    const { status, body } = await change({ change: 'reinstate', sessionId: id('Panel') });
    expect([status, body]).toEqual([201, { revision: null }]);
  });

  it('is not held up by the draft: what clashes only there is waived there, with the reason', async () => {
    await running.ask('PUT', `/api/conferences/${conference.slug}/sessions/${id('Tides')}/slot`, {
      roomId: conference.rooms['Stage'], startsAt: '2026-11-24T10:30:00Z', endsAt: '2026-11-24T11:30:00Z',
    });
    const { status } = await change({ change: 'delay', sessionId: id('Panel'), minutes: 15 });
    expect(status).toBe(201);
    const { body } = await running.ask('GET', `/api/conferences/${conference.slug}/sessions/${id('Panel')}`);
    expect(body['draft']).toMatchObject({ startsAt: '2026-11-24T10:15:00.000Z', waiver: { by: 'operator' } });
    expect(body['published']).toMatchObject({ startsAt: '2026-11-24T10:15:00.000Z', waiver: null });
  });

  it.each([
    ['a session of another conference', () => ({ change: 'cancel', sessionId: '019a0000-0000-7000-8000-000000000000' }), 409, 'not-published'],
    ['a room of another conference', () => ({ change: 'move', sessionId: id('Panel'), roomId: '019a0000-0000-7000-8000-000000000000' }), 404, 'not-found'],
    ['nothing left of it', () => ({ change: 'extend', sessionId: id('Panel'), minutes: -30 }), 400, 'invalid-input'],
    ['an unknown key', () => ({ change: 'cancel', sessionId: id('Panel'), colour: 'red' }), 400, 'invalid-input'],
    ['an unknown change', () => ({ change: 'explode', sessionId: id('Panel') }), 400, 'invalid-input'],
    ['a swap with itself', () => ({ change: 'swap', sessionId: id('Panel'), withSessionId: id('Panel') }), 400, 'invalid-input'],
  ])('refuses %s', async (_name, body, status, code) => {
    const answer = await change(body());
    expect([answer.status, answer.body['type']]).toEqual([status, `urn:meridian:problem:${code}`]);
  });

  it('refuses everyone without the token, and a wrong one', async () => {
    const url = `/api/conferences/${conference.slug}/live-changes`;
    const body = { change: 'cancel', sessionId: id('Panel') };
    expect((await running.ask('POST', url, body, 'nobody')).status).toBe(401);
    const forged = await fetch(running.url + url, {
      method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', authorization: `Bearer ${'x'.repeat(43)}` },
    });
    expect(forged.status).toBe(401);
  });

  it('lets exactly one of two concurrent changes have a room; the other is told with whom it clashes', async () => {
    for (let round = 0; round < 5; round += 1) {
      const free = `2026-11-25T0${round}:00:00Z`;
      const answers = await Promise.all(['Opening', 'Tides'].map(async (title) =>
        await change({ change: 'move', sessionId: id(title), roomId: conference.rooms['Stage'], startsAt: free })));
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
      const refused = answers.find((answer) => answer.status === 409);
      expect(refused?.body['sessions']).toHaveLength(2);
      const [winner] = await database.source.query(
        `SELECT count(*)::int AS n FROM slot WHERE plan = 'published' AND room_id = $1 AND starts_at = $2`, [conference.rooms['Stage'], free]);
      expect(winner).toEqual({ n: 1 });
    }
  });

  it('records facts that lead from the tables before to the tables after, whatever is done', async () => {
    const read = async () => await database.source.transaction(async (tx) => await readPublished(tx, conference.id, EVERYTHING));
    const before = await read();
    const base = `/api/conferences/${conference.slug}`;
    await change({ change: 'swap', sessionId: id('Opening'), withSessionId: id('Tides') });
    await change({ change: 'cancel', sessionId: id('Reefs'), reason: 'ill' });
    await running.ask('PATCH', `${base}/sessions/${id('Panel')}`, { title: 'Panel of the tide', abstract: 'New words', appearances: [{ speakerId: conference.speakers['Bao'] }] });
    await running.ask('PATCH', `${base}/rooms/${conference.rooms['Loft']}`, { name: 'Attic' });
    const track = await running.ask('POST', `${base}/tracks`, { name: 'Oceans', colour: '#225577' });
    await running.ask('PATCH', `${base}/sessions/${id('Tides')}`, { trackId: track.body['id'] });
    await running.ask('DELETE', `${base}/sessions/${id('Reefs')}`);
    const after = await read();
    const rows = await database.source.query<{ revision: number; changes: never[] }[]>('SELECT revision::int AS revision, changes FROM revision WHERE conference_id = $1 ORDER BY revision', [conference.id]);
    expect(rows.map((row) => row.revision)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const carried = rows.reduce<Parameters<typeof applyChanges>[0]>((agenda, row) => applyChanges(agenda, row.changes), { ...before.agenda, revision: 0 });
    expect(carried).toEqual({ ...after.agenda, revision: 0 });
  });
});
