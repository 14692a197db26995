import fc from 'fast-check';
import pg from 'pg';
import { aConference, type BuiltConference } from '../../test/support/a-conference.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';

/** The database itself forbids double booking, whoever writes and however many at once. */
describe('double booking at the database', () => {
  let database: TestDatabase;
  let conference: BuiltConference;
  let writers: pg.Client[];

  beforeAll(async () => {
    database = await aDatabase();
    const builder = aConference().withCity('Lyon').withRoom('Hall').withRoom('Foyer', { shared: true }).withRoom('Stage', { changeoverMinutes: 10 });
    for (let n = 0; n < 8; n += 1) builder.withSession(`Talk ${n}`, { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', plans: [], speakers: n < 2 ? ['Ada'] : [] });
    conference = await builder.build(database.source);
    writers = [];
    for (let n = 0; n < 4; n += 1) {
      const writer = new pg.Client(database.url);
      await writer.connect();
      writers.push(writer);
    }
  });
  afterAll(async () => {
    await Promise.all(writers.map(async (writer) => await writer.end()));
    await database.drop();
  });
  afterEach(async () => await database.source.query('DELETE FROM slot'));

  const put = async (writer: pg.Client, session: string, room: string, from: string, to: string): Promise<string> => {
    try {
      await writer.query(
        `INSERT INTO slot (conference_id, session_id, plan, room_id, starts_at, ends_at) VALUES ($1, $2, 'draft', $3, $4, $5)`,
        [conference.id, conference.sessions[session], conference.rooms[room], from, to],
      );
      return 'written';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 9) + minute * 60_000).toISOString();
  const [first, second] = [0, 1];
  const writer = (n: number): pg.Client => writers[n] as pg.Client;

  it.each([
    ['exact', 0, 30, 'refused'],
    ['shared start', 0, 10, 'refused'],
    ['fully contained', 5, 25, 'refused'],
    ['partial before', -10, 5, 'refused'],
    ['partial after', 25, 40, 'refused'],
    ['back to back', 30, 60, 'accepted'],
    ['well before', -60, -30, 'accepted'],
  ])('in one room, %s', async (_name, from, to, outcome) => {
    expect(await put(writer(first), 'Talk 2', 'Hall', at(0), at(30))).toBe('written');
    expect(await put(writer(second), 'Talk 3', 'Hall', at(from), at(to))).toBe(outcome === 'refused' ? '23P01' : 'written');
  });

  it('counts the changeover time of the room', async () => {
    expect(await put(writer(first), 'Talk 2', 'Stage', at(0), at(30))).toBe('written');
    expect(await put(writer(second), 'Talk 3', 'Stage', at(39), at(60))).toBe('23P01');
    expect(await put(writer(second), 'Talk 3', 'Stage', at(40), at(60))).toBe('written');
  });

  it('waits for a change of the changeover time that is not committed yet', async () => {
    const setChangeover = async (minutes: number): Promise<unknown> =>
      await writer(first).query(`UPDATE room SET changeover_minutes = $2 WHERE id = $1`, [conference.rooms['Stage'], minutes]);
    const { rows } = await writer(second).query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await writer(first).query('BEGIN');
    await setChangeover(30);
    let settled = false;
    const putting = put(writer(second), 'Talk 2', 'Stage', at(0), at(30)).finally(() => (settled = true));
    const waits = async (): Promise<boolean> =>
      (await database.source.query<object[]>(`SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'`, [rows[0]?.pid])).length > 0;
    while (!settled && !(await waits()));
    await writer(first).query('COMMIT');
    expect(await putting).toBe('written');
    expect(await put(writer(second), 'Talk 3', 'Stage', at(59), at(90))).toBe('23P01');
    await setChangeover(10);
  });

  it('lets a shared room hold two sessions at once', async () => {
    expect(await put(writer(first), 'Talk 2', 'Foyer', at(0), at(30))).toBe('written');
    expect(await put(writer(second), 'Talk 3', 'Foyer', at(0), at(30))).toBe('written');
  });

  it('refuses to make a room exclusive while two sessions share it', async () => {
    await put(writer(first), 'Talk 2', 'Foyer', at(0), at(30));
    await put(writer(first), 'Talk 3', 'Foyer', at(0), at(30));
    await expect(writer(first).query(`UPDATE room SET shared = false WHERE id = $1`, [conference.rooms['Foyer']])).rejects.toMatchObject({ code: '23P01' });
  });

  it('refuses one speaker in two rooms at once', async () => {
    expect(await put(writer(first), 'Talk 0', 'Hall', at(0), at(30))).toBe('written');
    expect(await put(writer(second), 'Talk 1', 'Stage', at(15), at(45))).toBe('23P01');
  });

  it('refuses to add a speaker who is elsewhere at that time', async () => {
    await put(writer(first), 'Talk 0', 'Hall', at(0), at(30));
    await put(writer(first), 'Talk 2', 'Stage', at(0), at(30));
    const add = writer(first).query(`INSERT INTO appearance (session_id, speaker_id, conference_id, position) VALUES ($1, $2, $3, 0)`, [
      conference.sessions['Talk 2'], conference.speakers['Ada'], conference.id,
    ]);
    await expect(add).rejects.toMatchObject({ code: '23P01', constraint: 'speaker_booking_free' });
  });

  it('spares a waived slot and a cancelled one, and no other', async () => {
    await put(writer(first), 'Talk 0', 'Hall', at(0), at(30));
    await writer(first).query(`UPDATE slot SET waived_at = now(), waived_by = 'Mina', waiver_reason = 'two halves of the hall'`);
    expect(await put(writer(first), 'Talk 1', 'Hall', at(0), at(30))).toBe('written');
    expect(await put(writer(first), 'Talk 2', 'Hall', at(0), at(30))).toBe('23P01');
    await writer(first).query(`UPDATE slot SET cancelled = true WHERE session_id = $1`, [conference.sessions['Talk 1']]);
    expect(await put(writer(first), 'Talk 2', 'Hall', at(0), at(30))).toBe('written');
    const reinstate = writer(first).query(`UPDATE slot SET cancelled = false WHERE session_id = $1`, [conference.sessions['Talk 1']]);
    await expect(reinstate).rejects.toMatchObject({ code: '23P01' });
  });

  it('never holds two overlapping slots, whatever four concurrent writers try', async () => {
    const attempt = fc.record({ session: fc.integer({ min: 0, max: 7 }), room: fc.constantFrom('Hall', 'Stage'), start: fc.integer({ min: 0, max: 12 }), length: fc.integer({ min: 1, max: 6 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(attempt, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 4 }), async (plans) => {
        await database.source.query('DELETE FROM slot');
        const outcomes = await Promise.all(
          plans.map(async (plan, n) => {
            const results: string[] = [];
            for (const { session, room, start, length } of plan) {
              results.push(await put(writer(n), `Talk ${session}`, room, at(start * 5), at((start + length) * 5)));
            }
            return results;
          }),
        );
        // refused for the clash, for the session's second slot, or as the victim of a deadlock between two clashing writers
        for (const outcome of outcomes.flat()) expect(['written', '23P01', '23505', '40P01']).toContain(outcome);
        const overlaps = await database.source.query(
          `SELECT 1 FROM slot a JOIN slot b ON a.session_id < b.session_id AND a.plan = b.plan AND (
             (a.room_id = b.room_id AND a.occupied && b.occupied)
             OR (tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
                 AND EXISTS (SELECT FROM appearance x JOIN appearance y ON x.speaker_id = y.speaker_id
                             WHERE x.session_id = a.session_id AND y.session_id = b.session_id)))`,
        );
        expect(overlaps).toEqual([]);
        const written = await database.source.query('SELECT count(*)::int AS n FROM slot');
        expect(written[0].n).toBe(outcomes.flat().filter((outcome) => outcome === 'written').length);
      }),
      { numRuns: 40 },
    );
  });

  it('lets exactly one of two concurrent writers have a room', async () => {
    for (let round = 0; round < 20; round += 1) {
      await database.source.query('DELETE FROM slot');
      const outcomes = await Promise.all([put(writer(0), 'Talk 2', 'Hall', at(0), at(30)), put(writer(1), 'Talk 3', 'Hall', at(10), at(40))]);
      expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
    }
  });
});
