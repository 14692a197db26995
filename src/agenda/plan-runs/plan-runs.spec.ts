import { randomUUID } from 'node:crypto';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { Board, type BoardSession } from '../../contract/board.js';
import { PlanRun } from '../../contract/plan-runs.js';
import { checkPlacement } from '../../rules/placement/check-placement.js';
import { worldOfBoard } from '../../rules/placement/world-of-board.js';
import { PlanWorkers } from './plan-workers.js';

const TRAY = ['Reefs', 'Winds', 'Dunes'];
/** A run that ends by its iterations, however slow the machine is. */
const SHORT = { iterations: 20_000, seconds: 600 };

describe('the automatic schedule', () => {
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
    let building = aConference().withCity('Lyon').withRoom('Hall').withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'] });
    for (const title of TRAY) building = building.withSession(title, { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'], plans: [] });
    conference = await building.build(database.source);
    base = `/api/conferences/${conference.slug}`;
  });

  const board = async (): Promise<Board> => Board.parse((await running.ask('GET', `${base}/board`, undefined, 'administrator')).body);
  const session = (at: Board, title: string): BoardSession => at.sessions.find(({ id }) => id === conference.sessions[title]) as BoardSession;
  const ask = async (method: 'GET' | 'POST', path: string, body?: object): Promise<PlanRun> => PlanRun.parse((await running.ask(method, `${base}/plan-runs${path}`, body, 'administrator')).body);
  const over = async ({ id }: PlanRun): Promise<PlanRun> => {
    await running.app.get(PlanWorkers).over(id);
    return await ask('GET', `/${id}`);
  };

  it('fills the tray, shows it to whoever asks, and is taken into the draft as one edit that breaks nothing', async () => {
    const started = await ask('POST', '', SHORT);
    expect(started).toMatchObject({ state: 'running', sessions: 3, outcome: null, wanted: { ...SHORT, sessions: 'tray', seed: 1, weights: {} } });
    const done = await over(started);
    expect(done).toMatchObject({ state: 'done', progress: { placed: 3, unplaced: 0 }, outcome: { unplaced: [], cutShort: false } });
    expect(done.outcome!.set.map(({ sessionId }) => sessionId).sort()).toEqual(TRAY.map((title) => conference.sessions[title]).sort());
    expect((await running.ask('GET', `${base}/plan-runs/last`, undefined, 'administrator')).body).toEqual({ run: done });

    const before = await board();
    const taken = await running.ask('POST', `${base}/plan-runs/${done.id}/take`, { requestId: randomUUID() }, 'administrator');
    expect([taken.status, taken.body]).toEqual([201, { edit: expect.objectContaining({ edit: 1, what: 'plan', changes: expect.any(Array) }) }]);
    const after = await board();
    expect(session(after, 'Opening').slot).toEqual(session(before, 'Opening').slot);
    const { world, placement } = worldOfBoard(after);
    expect(placement.size).toBe(4);
    expect(checkPlacement(world, placement).filter(({ severity }) => severity === 'blocking')).toEqual([]);
    expect((await ask('GET', `/${done.id}`)).state).toBe('taken');
  });

  it('is taken as long as the draft has a part of it, and no longer once that is undone', async () => {
    const done = await over(await ask('POST', '', SHORT));
    await running.ask('POST', `${base}/plan-runs/${done.id}/take`, { requestId: randomUUID() }, 'administrator');
    const takeOut = async (titles: readonly string[]): Promise<void> => {
      const set = titles.map((title) => ({ sessionId: conference.sessions[title], expected: 1, to: null }));
      expect((await running.ask('POST', `${base}/draft-edits`, { set, what: 'undo', requestId: randomUUID() }, 'administrator')).status).toBe(201);
    };
    await takeOut(['Reefs']);
    expect((await ask('GET', `/${done.id}`)).state).toBe('taken');
    await takeOut(['Winds', 'Dunes']);
    expect((await ask('GET', `/${done.id}`)).state).toBe('done');
  });

  it('tells what the best so far costs, part by part', async () => {
    const { progress, outcome } = await over(await ask('POST', '', SHORT));
    expect(Object.keys(progress!.score).sort()).toEqual(['audienceHours', 'change', 'equipment', 'parallelTracks', 'roomFit', 'speakersHours', 'trackRooms']);
    expect(Object.values(progress!.score).reduce((sum, part) => sum + part, 0)).toBeCloseTo(progress!.soft, 6);
    expect(progress!.score).toEqual(outcome!.score);
  });

  it('finds the same plan for the same draft, seed and iterations', async () => {
    const wanted = { ...SHORT, seed: 9 };
    const once = await over(await ask('POST', '', wanted));
    const again = await over(await ask('POST', '', wanted));
    expect(again.outcome).toEqual(once.outcome);
  });

  it('does not overwrite what somebody moved since it began', async () => {
    const done = await over(await ask('POST', '', { ...SHORT, iterations: 5_000 }));
    const slot = { roomId: conference.rooms['Hall'], startsAt: '2026-11-25T09:00:00Z', endsAt: '2026-11-25T09:30:00Z' };
    await running.ask('POST', `${base}/draft-edits`, { set: [{ sessionId: conference.sessions['Reefs'], expected: 0, to: slot }], what: 'place', requestId: randomUUID() }, 'administrator');
    const taken = await running.ask('POST', `${base}/plan-runs/${done.id}/take`, { requestId: randomUUID() }, 'administrator');
    expect([taken.status, taken.body['type']]).toEqual([409, 'urn:meridian:problem:draft-conflict']);
    expect(session(await board(), 'Winds').slot).toBeNull();
  });

  it('runs once at a time, and ends early with the best so far, or with nothing', async () => {
    const long = { iterations: 1_000_000_000, seconds: 600 };
    const started = await ask('POST', '', long);
    const second = await running.ask('POST', `${base}/plan-runs`, long, 'administrator');
    expect([second.status, second.body['type']]).toEqual([409, 'urn:meridian:problem:conflict']);
    const early = await running.ask('POST', `${base}/plan-runs/${started.id}/take`, { requestId: randomUUID() }, 'administrator');
    expect(early.status).toBe(409);
    // its thread may be long in beginning: until it has placed them all, there is no best so far
    for (let { progress } = started; progress?.unplaced !== 0;) ({ progress } = await ask('GET', `/${started.id}`));
    expect((await ask('POST', `/${started.id}/stop`, { keep: true })).state).toBe('stopping');
    expect(await over(started)).toMatchObject({ state: 'done', outcome: { unplaced: [], cutShort: true } });

    const given = await ask('POST', '', long);
    expect(await ask('POST', `/${given.id}/stop`, { keep: false })).toMatchObject({ state: 'cancelled', outcome: null });
    expect(await over(given)).toMatchObject({ state: 'cancelled', outcome: null });
  });

  it('gives up a run whose process is gone, and lets the next begin', async () => {
    const id = randomUUID();
    await database.source.query(
      `INSERT INTO plan_run (id, conference_id, actor, state, wanted, sessions, alive_at) VALUES ($1, $2, 'operator', 'running', $3, 1, now() - interval '1 minute')`,
      [id, conference.id, JSON.stringify({ sessions: 'tray', weights: {}, seed: 1, iterations: 1_000, seconds: 1 })],
    );
    expect((await ask('GET', `/${id}`)).state).toBe('failed');
    expect(await over(await ask('POST', '', { iterations: 5_000 }))).toMatchObject({ state: 'done', wanted: { iterations: 5_000, seconds: 60 } });
  });
});
