import { randomUUID } from 'node:crypto';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aPerson } from '../../../test/support/a-person.js';
import { anApp, type Answer, type AnyBody, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { ReleaseComparison, ReleasePreview, RestoreReceipt } from '../../contract/releases.js';

describe('releases', () => {
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
      .withCity('Lyon', 'UTC').withRoom('Hall').withRoom('Stage')
      .withSession('Tides', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'], plans: [] })
      .withSession('Reefs', { room: 'Stage', startsAt: '2026-11-24T09:00:00Z', speakers: ['Bo'], plans: [] })
      .withSession('Fog', { room: 'Stage', startsAt: '2026-11-24T09:00:00Z', plans: [] })
      .build(database.source);
    base = `/api/conferences/${conference.slug}`;
  });

  const id = (title: string): string => conference.sessions[title] as string;
  const put = async (title: string, room: string, hour: number): Promise<void> => {
    const body = { roomId: conference.rooms[room], startsAt: `2026-11-24T${hour}:00:00Z`, endsAt: `2026-11-24T${hour}:30:00Z` };
    expect((await running.ask('PUT', `${base}/sessions/${id(title)}/slot`, body)).status).toBe(200);
  };
  const release = async (): Promise<Answer<AnyBody>> => await running.ask('POST', `${base}/releases`, {});
  const preview = async (): Promise<ReleasePreview> => ReleasePreview.parse((await running.ask('GET', `${base}/releases/preview`)).body);
  const compare = async (from: number, to: number | 'draft'): Promise<ReleaseComparison> =>
    ReleaseComparison.parse((await running.ask('GET', `${base}/releases/compare?from=${from}&to=${to}`)).body);
  const restore = async (number: number, requestId = randomUUID()): Promise<RestoreReceipt> =>
    RestoreReceipt.parse((await running.ask('POST', `${base}/releases/${number}/restore`, { requestId })).body);
  const facts = (changes: ReleasePreview['changes']): string[] =>
    changes.map((change) => `${change.change} ${'sessionId' in change ? change.sessionId : 'session' in change ? change.session.id : ''}`).sort();

  /** Three releases: Tides at 10; Tides at 11 and Reefs at 12; Reefs alone. */
  const threeReleases = async (): Promise<void> => {
    await put('Tides', 'Hall', 10);
    await release();
    await put('Tides', 'Hall', 11);
    await put('Reefs', 'Stage', 12);
    await release();
    await running.ask('DELETE', `${base}/sessions/${id('Tides')}/slot`);
    await release();
  };

  it('releases the draft that was looked at, and refuses one that was edited since, naming what moved', async () => {
    await put('Tides', 'Hall', 10);
    const seen = await preview();
    await put('Reefs', 'Stage', 12);
    const refused = await running.ask('POST', `${base}/releases`, { expected: seen.edit });
    expect([refused.status, refused.body['type'], refused.body['sessions']]).toEqual([409, 'urn:meridian:problem:draft-edited', [{ id: id('Reefs'), title: 'Reefs' }]]);
    expect((await running.ask('GET', `${base}/releases`)).body['items']).toEqual([]);

    const again = await preview();
    const released = await running.ask('POST', `${base}/releases`, { expected: again.edit });
    expect([released.status, (released.body['revision'] as unknown as { release: number }).release]).toEqual([201, 1]);
  });

  it('publishes nothing unseen while two organizers edit and release at once', async () => {
    await put('Tides', 'Hall', 10);
    const { edit } = await preview();
    const [released] = await Promise.all([running.ask('POST', `${base}/releases`, { expected: edit }), put('Reefs', 'Stage', 12)]);
    const published = (await database.source.query<{ session_id: string }[]>(`SELECT session_id FROM slot WHERE conference_id = $1 AND plan = 'published'`, [conference.id]))
      .map((row) => row.session_id);
    expect([released.status, published]).toEqual(released.status === 201 ? [201, [id('Tides')]] : [409, []]);
  });

  it('refuses to release what is blocking, names it all, and releases it once it is waived', async () => {
    await put('Tides', 'Hall', 10);
    await put('Reefs', 'Stage', 10);
    await database.source.query(`UPDATE session SET sent_by = 'satellite' WHERE conference_id = $1`, [conference.id]);
    const refused = await release();
    expect(refused.body).toMatchObject({ status: 409, type: 'urn:meridian:problem:blocking-findings', sessions: [{ title: 'Reefs' }, { title: 'Tides' }] });
    expect((refused.body['findings'] as unknown as AnyBody[]).map((finding) => [finding['code'], finding['sessions']?.length]).sort()).toEqual([
      ['outside-satellite-window', 1], ['outside-satellite-window', 1], ['uplink-overbooked', 1], ['uplink-overbooked', 2],
    ]);
    expect((await running.ask('GET', base)).body['revision']).toBe(0);
    for (const title of ['Tides', 'Reefs']) await running.ask('PUT', `${base}/sessions/${id(title)}/slot/waiver`, { reason: 'Recorded and sent later.' });
    expect((await release()).body['revision']).toMatchObject({ revision: 1, release: 1 });
  });

  it('shows beforehand what a release changes, what the rules find, and which speakers are told', async () => {
    await put('Tides', 'Hall', 10);
    await release();
    const { accountId } = await aPerson(running.app);
    await database.source.query(`UPDATE speaker SET account_id = $2 WHERE id = $1`, [conference.speakers['Ada'], accountId]);
    await put('Tides', 'Hall', 11);
    await put('Reefs', 'Stage', 11);
    await database.source.query(`UPDATE session SET expected_people = 50, sent_by = 'satellite' WHERE id = $1`, [id('Reefs')]);
    await running.ask('PATCH', `${base}/rooms/${conference.rooms['Stage']}`, { capacity: 20 });
    const seen = await preview();
    expect(facts(seen.changes)).toEqual([`session.added ${id('Reefs')}`, `session.delayed ${id('Tides')}`, 'speaker.put '].sort());
    expect(seen.counts).toEqual({ added: 1, moved: 1, cancelled: 0, edited: 0, withdrawn: 0 });
    expect(seen.findings.map(({ code, severity }) => [code, severity])).toEqual(expect.arrayContaining([['outside-satellite-window', 'blocking'], ['over-capacity', 'warning']]));
    expect(seen.findings[0]?.severity).toBe('blocking');
    expect(seen.speakers).toEqual([
      { id: conference.speakers['Ada'], name: 'Ada', told: true, sessions: [id('Tides')] },
      { id: conference.speakers['Bo'], name: 'Bo', told: false, sessions: [id('Reefs')] },
    ]);
    expect(seen.names.sessions).toEqual({ [id('Tides')]: 'Tides', [id('Reefs')]: 'Reefs' });
    expect((await running.ask('GET', base)).body['revision']).toBe(2);
  });

  it('compares any two releases, in either order, and one with the draft', async () => {
    await threeReleases();
    expect(facts((await compare(1, 3)).changes)).toEqual([
      `session.added ${id('Reefs')}`, `session.withdrawn ${id('Tides')}`, 'speaker.put ', 'speaker.removed ',
    ].sort());
    expect(facts((await compare(3, 1)).changes)).toEqual([
      `session.added ${id('Tides')}`, `session.withdrawn ${id('Reefs')}`, 'speaker.put ', 'speaker.removed ',
    ].sort());
    const [moved] = (await compare(1, 2)).changes.filter(({ change }) => change === 'session.delayed');
    expect(moved).toMatchObject({ from: { startsAt: '2026-11-24T10:00:00.000Z' }, to: { startsAt: '2026-11-24T11:00:00.000Z' } });
    expect((await compare(2, 2)).changes).toEqual([]);
    // the place came past the log here, so only sessions are compared
    expect((await compare(3, 'draft')).changes.filter(({ change }) => change.startsWith('session.'))).toEqual([]);
    await put('Fog', 'Stage', 14);
    expect(await compare(3, 'draft')).toMatchObject({ from: 3, to: 'draft', counts: { added: 1 }, names: { sessions: { [id('Fog')]: 'Fog' } } });
    expect((await running.ask('GET', `${base}/releases/compare?from=1&to=9`)).status).toBe(404);
  });

  it('restores a release into the draft as one edit, so that releasing it brings that agenda back', async () => {
    await threeReleases();
    await put('Fog', 'Stage', 14);
    const requestId = randomUUID();
    const restored = await restore(2, requestId);
    expect(restored).toMatchObject({ edit: { what: 'restore', requestId }, gone: [], waived: [] });
    expect(restored.edit?.changes.map(({ sessionId, to }) => [sessionId, to?.startsAt ?? null]).sort()).toEqual(
      [[id('Fog'), null], [id('Tides'), '2026-11-24T11:00:00.000Z']].sort(),
    );
    expect(await restore(2, requestId)).toEqual(restored);
    expect((await restore(2)).edit).toBeNull();
    await release();
    expect((await compare(2, 4)).changes).toEqual([]);
  });

  it('restores what is still there, lists what is gone, and lets what overlaps now be for an organizer to settle', async () => {
    await threeReleases();
    await running.ask('DELETE', `${base}/sessions/${id('Reefs')}`);
    await put('Fog', 'Stage', 11);
    await running.ask('PATCH', `${base}/sessions/${id('Fog')}`, { appearances: [{ speakerId: conference.speakers['Ada'] }] });
    await release();
    await put('Fog', 'Stage', 15);
    await put('Tides', 'Hall', 16);
    await release();
    await running.ask('DELETE', `${base}/sessions/${id('Tides')}/slot`);
    await put('Fog', 'Stage', 11);
    const back = await restore(2);
    expect(back.gone).toEqual([{ sessionId: id('Reefs'), title: 'Reefs', what: 'session' }]);
    expect(back.edit?.changes.map(({ sessionId, to }) => [sessionId, to?.startsAt ?? null]).sort()).toEqual(
      [[id('Fog'), null], [id('Tides'), '2026-11-24T11:00:00.000Z']].sort(),
    );
  });

  it('waives what a restored release overlaps as things are now', async () => {
    await put('Tides', 'Hall', 10);
    await put('Reefs', 'Stage', 10);
    await release();
    await running.ask('DELETE', `${base}/sessions/${id('Reefs')}/slot`);
    await release();
    await running.ask('PATCH', `${base}/sessions/${id('Reefs')}`, { appearances: [{ speakerId: conference.speakers['Ada'] }] });
    const back = await restore(1);
    expect(back.waived.length).toBeGreaterThan(0);
    expect(back.waived).toContain(id('Reefs'));
    expect((await preview()).findingCounts).toMatchObject({ blocking: 0, waived: 1 });
  });
});
