import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aPerson } from '../../../test/support/a-person.js';
import { anApp, type AnyBody, type As, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { RipplePreview } from '../../contract/live-day.js';

interface Answer {
  status: number;
  body: AnyBody;
}

describe('the live day', () => {
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
      .withCity('Oslo', 'Europe/Oslo').withRoom('Loft')
      .withSession('Opening', { room: 'Hall', startsAt: '2032-11-24T09:00:00Z', speakers: ['Ada'] })
      .withSession('Tides', { room: 'Hall', startsAt: '2032-11-24T09:30:00Z' })
      .withSession('Keynote', { room: 'Hall', startsAt: '2032-11-24T10:10:00Z' })
      .withSession('Reefs', { room: 'Loft', startsAt: '2032-11-24T09:30:00Z', speakers: ['Ada'] })
      .withSession('Panel', { room: 'Loft', startsAt: '2032-11-24T10:00:00Z' })
      .withSession('Alone', { room: 'Stage', startsAt: '2032-11-24T09:00:00Z' })
      .build(database.source);
    await database.source.query(`UPDATE appearance SET mode = 'remote' WHERE conference_id = $1`, [conference.id]);
    await database.source.query(`UPDATE slot SET anchor = 'fixed' WHERE session_id = $1`, [id('Keynote')]);
  });

  const url = (path: string): string => `/api/conferences/${conference.slug}/${path}`;
  const ask = async (method: 'GET' | 'POST', path: string, body?: object, as?: As): Promise<Answer> => await running.ask(method, url(path), body, as);
  const id = (title: string): string => conference.sessions[title] as string;
  const titleOf = (sessionId: string): string | undefined => Object.entries(conference.sessions).find(([, value]) => value === sessionId)?.[0];
  const extend = (title: string, minutes: number): object => ({ change: 'extend', sessionId: id(title), minutes });
  const preview = async (...changes: object[]): Promise<RipplePreview> => {
    const { status, body } = await ask('POST', 'live-changes/preview', { changes });
    expect(status).toBe(200);
    return body as unknown as RipplePreview;
  };
  const clock = (instant: string): string => instant.slice(11, 16);
  const moved = ({ moves }: Pick<RipplePreview, 'moves'>): unknown => moves.map(({ sessionId, after }) => [titleOf(sessionId), clock(after.startsAt), clock(after.endsAt)]);
  const applying = ({ revision, moves }: Pick<RipplePreview, 'revision' | 'moves'>, more: object = {}): object => ({
    change: 'ripple', expected: revision, reason: 'The speaker went on',
    slots: moves.map(({ sessionId, after: { roomId, startsAt, endsAt, cancelled } }) => ({ sessionId, roomId, startsAt, endsAt, cancelled })), ...more,
  });
  const slots = async (): Promise<unknown> => await database.source.query(
    `SELECT session_id, plan, room_id, starts_at, ends_at, cancelled, cancel_reason FROM slot WHERE conference_id = $1 ORDER BY 1, 2`, [conference.id]);

  it('shows what follows from a delay in both cities, who is concerned, and that nobody else sees it', async () => {
    const before = await slots();
    const worked = await preview(extend('Opening', 10));
    expect(moved(worked)).toEqual([
      ['Opening', '09:00', '09:40'], ['Tides', '09:40', '10:10'], ['Reefs', '09:40', '10:10'], ['Panel', '10:10', '10:40'],
    ]);
    expect(worked).toMatchObject({ revision: 0, conflicts: [], proposals: [], mayApply: true, elsewhere: [] });
    expect(worked.concerned.cities.map(({ cityId, sessions }) => [cityId, sessions])).toEqual([[conference.cities['Lyon'], 2], [conference.cities['Oslo'], 2]]);
    expect(worked.concerned.speakers).toEqual([conference.speakers['Ada']]);
    expect(await slots()).toEqual(before);
  });

  it('names the anchor that is in the way, and ways out that hold', async () => {
    const worked = await preview(extend('Opening', 15));
    expect(worked.conflicts).toEqual([{ code: 'fixed-anchor', severity: 'blocking', sessionId: id('Keynote'), because: id('Tides'), minutes: 5 }]);
    expect(worked.proposals.map(({ steps }) => steps.map((step) => [step.step, 'sessionId' in step && titleOf(step.sessionId)]))).toContainEqual([['shorten', 'Tides']]);
    const [first] = worked.proposals;
    expect((await ask('POST', 'live-changes', applying({ revision: 0, moves: first?.moves ?? [] }))).status).toBe(201);
  });

  it('applies what was seen as one revision, on the agenda and in the draft', async () => {
    const worked = await preview(extend('Opening', 10));
    const { status, body } = await ask('POST', 'live-changes', applying(worked));
    expect(status).toBe(201);
    const revision = body['revision'] as unknown as { revision: number; note: string; changes: { change: string }[] };
    expect([revision.revision, revision.note, revision.changes.map(({ change }) => change).sort()]).toEqual([
      1, 'The speaker went on', ['session.delayed', 'session.delayed', 'session.delayed', 'session.extended'],
    ]);
    const [row] = await database.source.query(
      `SELECT count(*)::int AS n FROM slot d JOIN slot p ON p.session_id = d.session_id AND p.plan = 'published'
       WHERE d.plan = 'draft' AND d.conference_id = $1 AND (d.starts_at, d.ends_at, d.room_id) = (p.starts_at, p.ends_at, p.room_id)`, [conference.id]);
    expect(row).toEqual({ n: 6 });
  });

  it('takes a ripple back as one revision, and everything is as it was, in both plans', async () => {
    await database.source.query(`UPDATE slot SET starts_at = starts_at + interval '5 hours', ends_at = ends_at + interval '5 hours' WHERE plan = 'draft' AND session_id = $1`, [id('Panel')]);
    const before = await slots();
    await ask('POST', 'live-changes', applying(await preview(extend('Opening', 10), { change: 'cancel', sessionId: id('Alone'), reason: 'ill' }, { change: 'move', sessionId: id('Panel'), roomId: conference.rooms['Stage'] })));
    expect(await slots()).not.toEqual(before);
    const { status, body } = await ask('POST', 'revisions/1/revert', { reason: 'A mistake' });
    expect([status, (body['revision'] as AnyBody)['revision'], (body['revision'] as AnyBody)['note']]).toEqual([201, 2, 'A mistake']);
    expect(await slots()).toEqual(before);
    // and the taking back is taken back in its turn
    expect((await ask('POST', 'revisions/2/revert', {})).status).toBe(201);
    expect(moved({ moves: (await preview(extend('Keynote', 1))).moves })).toEqual([['Keynote', '10:10', '10:41']]);
  });

  it('gives a session that was cancelled its reason back', async () => {
    await ask('POST', 'live-changes', { change: 'cancel', sessionId: id('Alone'), reason: 'no power' });
    await ask('POST', 'live-changes', { change: 'reinstate', sessionId: id('Alone') });
    const { body } = await ask('POST', 'revisions/2/revert', {});
    expect((body['revision'] as AnyBody)['changes']).toEqual([{ change: 'session.cancelled', sessionId: id('Alone'), reason: 'no power' }]);
  });

  it('does not take back what was changed since: it names it', async () => {
    await ask('POST', 'live-changes', applying(await preview(extend('Opening', 10))));
    await ask('POST', 'live-changes', { change: 'delay', sessionId: id('Panel'), minutes: 5 });
    const before = await slots();
    const refused = await ask('POST', 'revisions/1/revert', {});
    expect([refused.status, refused.body['type'], refused.body['sessions']]).toEqual([409, 'urn:meridian:problem:changed-since', [{ id: id('Panel'), title: 'Panel' }]]);
    expect(await slots()).toEqual(before);
    expect(((await ask('GET', 'live-changes')).body['items'] as unknown as AnyBody[]).map((item) => [(item['revision'] as AnyBody)['revision'], item['canRevert'], item['by']])).toEqual([
      [2, true, 'operator'], [1, false, 'operator'],
    ]);
  });

  it.each([
    ['words', async () => await running.ask('PATCH', url(`sessions/${id('Panel')}`), { title: 'Other' }), 409, 'not-revertible'],
    ['a release', async () => await ask('POST', 'releases', {}), 404, 'not-found'],
  ])('does not take back %s', async (_name, change, status, code) => {
    await change();
    const refused = await ask('POST', 'revisions/1/revert', {});
    expect([refused.status, refused.body['type']]).toEqual([status, `urn:meridian:problem:${code}`]);
  });

  it('refuses what was worked out on an agenda that is no longer so, and shows what it would be now', async () => {
    const asked = { changes: [extend('Opening', 10)], options: {} };
    const worked = await preview(extend('Opening', 10));
    await ask('POST', 'live-changes', { change: 'delay', sessionId: id('Panel'), minutes: 5 });
    const refused = await ask('POST', 'live-changes', applying(worked, { asked }));
    expect([refused.status, refused.body['type']]).toEqual([409, 'urn:meridian:problem:stale-preview']);
    const anew = refused.body['preview'] as unknown as RipplePreview;
    expect([anew.revision, moved({ moves: anew.moves.filter(({ sessionId }) => sessionId === id('Panel')) })]).toEqual([1, [['Panel', '10:10', '10:40']]]);
    expect((await ask('POST', 'live-changes', applying(anew))).status).toBe(201);
  });

  it('is not held up by a change that has nothing to do with it', async () => {
    const worked = await preview(extend('Opening', 10));
    await ask('POST', 'live-changes', { change: 'delay', sessionId: id('Alone'), minutes: 5 });
    const { status, body } = await ask('POST', 'live-changes', applying(worked));
    expect([status, (body['revision'] as AnyBody)['revision']]).toEqual([201, 2]);
  });

  it('lets exactly one of several people apply at once; the others are shown the day anew', async () => {
    const worked = await preview(extend('Opening', 10));
    const answers = await Promise.all([1, 2, 3, 4].map(async () => await ask('POST', 'live-changes', applying(worked, { asked: { changes: [extend('Opening', 10)] } }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      expect([body['type'], (body['preview'] as unknown as RipplePreview).revision]).toEqual(['urn:meridian:problem:stale-preview', 1]);
    }
    const [{ revision }] = await database.source.query('SELECT revision FROM conference WHERE id = $1', [conference.id]);
    expect(revision).toBe('1');
  });

  it.each([
    ['a fixed anchor', 'Keynote', 'Hall', '2032-11-24T11:00:00Z', 'day-conflict'],
    ['a room that is taken', 'Alone', 'Hall', '2032-11-24T09:00:00Z', 'day-conflict'],
  ])('refuses what was edited onto %s', async (_name, title, room, startsAt, code) => {
    const endsAt = new Date(Date.parse(startsAt) + 1_800_000).toISOString();
    const refused = await ask('POST', 'live-changes', { change: 'ripple', expected: 0, slots: [{ sessionId: id(title), roomId: conference.rooms[room], startsAt, endsAt }] });
    expect([refused.status, refused.body['type']]).toEqual([409, `urn:meridian:problem:${code}`]);
  });

  it('refuses what leaves its satellite window, with its margin', async () => {
    await database.source.query(`UPDATE session SET sent_by = 'satellite' WHERE id = $1`, [id('Alone')]);
    await database.source.query(
      `WITH u AS (INSERT INTO uplink (id, conference_id, venue_id, kind, name) SELECT gen_random_uuid(), $1, venue_id, 'satellite', 'Dish' FROM room WHERE id = $2 RETURNING id)
       INSERT INTO uplink_booking (id, uplink_id, starts_at, ends_at) SELECT gen_random_uuid(), id, '2032-11-24T08:55:00Z', '2032-11-24T09:45:00Z' FROM u`,
      [conference.id, conference.rooms['Stage']]);
    const alone = (startsAt: string, endsAt: string): object => ({ change: 'ripple', expected: 0, slots: [{ sessionId: id('Alone'), roomId: conference.rooms['Stage'], startsAt, endsAt }] });
    const refused = await ask('POST', 'live-changes', alone('2032-11-24T09:12:00Z', '2032-11-24T09:42:00Z'));
    expect([refused.status, refused.body['detail']]).toEqual([409, '“Alone” would leave its booked satellite window by 2 min. Nothing was changed; put it elsewhere.']);
    expect((await ask('POST', 'live-changes', alone('2032-11-24T09:10:00Z', '2032-11-24T09:40:00Z'))).status).toBe(201);
  });

  it('tells a city host who has to apply what reaches beyond their city, and does not let them', async () => {
    const host = await aPerson(running.app, [{ role: 'city-host', conferenceId: conference.id, cityId: conference.cities['Lyon'] }]);
    const { body } = await ask('POST', 'live-changes/preview', { changes: [extend('Opening', 10)] }, host);
    const worked = body as unknown as RipplePreview;
    expect([worked.mayApply, worked.elsewhere]).toEqual([false, [conference.cities['Oslo']]]);
    expect((await ask('POST', 'live-changes', applying(worked), host)).status).toBe(404);
    const own = (await ask('POST', 'live-changes/preview', { changes: [extend('Alone', 10)] }, host)).body as unknown as RipplePreview;
    expect(own.mayApply).toBe(true);
    expect((await ask('POST', 'live-changes', applying(own), host)).status).toBe(201);
    expect((await ask('POST', 'revisions/1/revert', {}, host)).status).toBe(201);
  });

  it('writes each of it into the audit log', async () => {
    await ask('POST', 'live-changes', applying(await preview(extend('Alone', 10))));
    await ask('POST', 'revisions/1/revert', {});
    expect(await database.source.query(`SELECT action, details FROM audit_entry WHERE conference_id = $1 ORDER BY number`, [conference.id])).toEqual([
      { action: 'change-live-agenda.ripple', details: { revision: 1, sessions: 1 } },
      { action: 'change-live-agenda.revert', details: { reverted: 1, revision: 2 } },
    ]);
  });
});
