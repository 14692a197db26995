import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aSocket, nextMessage, type LiveSocket } from '../../../test/support/a-live-client.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { Board, type DraftEdit } from '../../contract/board.js';
import { PROTOCOL_VERSION } from '../../contract/socket.js';
import { applyDraftEdit } from '../../rules/apply-draft-edits.js';
import { catchUpEdits } from '../../rules/catch-up.js';
import { forgetDraftEdits } from './forget-draft-edits.js';

interface OpenBoard {
  board: () => Board;
  socket: LiveSocket;
  you: string;
  /** Resolves once it holds that edit. */
  reaches: (edit: number) => Promise<void>;
}

describe('open boards', () => {
  let database: TestDatabase;
  /** Two processes' worth of application on one database. */
  let one: RunningApp;
  let two: RunningApp;
  let conference: BuiltConference;
  let base: string;
  let ada: Person;
  let bo: Person;
  let sockets: LiveSocket[] = [];

  beforeAll(async () => {
    database = await aDatabase();
    [one, two] = [await anApp(database), await anApp(database)];
  });
  afterAll(async () => {
    await Promise.all([one.close(), two.close()]);
    await database.drop();
  });
  beforeEach(async () => {
    const builder = aConference().withCity('Lyon').withRoom('Hall').withRoom('Stage').withRoom('Loft');
    for (let n = 0; n < 6; n += 1) builder.withSession(`Talk ${n}`, { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', plans: [] });
    conference = await builder.build(database.source);
    base = `/api/conferences/${conference.slug}`;
    const roles = [{ role: 'organizer', conferenceId: conference.id }] as const;
    [ada, bo] = [await aPerson(one.app, roles), await aPerson(one.app, roles)];
  });
  afterEach(() => {
    for (const socket of sockets) socket.close();
    sockets = [];
  });

  const socketOf = async (app: RunningApp, person: Person): Promise<LiveSocket> => {
    const { body } = await app.ask<{ token: string }>('POST', '/api/socket-token', undefined, person);
    const socket = await aSocket(app.url, { auth: { token: body.token, protocol: PROTOCOL_VERSION } });
    sockets.push(socket);
    return socket;
  };

  /** A board that is read, followed and carried forward by the rules that the web client keeps. */
  const openBoard = async (app: RunningApp, person: Person): Promise<OpenBoard> => {
    const socket = await socketOf(app, person);
    let board = Board.parse((await app.ask('GET', `${base}/board`, undefined, person)).body);
    const waiting = new Set<() => void>();
    const take = (edits: readonly DraftEdit[]): void => {
      const unknown = catchUpEdits(board.edit, edits);
      if (unknown === null) throw new Error('a gap between draft edits');
      board = unknown.reduce(applyDraftEdit, board);
      waiting.forEach((check) => check());
    };
    socket.on('board:edited', ({ edits }) => take(edits));
    const reply = await socket.emitWithAck('board:follow', { conference: conference.slug, since: board.edit });
    if (!reply.ok || !('edits' in reply.value)) throw new Error('the board can’t be followed');
    take(reply.value.edits);
    const { you } = reply.value;
    return {
      board: () => board, socket, you,
      reaches: async (edit) =>
        await new Promise((resolve) => {
          const check = (): void => {
            if (board.edit < edit) return;
            waiting.delete(check);
            resolve();
          };
          waiting.add(check);
          check();
        }),
    };
  };

  const edit = async (app: RunningApp, person: Person, n: number, expected: number, slot: { room: string; startsAt: string; minutes: number } | null): Promise<number> => {
    const to = slot === null ? null : {
      roomId: conference.rooms[slot.room], startsAt: slot.startsAt, endsAt: new Date(Date.parse(slot.startsAt) + slot.minutes * 60_000).toISOString(),
    };
    const set = [{ sessionId: conference.sessions[`Talk ${n}`], expected, to }];
    return (await app.ask('POST', `${base}/draft-edits`, { set, what: 'move', requestId: randomUUID() }, person)).status;
  };
  const at = (hour: number, room = 'Hall'): { room: string; startsAt: string; minutes: number } => ({ room, startsAt: `2026-11-24T${hour}:00:00.000Z`, minutes: 30 });

  it('are carried to the same draft on two processes, whatever two organizers do at once', async () => {
    const boards = [await openBoard(one, ada), await openBoard(two, bo)];
    const move = fc.record({
      who: fc.nat(1), talk: fc.nat(5), out: fc.boolean(), room: fc.constantFrom('Hall', 'Stage', 'Loft'), hour: fc.integer({ min: 10, max: 18 }), minutes: fc.constantFrom(30, 60, 90),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 12 }), async (moves) => {
        const statuses = await Promise.all(moves.map(async ({ who, talk, out, room, hour, minutes }) => {
          const held = boards[who]?.board().sessions.find(({ id }) => id === conference.sessions[`Talk ${talk}`]);
          return await edit(who === 0 ? one : two, who === 0 ? ada : bo, talk, held?.edit ?? 0, out ? null : { ...at(hour, room), minutes });
        }));
        // each is written or refused in words: never lost, never failed
        expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
        const truth = Board.parse((await one.ask('GET', `${base}/board`)).body);
        for (const { board, reaches } of boards) {
          await reaches(truth.edit);
          expect(board()).toEqual(truth);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('catch up on what they missed, or are told to read the board anew where that is no longer kept', async () => {
    for (const [n, hour] of [10, 11, 12].entries()) await edit(one, ada, n, 0, at(hour));
    const socket = await socketOf(two, ada);
    const missed = await socket.emitWithAck('board:follow', { conference: conference.slug, since: 1 });
    expect(missed).toMatchObject({ ok: true, value: { edit: 3, edits: [{ edit: 2 }, { edit: 3, by: `Person ${ada.accountId.slice(-4)}` }] } });
    expect(await socket.emitWithAck('board:follow', { conference: conference.slug, since: 9 })).toMatchObject({ ok: true, value: { edit: 3, snapshot: true } });
    expect(await forgetDraftEdits(database.source, new Date(Date.now() + 15 * 86_400_000))).toBeGreaterThanOrEqual(3);
    expect(await socket.emitWithAck('board:follow', { conference: conference.slug, since: 1 })).toMatchObject({ ok: true, value: { edit: 3, snapshot: true } });
    expect(await socket.emitWithAck('board:follow', { conference: conference.slug, since: 3 })).toMatchObject({ ok: true, value: { edit: 3, edits: [] } });
  });

  it('are told to read anew when something else that they show has changed', async () => {
    const { socket } = await openBoard(two, bo);
    const stale = nextMessage(socket, 'board:stale');
    await one.ask('PATCH', `${base}/rooms/${conference.rooms['Hall']}`, { equipment: ['screen'] }, ada);
    expect(await stale).toEqual({ conference: conference.slug });
  });

  it('see where others point, on another process too, and that they left', async () => {
    const [hers, his] = [await openBoard(one, ada), await openBoard(two, bo)];
    const pointed = nextMessage(his.socket, 'board:pointed');
    const point = { at: { roomId: conference.rooms['Hall'] as never, instant: '2026-11-24T10:00:00Z' }, sessionId: conference.sessions['Talk 1'] as never };
    expect(await hers.socket.emitWithAck('board:point', { conference: conference.slug, ...point })).toEqual({ ok: true, value: {} });
    const seen = await pointed;
    expect(seen).toEqual({
      conference: conference.slug, who: hers.you, name: `Person ${ada.accountId.slice(-4)}`, colour: expect.any(Number), sessionId: point.sessionId,
      at: { roomId: point.at.roomId, instant: '2026-11-24T10:00:00.000Z' },
    });
    const left = nextMessage(his.socket, 'board:pointed');
    hers.socket.close();
    expect(await left).toEqual({ ...seen, at: null, sessionId: null });
    const stranger = await socketOf(one, ada);
    expect(await stranger.emitWithAck('board:point', { conference: conference.slug, ...point })).toMatchObject({ ok: false, problem: { status: 409 } });
  });

  it('tell nothing to one whose role was taken away', async () => {
    const { socket } = await openBoard(one, ada);
    const closing = nextMessage(socket, 'connection:closing');
    await database.source.query(`DELETE FROM membership WHERE account_id = $1`, [ada.accountId]);
    expect(await closing).toEqual({ reason: 'actor-changed' });
    expect((await one.ask('GET', `${base}/board`, undefined, ada)).status).toBe(403);
  });
});
