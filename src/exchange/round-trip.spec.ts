import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { aConference, type BuiltConference } from '../../test/support/a-conference.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { ImportFormat, type ImportReceipt } from '../contract/exchange.js';
import { importSchedule } from './apply/import-schedule.js';
import { readFile } from './read/read-file.js';
import { manyLines, oneLine } from './read/texts.js';
import { exportSchedule } from './write/export-schedule.js';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await aDatabase();
  source = database.source;
});
afterAll(async () => await database.drop());

const bring = async (slug: string, text: string): Promise<ImportReceipt> =>
  await importSchedule(source, { conferenceSlug: slug, schedule: readFile(Buffer.from(text)), actor: 'spec' });

/** Two cities on two continents, rooms of one name, a session that is cancelled, a moderator, a night across the end of summer time. */
async function aWideConference(): Promise<BuiltConference> {
  const built = await aConference().inZone('Europe/Berlin')
    .withCity('Berlin').withRoom('Hall').withRoom('Cellar')
    .withCity('Toronto', 'America/Toronto').withRoom('Stage')
    .withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada', 'Bob'] })
    .withSession('At night', { room: 'Cellar', startsAt: '2026-10-25T00:30:00Z', minutes: 90 })
    .withSession('Far away', { room: 'Stage', startsAt: '2026-11-24T22:00:00Z', speakers: ['Bob'] })
    .withSession('Installation', { room: 'Cellar', startsAt: '2026-11-24T10:00:00Z', minutes: 7_000 })
    .withSession('Called off', { room: 'Hall', startsAt: '2026-11-25T09:00:00Z', speakers: ['Cyd'] })
    .build(source);
  await source.query(`UPDATE slot SET cancelled = true, cancel_reason = 'ill' WHERE session_id = $1`, [built.sessions['Called off']]);
  await source.query(`UPDATE appearance SET role = 'moderator', mode = 'remote' WHERE speaker_id = $1`, [built.speakers['Ada']]);
  return built;
}

interface Seen { title: string; room: string; city: string; zone: string; start: string; end: string; speakers: string[] }

async function seen(slug: string): Promise<Seen[]> {
  const rows = await source.query<(Omit<Seen, 'start' | 'end'> & { start: Date; end: Date })[]>(
    `SELECT s.title, r.name AS room, c.name AS city, c.zone, p.starts_at AS start, p.ends_at AS end,
            coalesce((SELECT json_agg(k.name ORDER BY a.position) FROM appearance a JOIN speaker k ON k.id = a.speaker_id WHERE a.session_id = s.id), '[]') AS speakers
     FROM slot p JOIN session s ON s.id = p.session_id JOIN room r ON r.id = p.room_id JOIN venue v ON v.id = r.venue_id JOIN city c ON c.id = v.city_id
     JOIN conference f ON f.id = p.conference_id WHERE f.slug = $1 AND p.plan = 'published' AND NOT p.cancelled`,
    [slug],
  );
  const found = rows.map((row) => ({
    ...row, title: oneLine(row.title), room: oneLine(row.room), city: oneLine(row.city), start: row.start.toISOString(), end: row.end.toISOString(), speakers: row.speakers.map(oneLine),
  }));
  return found.toSorted((a, b) => (JSON.stringify([a.start, a.title, a.room]) < JSON.stringify([b.start, b.title, b.room]) ? -1 : 1));
}

const short = ({ title, room, start, end, speakers }: Seen): object => ({ title, room, start, end, speakers });
const longest = (99 * 60 + 59) * 60_000;
const within = (session: Seen): Seen => ({ ...session, end: new Date(Math.min(Date.parse(session.end), Date.parse(session.start) + longest)).toISOString() });

describe.each(ImportFormat.options)('as %s', (format) => {
  it('an export changes nothing when it is imported', async () => {
    const built = await aWideConference();
    const receipt = await bring(built.slug, await exportSchedule(source, built.slug, format));
    expect(receipt.revision).toBeNull();
    expect(receipt.report.counts).toMatchObject({ added: 0, moved: 0, edited: 0, cancelled: 0, reinstated: 0 });
  });

  it('an export makes the same conference anew', async () => {
    const built = await aWideConference();
    const copy = `${built.slug}-copy`;
    await bring(copy, await exportSchedule(source, built.slug, format));
    // the XSD knows no session of a hundred hours
    const expected = (await seen(built.slug)).map(format === 'schedule.xml' ? within : (session) => session);
    const got = await seen(copy);
    if (format === 'schedule.json' || format === 'csv') expect(got).toEqual(expected);
    else expect(got.map(short)).toEqual(expected.map(short));
    expect((await bring(copy, await exportSchedule(source, built.slug, format))).revision).toBeNull();
  });

  it('what somebody changes in an export is changed, and no more', async () => {
    const built = await aWideConference();
    const text = (await exportSchedule(source, built.slug, format)).replace('Opening', 'Opening revised');
    const receipt = await bring(built.slug, text);
    expect(receipt.revision?.changes).toEqual([{ change: 'session.edited', sessionId: built.sessions['Opening'], set: { title: 'Opening revised' } }]);
  });
});

it('what somebody takes out of an export is cancelled', async () => {
  const built = await aWideConference();
  const file = JSON.parse(await exportSchedule(source, built.slug, 'schedule.json')) as { schedule: { conference: { days: { rooms: Record<string, unknown[]> }[] } } };
  for (const { rooms } of file.schedule.conference.days) if (rooms['Stage'] !== undefined) rooms['Stage'] = [];
  const receipt = await bring(built.slug, JSON.stringify(file));
  expect(receipt.revision?.changes).toEqual([expect.objectContaining({ change: 'session.cancelled', sessionId: built.sessions['Far away'] })]);
});

it('hostile texts go out and come in again unchanged, in every format', async () => {
  const hostile = fc.string({
    unit: fc.constantFrom('"', "'", '<', '>', '&', ']]>', '\n', '\r\n', '\t', ';', ',', '\\', ':', '=', '+', '-', '@', '😀', 'ם', '\u202e', '\u0001', '\u2028', ' ', 'a', 'é', '&amp;', '<b>', '|', '~', '/', '__proto__', '\u00a0'),
    minLength: 1, maxLength: 12,
  });
  const anyTexts = fc.record({ title: hostile, abstract: hostile, description: hostile, subtitle: hostile, room: hostile, speaker: hostile, track: hostile });
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyTexts, { minLength: 1, maxLength: 4 }), async (drafts) => {
      let builder = aConference(`hostile-${(runs += 1)}`).inZone('Europe/Berlin').withCity('Berlin');
      for (const index of drafts.keys()) builder = builder.withRoom(`room ${index}`);
      for (const index of drafts.keys()) builder = builder.withSession(`session ${index}`, { room: `room ${index}`, startsAt: '2026-11-24T09:00:00Z', speakers: [`speaker ${index}`] });
      const built = await builder.build(source);
      for (const [index, draft] of drafts.entries()) {
        const track = await source.query<[{ id: string }]>(`INSERT INTO track (id, conference_id, name) VALUES (gen_random_uuid(), $1, $2) RETURNING id`, [built.id, `${draft.track}t${index}`]);
        await source.query(`UPDATE session SET title = $2, abstract = $3, description = $4, subtitle = $5, track_id = $6 WHERE id = $1`,
          [built.sessions[`session ${index}`], `${draft.title}x`, draft.abstract, draft.description, draft.subtitle, track[0].id]);
        await source.query(`UPDATE room SET name = $2 WHERE id = $1`, [built.rooms[`room ${index}`], `${draft.room}r${index}`]);
        await source.query(`UPDATE speaker SET name = $2 WHERE id = $1`, [built.speakers[`speaker ${index}`], `${draft.speaker}s${index}`]);
      }
      const expected = (await seen(built.slug)).map(short);
      for (const format of ImportFormat.options) {
        const text = await exportSchedule(source, built.slug, format);
        expect((await bring(built.slug, text)).revision).toBeNull();
        const copy = `${built.slug}-${format.replace('.', '-')}`;
        await bring(copy, text);
        expect((await seen(copy)).map(short)).toEqual(expected);
        if (format !== 'ics') expect(await textsOf(copy)).toEqual(await textsOf(built.slug));
      }
    }),
    { numRuns: 12 },
  );
});

async function textsOf(slug: string): Promise<string[]> {
  const rows = await source.query<{ abstract: string; description: string; subtitle: string; track: string }[]>(
    `SELECT s.abstract, s.description, s.subtitle, t.name AS track FROM session s JOIN conference c ON c.id = s.conference_id JOIN track t ON t.id = s.track_id WHERE c.slug = $1`,
    [slug],
  );
  return rows.map(({ abstract, description, subtitle, track }) => [manyLines(abstract), manyLines(description), oneLine(subtitle), oneLine(track)].join('|')).sort();
}
