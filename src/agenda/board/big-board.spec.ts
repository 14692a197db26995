import { randomUUID } from 'node:crypto';
import { seedBigConference } from '../../../test/support/a-big-conference.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { countQueries } from '../../../test/support/count-queries.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { Board } from '../../contract/board.js';

/** The largest conference that Meridian is designed for: 500 rooms, 5,000 sessions. */
describe('the board of a big conference', () => {
  let database: TestDatabase;
  let running: RunningApp;

  beforeAll(async () => {
    database = await aDatabase();
    running = await anApp(database);
    await seedBigConference(database.source, new Date('2026-11-24T00:00:00Z'));
  });
  afterAll(async () => {
    await running.close();
    await database.drop();
  });

  const read = async (): Promise<Board> => Board.parse((await running.ask('GET', '/api/conferences/big-conference/board')).body);

  it('is read with as many queries as that of a small one', async () => {
    const queries = await countQueries(database, running, read);
    await running.ask('POST', '/api/conferences', { slug: 'small', title: 'Small', zone: 'UTC', startsOn: '2026-11-24', endsOn: '2026-11-24' });
    expect(await countQueries(database, running, async () => await running.ask('GET', '/api/conferences/small/board'))).toBe(queries);
    expect(queries).toBeGreaterThan(0);
  });

  it('moves all of its sessions in one edit', async () => {
    const before = await read();
    expect(before.sessions).toHaveLength(5_000);
    const later = (instant: string): string => new Date(Date.parse(instant) + 300_000).toISOString();
    const set = before.sessions.map(({ id, edit, slot }) => ({
      sessionId: id, expected: edit, to: slot === null ? null : { roomId: slot.roomId, startsAt: later(slot.startsAt), endsAt: later(slot.endsAt), anchor: slot.anchor },
    }));
    const { status, body } = await running.ask('POST', '/api/conferences/big-conference/draft-edits', { set, what: 'bulk', requestId: randomUUID() });
    expect([status, body['edit']?.['changes']?.length]).toEqual([201, 5_000]);
    const after = await read();
    expect(after.sessions.map(({ id, edit, slot }) => [id, edit, slot?.startsAt])).toEqual(before.sessions.map(({ id, slot }) => [id, 1, later(slot?.startsAt ?? '')]));
  });
});
