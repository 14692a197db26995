import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { readPublished, EVERYTHING } from '../agenda/published.queries.js';
import { readWholeBoard } from '../agenda/board/board.queries.js';
import { readDraftFindings } from '../agenda/releases/draft-findings.js';
import { Agenda } from '../contract/agenda.js';
import { Revision } from '../contract/changes.js';
import type { ConferenceId } from '../contract/ids.js';
import { applyRevision } from '../rules/apply-changes.js';
import { DEMO_SLUG, seedDemo } from './seed-demo.js';

const NOW = new Date('2026-11-24T10:17:31Z');

describe('the demo in the database', () => {
  let database: TestDatabase;
  let conference: { id: ConferenceId; status: string; revision: string };
  let revisions: Revision[];

  beforeAll(async () => {
    database = await aDatabase();
    await seedDemo(database.source, NOW);
    [conference] = await database.source.query(`SELECT id, status, revision FROM conference WHERE slug = $1`, [DEMO_SLUG]);
    const rows: (Omit<Revision, 'at'> & { at: Date })[] = await database.source.query(
      `SELECT revision::int, at, kind, release_number AS release, note, changes FROM revision WHERE conference_id = $1 ORDER BY revision`,
      [conference.id],
    );
    revisions = rows.map((row) => Revision.parse({ ...row, at: row.at.toISOString() }));
  });
  afterAll(async () => await database.drop());

  it('is live, after one release and four live changes', async () => {
    expect(conference.status).toBe('live');
    expect(revisions.map(({ revision, kind, release }) => ({ revision, kind, release }))).toEqual([
      { revision: 1, kind: 'release', release: 1 },
      ...[2, 3, 4, 5].map((revision) => ({ revision, kind: 'live', release: null })),
    ]);
    expect(Number(conference.revision)).toBe(5);
    expect(await database.source.query(`SELECT number FROM release WHERE conference_id = $1`, [conference.id])).toEqual([{ number: 1 }]);
    expect(revisions.slice(1).map(({ changes }) => changes.map(({ change }) => change))).toEqual([
      ['session.delayed'], ['session.moved'], ['session.extended'], ['session.cancelled'],
    ]);
    for (const { note } of revisions) expect(note).not.toBe('');
  });

  it('publishes 24 cities, 30 venues, 60 rooms, 8 tracks, the people and the sessions', async () => {
    const { agenda, texts } = await readPublished(database.source.manager, conference.id, EVERYTHING);
    const counts = Object.fromEntries((['cities', 'venues', 'rooms', 'tracks'] as const).map((table) => [table, Object.keys(agenda[table]).length]));
    expect(counts).toEqual({ cities: 24, venues: 30, rooms: 60, tracks: 8 });
    expect(Object.keys(agenda.speakers).length).toBeGreaterThanOrEqual(200);
    expect(Object.keys(agenda.sessions)).toHaveLength(298);
    expect(Object.values(agenda.sessions).filter((session) => session.status === 'cancelled')).toHaveLength(1);
    expect(Object.values(texts.sessions).filter((text) => text.abstract === '')).toEqual([]);
    expect(Object.values(agenda.venues).filter((venue) => venue.uplinks.includes('satellite')).length).toBeGreaterThanOrEqual(12);
    expect(Agenda.omit({ revision: true }).safeParse(agenda).success).toBe(true);
  });

  it('is told by its revisions as the tables have it', async () => {
    const { agenda } = await readPublished(database.source.manager, conference.id, EVERYTHING);
    const empty: Agenda = { revision: 0, conference: agenda.conference, cities: {}, venues: {}, rooms: {}, tracks: {}, speakers: {}, sessions: {}, channels: {} };
    expect(revisions.reduce(applyRevision, empty)).toEqual({ ...agenda, revision: 5 });
  });

  it('keeps draft and published plan alike, so that the next release reverts nothing', async () => {
    const differing = await database.source.query(
      `SELECT d.session_id FROM slot d JOIN slot p ON p.session_id = d.session_id AND d.plan = 'draft' AND p.plan = 'published'
       WHERE (d.room_id, d.starts_at, d.ends_at, d.cancelled, d.cancel_reason)
         IS DISTINCT FROM (p.room_id, p.starts_at, p.ends_at, p.cancelled, p.cancel_reason)`,
    );
    expect(differing).toEqual([]);
  });

  it('has nothing in its draft that the rules of placement call blocking, and some sessions that wait for a place', async () => {
    const board = await readWholeBoard(database.source.manager, conference.id);
    const findings = await readDraftFindings(database.source.manager, conference.id);
    expect(findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    expect(findings.filter(({ code }) => code === 'equipment-missing' || code === 'over-capacity')).toEqual([]);
    const tray = board.sessions.filter(({ slot }) => slot === null);
    expect(tray).toHaveLength(14);
    expect(tray.filter(({ appearances }) => appearances.length === 0)).toEqual([]);
    expect(board.sessions.filter(({ sentBy }) => sentBy === 'satellite').length).toBeGreaterThanOrEqual(15);
    expect(board.rooms.filter(({ openingHours }) => openingHours.length === 0)).toEqual([]);
    expect(board.travel).toHaveLength(6);
  });

  it('is written once: a second time is refused, and changes nothing', async () => {
    await expect(seedDemo(database.source, NOW)).rejects.toMatchObject({ problem: { type: 'urn:meridian:problem:conflict', status: 409 } });
    const [count] = await database.source.query(`SELECT count(*)::int AS sessions FROM session`);
    expect(count).toEqual({ sessions: 312 });
  });

  it('is written by exactly one of two first starts at once', async () => {
    const other = await aDatabase();
    try {
      const outcomes = await Promise.allSettled([seedDemo(other.source, NOW), seedDemo(other.source, NOW)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    } finally {
      await other.drop();
    }
  });
});
