import { aConference, type BuiltConference } from '../../test/support/a-conference.js';
import { anApp, type AnyBody, type RunningApp } from '../../test/support/an-app.js';
import { countQueries } from '../../test/support/count-queries.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';

describe('draft and release', () => {
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
    conference = await aConference()
      .withCity('Lyon').withRoom('Hall').withRoom('Stage')
      .withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'] })
      .withSession('Tides', { room: 'Stage', startsAt: '2026-11-24T09:00:00Z' })
      .build(database.source);
    base = `/api/conferences/${conference.slug}`;
  });

  const id = (title: string): string => conference.sessions[title] as string;
  const put = async (title: string, room: string, startsAt: string, endsAt: string): Promise<{ status: number; body: AnyBody }> =>
    await running.ask('PUT', `${base}/sessions/${id(title)}/slot`, { roomId: conference.rooms[room], startsAt, endsAt });
  const release = async (note = ''): Promise<AnyBody> => (await running.ask('POST', `${base}/releases`, { note })).body['revision'] as AnyBody;

  it('changes nothing that the audience sees until the release, which tells all of it as one revision', async () => {
    await put('Tides', 'Stage', '2026-11-24T11:00:00Z', '2026-11-24T11:30:00Z');
    const added = await running.ask('POST', `${base}/sessions`, { title: 'Reefs', abstract: 'Of coral', appearances: [{ speakerId: conference.speakers['Ada'], role: 'moderator' }] });
    conference.sessions['Reefs'] = added.body['id'] as never;
    await put('Reefs', 'Hall', '2026-11-24T10:00:00Z', '2026-11-24T10:45:00Z');
    await running.ask('DELETE', `${base}/sessions/${id('Opening')}/slot`);
    expect((await running.ask('GET', base)).body['revision']).toBe(0);

    const revision = await release('after the speakers’ meeting');
    expect(revision).toMatchObject({ revision: 1, kind: 'release', release: 1, note: 'after the speakers’ meeting' });
    expect((revision['changes'] as unknown as AnyBody[]).map((change) => [change['change'], change['sessionId'] ?? change['session']?.['id']]).sort()).toEqual(
      [['session.added', id('Reefs')], ['session.delayed', id('Tides')], ['session.withdrawn', id('Opening')]].sort(),
    );
    expect((await running.ask('GET', `${base}/releases`, undefined, 'nobody')).body).toEqual({
      items: [{ number: 1, revision: 1, at: expect.any(String), note: 'after the speakers’ meeting', counts: { added: 1, moved: 1, cancelled: 0, edited: 0, withdrawn: 1 } }],
      total: 1,
      next: null,
    });
  });

  it('refuses the number of a release that no release can have, and a text that no database takes', async () => {
    for (const path of ['releases/99999999999', 'releases?after=99999999999']) expect((await running.ask('GET', `${base}/${path}`)).status).toBe(400);
    expect(await running.ask('POST', `${base}/sessions`, { title: 'Tides\u0000' })).toMatchObject({ status: 400, body: { type: 'urn:meridian:problem:invalid-input' } });
  });

  it('makes no release of a draft that is published already', async () => {
    expect(await release()).toBeNull();
  });

  it('does not revert a live change', async () => {
    await running.ask('POST', `${base}/live-changes`, { change: 'delay', sessionId: id('Opening'), minutes: 20 });
    expect(await release()).toBeNull();
  });

  it('refuses a slot that double-books, until the overlap is waived with a reason', async () => {
    await running.ask('PUT', `${base}/sessions/${id('Tides')}/slot/waiver`, { reason: 'The hall is split in two' });
    expect((await put('Tides', 'Hall', '2026-11-24T09:00:00Z', '2026-11-24T09:30:00Z')).status).toBe(200);
    expect((await running.ask('DELETE', `${base}/sessions/${id('Tides')}/slot/waiver`)).body).toMatchObject({ status: 409, type: 'urn:meridian:problem:room-overlap' });
    const revision = await release();
    expect((revision['changes'] as unknown as AnyBody[]).map((change) => change['change'])).toEqual(['session.moved', 'session.edited']);
    expect(revision['changes']?.[1]).toMatchObject({ set: { overlapWaived: true } });
  });

  it('refuses a waiver without a reason, and one of a session that has no slot', async () => {
    expect((await running.ask('PUT', `${base}/sessions/${id('Tides')}/slot/waiver`, { reason: ' ' })).body).toMatchObject({ status: 400, errors: [{ path: '/reason' }] });
    await running.ask('DELETE', `${base}/sessions/${id('Tides')}/slot`);
    expect((await running.ask('PUT', `${base}/sessions/${id('Tides')}/slot/waiver`, { reason: 'no matter' })).status).toBe(409);
  });

  it('reads a page of sessions with three queries more than none, however many', async () => {
    const queries = async (limit: number): Promise<number> => await countQueries(database, running, async () => await running.ask('GET', `${base}/sessions?limit=${limit}`));
    expect(await queries(2)).toBe(await queries(1));
    expect(await queries(1)).toBeGreaterThan(0);
  });
});
