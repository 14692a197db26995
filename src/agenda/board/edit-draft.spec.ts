import { randomUUID } from 'node:crypto';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aPerson } from '../../../test/support/a-person.js';
import { anApp, type Answer, type AnyBody, type As, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { Board, type BoardSession, type DraftEdit, type NewDraftEdit } from '../../contract/board.js';
import { applyDraftEdit } from '../../rules/apply-draft-edits.js';

type Set = NewDraftEdit['set'][number];

describe('editing the draft', () => {
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
      .withCity('Oslo', 'Europe/Oslo').withRoom('Loft')
      .withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'] })
      .withSession('Tides', { room: 'Stage', startsAt: '2026-11-24T09:00:00Z' })
      .withSession('Fjords', { room: 'Loft', startsAt: '2026-11-24T09:00:00Z' })
      .withSession('Reefs', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'], plans: [] })
      .build(database.source);
    base = `/api/conferences/${conference.slug}`;
  });

  const to = (room: string, from: string, until: string, more: object = {}): Set['to'] =>
    ({ roomId: conference.rooms[room] as never, startsAt: `2026-11-24T${from}:00Z`, endsAt: `2026-11-24T${until}:00Z`, anchor: 'floating', waiver: null, ...more });
  const wanted = (title: string, slot: Set['to'], expected = 0): Set => ({ sessionId: conference.sessions[title] as never, expected, to: slot });
  const edit = async (set: Set[], more: Partial<NewDraftEdit> = {}, as: As = 'administrator'): Promise<Answer<AnyBody>> =>
    await running.ask('POST', `${base}/draft-edits`, { set, what: 'move', requestId: randomUUID(), ...more }, as);
  const board = async (as: As = 'administrator'): Promise<Board> => Board.parse((await running.ask('GET', `${base}/board`, undefined, as)).body);
  const session = (at: Board, title: string): BoardSession => at.sessions.find(({ id }) => id === conference.sessions[title]) as BoardSession;

  it('moves, places and takes out in one numbered edit, which carries the board from before to after', async () => {
    const before = await board();
    const answer = await edit([
      wanted('Opening', null), wanted('Tides', to('Hall', '10:00', '11:15')), wanted('Reefs', to('Stage', '09:00', '09:45', { anchor: 'fixed' })),
    ], { what: 'bulk' });
    expect(answer.status).toBe(201);
    const made = answer.body['edit'] as unknown as DraftEdit;
    expect(made).toEqual({
      edit: 1, at: expect.any(String), by: 'operator', what: 'bulk', requestId: expect.any(String),
      changes: expect.arrayContaining([
        { sessionId: conference.sessions['Opening'], from: session(before, 'Opening').slot, to: null },
        {
          sessionId: conference.sessions['Reefs'], from: null,
          to: { roomId: conference.rooms['Stage'], startsAt: '2026-11-24T09:00:00.000Z', endsAt: '2026-11-24T09:45:00.000Z', anchor: 'fixed', cancelled: false, waiver: null },
        },
      ]),
    });
    expect(made.changes).toHaveLength(3);
    const after = await board();
    expect(applyDraftEdit(before, made)).toEqual(after);
    expect(session(after, 'Opening')).toMatchObject({ slot: null, minutes: 30, edit: 1, published: session(before, 'Opening').published });
  });

  it('spends no edit where nothing changes', async () => {
    const { status, body } = await edit([wanted('Opening', to('Hall', '09:00', '09:30'))]);
    expect([status, body]).toEqual([201, { edit: null }]);
    expect((await board()).edit).toBe(0);
  });

  it('does a request that is sent twice once', async () => {
    const requestId = randomUUID();
    const first = await edit([wanted('Tides', to('Stage', '11:00', '12:00'))], { requestId });
    await edit([wanted('Tides', to('Stage', '13:00', '14:00'), 1)]);
    const again = await edit([wanted('Tides', to('Stage', '11:00', '12:00'))], { requestId });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(session(await board(), 'Tides').slot?.startsAt).toBe('2026-11-24T13:00:00.000Z');
  });

  it('gives the second of two who moved one session what the first one did, and writes nothing of theirs', async () => {
    const bea = await aPerson(running.app, [{ role: 'organizer', conferenceId: conference.id }]);
    await edit([wanted('Tides', to('Stage', '11:00', '12:00'))], {}, bea);
    const { status, body } = await edit([wanted('Opening', to('Hall', '12:00', '12:30')), wanted('Tides', to('Stage', '13:00', '14:00'))]);
    expect([status, body['type']]).toEqual([409, 'urn:meridian:problem:draft-conflict']);
    expect(body['sessions']).toEqual([{ id: conference.sessions['Tides'], title: 'Tides' }]);
    expect(body['slots']).toEqual([{
      sessionId: conference.sessions['Tides'], edit: 1, by: `Person ${bea.accountId.slice(-4)}`,
      slot: { roomId: conference.rooms['Stage'], startsAt: '2026-11-24T11:00:00.000Z', endsAt: '2026-11-24T12:00:00.000Z', anchor: 'floating', cancelled: false, waiver: null },
    }]);
    expect(session(await board(), 'Opening')).toMatchObject({ edit: 0, slot: { startsAt: '2026-11-24T09:00:00.000Z' } });
    expect((await edit([wanted('Tides', to('Stage', '13:00', '14:00'), 1)])).status).toBe(201);
  });

  it('knows a conflict on a session that was taken out', async () => {
    await edit([wanted('Tides', null)]);
    expect((await edit([wanted('Tides', to('Stage', '13:00', '14:00'))])).body).toMatchObject({ type: 'urn:meridian:problem:draft-conflict', slots: [{ edit: 1, slot: null }] });
  });

  it('lets two sessions change places, though each is in the other’s way', async () => {
    expect((await edit([wanted('Opening', to('Stage', '09:00', '09:30')), wanted('Tides', to('Hall', '09:00', '09:30'))])).status).toBe(201);
  });

  it('refuses a room or a speaker that is taken, and keeps a waiver with its reason and giver', async () => {
    expect((await edit([wanted('Tides', to('Hall', '09:15', '09:45'))])).body).toMatchObject({ status: 409, type: 'urn:meridian:problem:room-overlap' });
    expect((await edit([wanted('Reefs', to('Stage', '09:15', '09:25'), 0), wanted('Tides', null)])).body).toMatchObject({ status: 409, type: 'urn:meridian:problem:speaker-overlap' });
    expect((await edit([wanted('Tides', to('Hall', '09:15', '09:45', { waiver: 'The hall is split in two.' }))])).status).toBe(201);
    expect((await edit([wanted('Tides', to('Hall', '09:20', '09:45', { waiver: 'The hall is split in two.' }), 1)])).status).toBe(201);
    expect((await running.ask('GET', `${base}/sessions/${conference.sessions['Tides']}`)).body['draft']).toMatchObject({
      waiver: { reason: 'The hall is split in two.', by: 'operator' }, startsAt: '2026-11-24T09:20:00.000Z',
    });
    expect((await edit([wanted('Tides', to('Hall', '09:20', '09:45'), 2)])).body).toMatchObject({ type: 'urn:meridian:problem:room-overlap' });
  });

  it('lets exactly one of two writers at once have a place', async () => {
    const answers = await Promise.all([edit([wanted('Tides', to('Hall', '12:00', '12:30'))]), edit([wanted('Fjords', to('Hall', '12:15', '12:45'))])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await board()).edit).toBe(1);
  });

  it('numbers edits without a gap, whoever writes at once', async () => {
    await Promise.all(['Opening', 'Tides', 'Fjords'].flatMap((title, room) =>
      [10, 12, 14].map(async (hour) => await running.ask('PUT', `${base}/sessions/${conference.sessions[title]}/slot`, {
        roomId: conference.rooms[['Hall', 'Stage', 'Loft'][room] as string], startsAt: `2026-11-24T${hour}:00:00Z`, endsAt: `2026-11-24T${hour}:30:00Z`,
      })),
    ));
    const edits = await database.source.query<{ edit: string }[]>(`SELECT edit FROM draft_edit WHERE conference_id = $1 ORDER BY edit`, [conference.id]);
    expect(edits.map(({ edit: number }) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('records what else writes the draft: a slot, a live change, a session’s end', async () => {
    const before = await board();
    await running.ask('PUT', `${base}/sessions/${conference.sessions['Tides']}/slot`, { roomId: conference.rooms['Stage'], startsAt: '2026-11-24T10:00:00Z', endsAt: '2026-11-24T10:30:00Z' });
    await running.ask('POST', `${base}/live-changes`, { change: 'delay', sessionId: conference.sessions['Opening'], minutes: 20 });
    await running.ask('DELETE', `${base}/sessions/${conference.sessions['Fjords']}`);
    const rows = await database.source.query<(DraftEdit & { at: Date })[]>(
      `SELECT edit::int, at, actor AS by, what, request_id AS "requestId", changes FROM draft_edit WHERE conference_id = $1 ORDER BY edit`, [conference.id],
    );
    expect(rows.map(({ what }) => what)).toEqual(['move', 'live-change', 'session']);
    const carried = rows.reduce(applyDraftEdit, before);
    const after = await board();
    expect(carried.edit).toBe(after.edit);
    expect(after.sessions.map(({ id, slot, edit: number }) => ({ id, slot, edit: number }))).toEqual(
      carried.sessions.filter(({ id }) => id !== conference.sessions['Fjords']).map(({ id, slot, edit: number }) => ({ id, slot, edit: number })),
    );
  });

  it('brings a session that is published as cancelled back as cancelled', async () => {
    await running.ask('POST', `${base}/live-changes`, { change: 'cancel', sessionId: conference.sessions['Tides'], reason: 'Storm' });
    await edit([wanted('Tides', null, 1)]);
    await edit([wanted('Tides', to('Stage', '11:00', '12:00'), 2)]);
    expect(session(await board(), 'Tides').slot).toMatchObject({ cancelled: true });
  });

  it('shows a city host everything, and lets them move what is theirs to where they are', async () => {
    const host = await aPerson(running.app, [{ role: 'city-host', conferenceId: conference.id, cityId: conference.cities['Oslo'] }]);
    const seen = await board(host);
    expect(seen.mayMove).toEqual([conference.cities['Oslo']]);
    expect({ ...seen, mayMove: null }).toEqual(await board());
    expect((await edit([wanted('Fjords', to('Loft', '10:00', '10:30'))], {}, host)).status).toBe(201);
    expect((await edit([wanted('Tides', to('Loft', '11:00', '11:30'))], {}, host)).status).toBe(404);
    expect((await edit([wanted('Fjords', to('Hall', '11:00', '11:30'), 1)], {}, host)).status).toBe(404);
    expect((await edit([wanted('Reefs', to('Loft', '11:00', '11:30'))], {}, host)).status).toBe(404);
  });

  it.each([
    ['a session twice', () => [wanted('Tides', null), wanted('Tides', null)], 400, '/set/1/sessionId'],
    ['an unknown room', () => [wanted('Tides', { ...to('Stage', '10:00', '11:00'), roomId: randomUUID() } as never)], 400, '/set/0/to/roomId'],
    ['an unknown session', () => [{ ...wanted('Tides', null), sessionId: randomUUID() as never }], 404, '/set/0/sessionId'],
    ['an end before the start', () => [wanted('Tides', to('Stage', '11:00', '10:00'))], 400, '/set/0/to/endsAt'],
  ])('refuses %s and points at it', async (_name, set, status, pointer) => {
    const answer = await edit(set());
    expect([answer.status, answer.body['errors']?.[0]?.['path']]).toEqual([status, pointer]);
  });
});
