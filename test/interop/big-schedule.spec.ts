import { importSchedule } from '../../src/exchange/apply/import-schedule.js';
import { readFile } from '../../src/exchange/read/read-file.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';
import { aBigScheduleXml } from './a-big-schedule.js';
import { readIndependently } from './independent-reading.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.drop());

it('takes a congress of 1,400 events in twelve places whole, and twice the same', async () => {
  const text = aBigScheduleXml();
  const bring = async () => await importSchedule(database.source, { conferenceSlug: 'big', schedule: readFile(Buffer.from(text)), actor: 'spec' });
  const { report } = await bring();
  const expected = readIndependently(text);
  expect(report.counts).toMatchObject({ sessions: 1_400, rooms: expected.rooms, days: 4, persons: expected.persons, added: 1_400, refused: 0 });
  const stored = await database.source.query<{ line: string }[]>(
    `SELECT concat_ws(' | ', r.name, s.title, to_char(p.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS line
     FROM slot p JOIN session s ON s.id = p.session_id JOIN room r ON r.id = p.room_id WHERE p.plan = 'published'`,
  );
  expect(stored.map(({ line }) => line).sort()).toEqual(expected.sessions);

  const cities = await database.source.query<{ name: string; zone: string }[]>(`SELECT name, zone FROM city ORDER BY name`);
  expect(cities.map(({ name }) => name)).toEqual(['Amsterdam', 'UTC', 'UTC+02:00', 'UTC+05:30', 'UTC+11:00', 'UTC−05:00']);
  const codes = new Set(report.items.map(({ code }) => code));
  expect([...codes].sort()).toEqual([
    'across-midnight', 'guid-repeated', 'language-spelling', 'markup', 'outside-day', 'person-twice', 'room-elsewhere', 'room-overlap', 'speaker-overlap', 'type-unknown',
  ]);
  expect(report.counts.overlapsWaived).toBe(report.items.filter(({ severity }) => severity === 'waived').length);

  const again = await bring();
  expect(again.revision).toBeNull();
  expect(again.report.counts).toMatchObject({ unchanged: 1_400, added: 0, moved: 0, edited: 0, cancelled: 0 });
});
