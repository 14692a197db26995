import type { DataSource } from 'typeorm';
import { aConference } from '../../../test/support/a-conference.js';
import { aDayFile, aGuid, aScheduleFile } from '../../../test/support/a-schedule.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { ImportReceipt } from '../../contract/exchange.js';
import { ProblemError } from '../../platform/problems/problem-error.js';
import { readFile } from '../read/read-file.js';
import { importSchedule, type ImportRequest } from './import-schedule.js';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await aDatabase();
  source = database.source;
});
afterAll(async () => await database.drop());

let made = 0;
const aSlug = (): string => `import-${(made += 1)}`;

async function bring(slug: string, file: Buffer, more: Partial<ImportRequest> = {}): Promise<ImportReceipt> {
  return await importSchedule(source, { conferenceSlug: slug, schedule: readFile(file), actor: 'spec', now: Date.parse('2026-01-01T00:00:00Z'), ...more });
}

async function refusal(work: Promise<unknown>): Promise<ProblemError['problem']> {
  const error = await work.then(() => new Error('it was not refused'), (reason: unknown) => reason as Error);
  if (error instanceof ProblemError) return error.problem;
  throw error;
}

const facts = ({ revision }: ImportReceipt): string[] => (revision?.changes ?? []).map(({ change }) => change).filter((change) => change.startsWith('session')).sort();
const codes = ({ report }: ImportReceipt): string[] => report.items.map(({ severity, code }) => `${severity} ${code}`);

async function agenda(slug: string, plan = 'published'): Promise<string[]> {
  const rows = await source.query<{ title: string; room: string; city: string; start: Date; end: Date; cancelled: boolean; waived: boolean; speakers: string }[]>(
    `SELECT s.title, r.name AS room, c.name AS city, c.zone, p.starts_at AS start, p.ends_at AS end, p.cancelled, p.waived_at IS NOT NULL AS waived,
            coalesce((SELECT string_agg(k.name, '+' ORDER BY a.position) FROM appearance a JOIN speaker k ON k.id = a.speaker_id WHERE a.session_id = s.id), '') AS speakers
     FROM slot p JOIN session s ON s.id = p.session_id JOIN room r ON r.id = p.room_id JOIN venue v ON v.id = r.venue_id JOIN city c ON c.id = v.city_id
     JOIN conference f ON f.id = p.conference_id WHERE f.slug = $1 AND p.plan = $2 ORDER BY p.starts_at, s.title`,
    [slug, plan],
  );
  return rows.map(({ title, room, city, start, end, cancelled, waived, speakers }) =>
    `${title} @ ${room}, ${city} ${start.toISOString().slice(11, 16)}-${end.toISOString().slice(11, 16)}${speakers === '' ? '' : ` ${speakers}`}${cancelled ? ' cancelled' : ''}${waived ? ' waived' : ''}`,
  );
}

const TALKS = [
  { guid: aGuid(901), title: 'One', date: '2026-11-24T10:00:00+01:00', persons: [{ id: 1, name: 'Ada' }] },
  { guid: aGuid(902), title: 'Two', date: '2026-11-24T11:00:00+01:00', persons: [{ id: 2, name: 'Bob' }] },
  { guid: aGuid(903), title: 'Three', date: '2026-11-24T12:00:00+01:00' },
];

describe('a first import', () => {
  it('makes the conference, published, and one release of it', async () => {
    const slug = aSlug();
    const receipt = await bring(slug, aDayFile({ Hall: TALKS, Empty: [] }));
    expect(await agenda(slug)).toEqual(['One @ Hall, Berlin 09:00-09:30 Ada', 'Two @ Hall, Berlin 10:00-10:30 Bob', 'Three @ Hall, Berlin 11:00-11:30']);
    expect(receipt.revision).toMatchObject({ revision: 1, release: 1, kind: 'release' });
    expect(receipt.report.counts).toMatchObject({ sessions: 3, rooms: 2, days: 1, persons: 2, added: 3, accepted: 3, mended: 0, overlapsWaived: 0 });
    expect(await source.query(`SELECT status, zone, starts_on::text, languages FROM conference WHERE slug = $1`, [slug])).toEqual([
      { status: 'published', zone: 'Europe/Berlin', starts_on: '2026-11-24', languages: ['en'] },
    ]);
  });

  it.each<[name: string, asked: string | undefined, file: string | null, zone: string, city: string]>([
    ['the one asked for', 'Europe/Zurich', 'Europe/Berlin', 'Europe/Zurich', 'Zurich'],
    ['the file’s', undefined, 'America/New_York', 'America/New_York', 'New York'],
    ['what its offsets allow', undefined, null, 'Etc/GMT-1', 'UTC+01:00'],
  ])('takes as zone %s', async (_name, zone, time_zone_name, expected, city) => {
    const slug = aSlug();
    const receipt = await bring(slug, aDayFile({ Hall: TALKS }, { time_zone_name }), { zone });
    expect(receipt.report.zone).toBe(expected);
    expect((await agenda(slug))[0]).toBe(`One @ Hall, ${city} 09:00-09:30 Ada`);
    expect(codes(receipt).includes('mended zone-guessed')).toBe(time_zone_name === null);
  });

  it('takes times without an offset in the file’s zone, across a change of the clocks', async () => {
    const slug = aSlug();
    const day = (date: string) => ({ date, rooms: { Hall: [{ date: null, start: '02:30', title: date }] } });
    const receipt = await bring(slug, aScheduleFile([day('2026-03-28'), day('2026-03-29'), day('2026-03-30')]));
    expect((await agenda(slug)).map((line) => line.slice(-11))).toEqual(['01:30-02:00', '01:30-02:00', '00:30-01:00']);
    expect(codes(receipt)).toContain('mended clock-change');
  });

  it('puts rooms that keep another offset into a city of their own', async () => {
    const slug = aSlug();
    const receipt = await bring(slug, aDayFile({
      Hall: TALKS,
      'New York stage': [{ title: 'Far', date: '2026-11-24T10:00:00-05:00' }],
      Mixed: [{ title: 'Here', date: '2026-11-24T14:00:00+01:00' }, { title: 'Odd', date: '2026-11-24T14:00:00+00:00' }],
    }));
    expect((await agenda(slug)).slice(3)).toEqual(['Here @ Mixed, Berlin 13:00-13:30', 'Odd @ Mixed, Berlin 14:00-14:30', 'Far @ New York stage, UTC−05:00 15:00-15:30']);
    expect(codes(receipt)).toEqual(expect.arrayContaining(['mended room-elsewhere', 'accepted offset-differs']));
  });

  it('lets the file’s zone stand where no offset agrees with it', async () => {
    const slug = aSlug();
    const receipt = await bring(slug, aDayFile({ Hall: TALKS }, { time_zone_name: 'UTC' }));
    expect((await agenda(slug))[0]).toBe('One @ Hall, UTC 09:00-09:30 Ada');
    expect(codes(receipt)).toEqual(['accepted offsets-differ']);
  });

  it('waives overlaps in a room and of a speaker, across midnight too, and reports them', async () => {
    const slug = aSlug();
    const receipt = await bring(slug, aDayFile({
      Hall: [
        { title: 'Long', date: '2026-11-24T23:00:00+01:00', duration: '03:00' },
        { title: 'Inside', date: '2026-11-25T01:00:00+01:00' },
        { title: 'Fine', date: '2026-11-24T10:00:00+01:00', persons: [{ id: 1, name: 'Ada' }] },
      ],
      Other: [{ title: 'Elsewhere', date: '2026-11-24T10:15:00+01:00', persons: [{ id: 1, name: 'Ada' }] }],
    }));
    expect(await agenda(slug)).toEqual([
      'Fine @ Hall, Berlin 09:00-09:30 Ada waived', 'Elsewhere @ Other, Berlin 09:15-09:45 Ada waived',
      'Long @ Hall, Berlin 22:00-01:00 waived', 'Inside @ Hall, Berlin 00:00-00:30 waived',
    ]);
    expect(receipt.report.counts.overlapsWaived).toBe(2);
    expect(receipt.report.items.filter(({ severity }) => severity === 'waived').map(({ code }) => code)).toEqual(['room-overlap', 'speaker-overlap']);
  });
});

describe('the same file again', () => {
  it('changes nothing, with repeated guids, overlaps and all', async () => {
    const slug = aSlug();
    const file = aDayFile({
      Hall: [...TALKS, { guid: aGuid(901), title: 'One', date: '2026-11-24T15:00:00+01:00' }, { guid: aGuid(901), title: 'One', date: '2026-11-24T10:10:00+01:00' }],
      Other: [{ guid: aGuid(901), title: 'One', date: '2026-11-24T10:00:00+01:00', persons: [{ id: 1, name: 'Ada' }] }, { title: null, guid: null, id: null, duration: null, slug: null }],
    });
    const first = await bring(slug, file);
    expect(codes(first).filter((code) => code === 'accepted guid-repeated')).toHaveLength(4);
    const again = await bring(slug, file);
    expect(again.revision).toBeNull();
    expect(again.report.counts).toMatchObject({ added: 0, moved: 0, edited: 0, cancelled: 0, reinstated: 0, unchanged: 7 });
  });

  it('does not publish what organizers still draft', async () => {
    const built = await aConference().inZone('Europe/Berlin').withCity('Berlin').withRoom('Hall')
      .withSession('By hand', { room: 'Hall', startsAt: '2026-11-24T16:00:00Z' }).build(source);
    const file = aDayFile({ Hall: TALKS });
    await bring(built.slug, file);
    await source.query(`UPDATE slot SET ends_at = ends_at + interval '5 min' WHERE session_id = $1 AND plan = 'draft'`, [built.sessions['By hand']]);
    expect((await bring(built.slug, file)).revision).toBeNull();
    expect((await agenda(built.slug)).at(-1)).toBe('By hand @ Hall, Berlin 16:00-16:30');
    expect((await agenda(built.slug, 'draft')).at(-1)).toBe('By hand @ Hall, Berlin 16:00-16:35');
  });
});

describe('a newer file', () => {
  it('moves, edits, adds and cancels, in one release', async () => {
    const slug = aSlug();
    await bring(slug, aDayFile({ Hall: TALKS }));
    const [one, two] = TALKS;
    const receipt = await bring(slug, aDayFile({ Hall: [{ ...one, date: '2026-11-24T10:30:00+01:00' }, { ...two, title: 'Two, revised', persons: [{ id: 3, name: 'Cyd' }] }, { guid: aGuid(904), title: 'Four', date: '2026-11-24T16:00:00+01:00' }] }));
    expect(facts(receipt)).toEqual(['session.added', 'session.cancelled', 'session.delayed', 'session.edited']);
    expect(receipt.report.counts).toMatchObject({ added: 1, moved: 1, edited: 1, cancelled: 1, unchanged: 0 });
    expect(await agenda(slug)).toEqual([
      'One @ Hall, Berlin 09:30-10:00 Ada', 'Two, revised @ Hall, Berlin 10:00-10:30 Cyd', 'Three @ Hall, Berlin 11:00-11:30 cancelled', 'Four @ Hall, Berlin 15:00-15:30',
    ]);
    expect(receipt.revision?.revision).toBe(2);
  });

  it('brings back what an earlier one lacked, but not what a person cancelled', async () => {
    const slug = aSlug();
    const whole = aDayFile({ Hall: TALKS });
    await bring(slug, whole);
    await bring(slug, aDayFile({ Hall: TALKS.slice(0, 2) }));
    await source.query(
      `UPDATE slot SET cancelled = true, cancel_reason = 'ill' FROM session s JOIN conference c ON c.id = s.conference_id
       WHERE s.id = slot.session_id AND c.slug = $1 AND s.title = 'One'`,
      [slug],
    );
    const receipt = await bring(slug, whole);
    expect(facts(receipt)).toEqual(['session.reinstated']);
    expect(await agenda(slug)).toEqual(['One @ Hall, Berlin 09:00-09:30 Ada cancelled', 'Two @ Hall, Berlin 10:00-10:30 Bob', 'Three @ Hall, Berlin 11:00-11:30']);
  });

  it('does not undo what organizers changed since, unless the source changed the same', async () => {
    const slug = aSlug();
    await bring(slug, aDayFile({ Hall: TALKS }));
    await source.query(
      `UPDATE slot SET starts_at = starts_at + interval '12 min', ends_at = ends_at + interval '12 min' FROM session s JOIN conference c ON c.id = s.conference_id
       WHERE s.id = slot.session_id AND c.slug = $1 AND s.title = 'Two'`,
      [slug],
    );
    await source.query(`UPDATE session SET title = 'Three, corrected' FROM conference c WHERE c.id = session.conference_id AND c.slug = $1 AND session.title = 'Three'`, [slug]);
    expect((await bring(slug, aDayFile({ Hall: TALKS }))).revision).toBeNull();
    const [one, two, three] = TALKS;
    const receipt = await bring(slug, aDayFile({ Hall: [one ?? {}, { ...two, title: 'Two, revised' }, { ...three, date: '2026-11-24T13:00:00+01:00' }] }));
    expect(facts(receipt)).toEqual(['session.delayed', 'session.edited']);
    expect(await agenda(slug)).toEqual(['One @ Hall, Berlin 09:00-09:30 Ada', 'Two, revised @ Hall, Berlin 10:12-10:42 Bob', 'Three, corrected @ Hall, Berlin 12:00-12:30']);
  });

  it('lifts waivers that are not needed any more', async () => {
    const slug = aSlug();
    await bring(slug, aDayFile({ Hall: [TALKS[0] ?? {}, { ...TALKS[1], date: '2026-11-24T10:10:00+01:00' }] }));
    expect((await agenda(slug)).every((line) => line.endsWith('waived'))).toBe(true);
    await bring(slug, aDayFile({ Hall: TALKS.slice(0, 2) }));
    expect((await agenda(slug)).some((line) => line.endsWith('waived'))).toBe(false);
  });

  it('is understood where guids jumped between repetitions', async () => {
    const slug = aSlug();
    const at = (guid: number, hour: number) => ({ guid: aGuid(guid), title: 'Again and again', date: `2026-11-24T${hour}:00:00+01:00` });
    await bring(slug, aDayFile({ Hall: [at(1, 10), at(2, 14), at(3, 16)] }));
    const jumped = aDayFile({ Hall: [at(2, 10), at(3, 14), at(1, 16)] });
    const receipt = await bring(slug, jumped);
    expect(receipt.revision).toBeNull();
    expect(codes(receipt)).toEqual(['accepted key-jumped', 'accepted key-jumped', 'accepted key-jumped']);
    expect(codes(await bring(slug, jumped))).toEqual([]);
  });

  it('moves the nearest of several sessions with one guid', async () => {
    const slug = aSlug();
    const at = (time: string, room = '') => ({ guid: aGuid(1), title: `Again ${room}`, date: `2026-11-24T${time}:00+01:00` });
    await bring(slug, aDayFile({ Hall: [at('10:00'), at('14:00')], Other: [at('10:00', 'other')] }));
    const receipt = await bring(slug, aDayFile({ Hall: [at('10:00'), at('14:30')], Other: [at('10:00', 'other')] }));
    expect(facts(receipt)).toEqual(['session.delayed']);
    expect(receipt.report.counts).toMatchObject({ moved: 1, unchanged: 2 });
  });

  it('leaves sessions of other sources alone, and waives overlaps with them', async () => {
    const built = await aConference().inZone('Europe/Berlin').withCity('Berlin').withRoom('Hall')
      .withSession('By hand', { room: 'Hall', startsAt: '2026-11-24T09:15:00Z', speakers: ['Dee'] }).build(source);
    const receipt = await bring(built.slug, aDayFile({ Hall: TALKS }));
    expect(await agenda(built.slug)).toEqual([
      'One @ Hall, Berlin 09:00-09:30 Ada waived', 'By hand @ Hall, Berlin 09:15-09:45 Dee waived', 'Two @ Hall, Berlin 10:00-10:30 Bob', 'Three @ Hall, Berlin 11:00-11:30',
    ]);
    expect(receipt.report.counts).toMatchObject({ added: 3, overlapsWaived: 1, rooms: 1 });
    const emptied = await bring(built.slug, aDayFile({ Hall: [] }), { acceptShrink: true });
    expect(emptied.report.counts).toMatchObject({ cancelled: 3 });
    expect((await agenda(built.slug))[1]).toBe('By hand @ Hall, Berlin 09:15-09:45 Dee');
  });

  it('keeps each known room in its city', async () => {
    const built = await aConference().inZone('Europe/Berlin').withCity('Berlin').withCity('Lyon', 'Europe/Paris').withRoom('Hall').build(source);
    await bring(built.slug, aDayFile({ Hall: TALKS, New: [] }));
    expect((await agenda(built.slug))[0]).toBe('One @ Hall, Lyon 09:00-09:30 Ada');
    expect(await source.query(`SELECT c.name FROM room r JOIN venue v ON v.id = r.venue_id JOIN city c ON c.id = v.city_id WHERE r.name = 'New' AND r.conference_id = $1`, [built.id])).toEqual([{ name: 'Berlin' }]);
  });
});

describe('a file that lacks implausibly much', () => {
  const many = (room: string, from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ guid: aGuid(from + index), title: `${room} ${index}`, date: `2026-11-24T${String(8 + index).padStart(2, '0')}:00:00+01:00` }));
  const WHOLE = { Hall: many('Hall', 1, 6), Side: many('Side', 11, 5), Far: many('Far', 21, 2).map((event) => ({ ...event, date: event.date.replace('+01:00', '-05:00') })) };

  it.each<[name: string, rooms: typeof WHOLE, reason: RegExp]>([
    ['is empty', { Hall: [], Side: [], Far: [] }, /no session at all/],
    ['lacks more than half', { ...WHOLE, Hall: WHOLE.Hall.slice(0, 1), Side: WHOLE.Side.slice(0, 2) }, /8 of 13 sessions/],
    ['lacks a room', { ...WHOLE, Side: [] }, /all 5 sessions of the room “Side/],
    ['lacks a city', { ...WHOLE, Far: [] }, /all 2 sessions of the city “UTC−05:00”/],
  ])('is held when it %s, and taken when a person says so', async (_name, rooms, reason) => {
    const slug = aSlug();
    await bring(slug, aDayFile(WHOLE));
    const before = await agenda(slug);
    const moved = aDayFile({ ...rooms, New: [{ title: 'New' }] });
    const told = await refusal(bring(slug, Object.values(rooms).flat().length === 0 ? aDayFile(rooms) : moved));
    expect(told).toMatchObject({ type: 'urn:meridian:problem:import-held', detail: expect.stringMatching(reason) });
    expect(told.sessions?.length).toBeGreaterThan(0);
    expect(await agenda(slug)).toEqual(before);
    expect((await bring(slug, moved, { acceptShrink: true })).report.counts.cancelled).toBeGreaterThan(0);
  });

  it('cancels a few', async () => {
    const slug = aSlug();
    await bring(slug, aDayFile(WHOLE));
    expect((await bring(slug, aDayFile({ ...WHOLE, Hall: WHOLE.Hall.slice(2) }))).report.counts.cancelled).toBe(2);
  });

  it('leaves what is over while the conference runs', async () => {
    const slug = aSlug();
    await bring(slug, aDayFile(WHOLE));
    const receipt = await bring(slug, aDayFile({ ...WHOLE, Hall: WHOLE.Hall.slice(2) }), { now: Date.parse('2026-11-24T09:45:00+01:00') });
    expect(receipt.report.counts.cancelled).toBe(0);
    expect(codes(receipt).filter((code) => code === 'accepted over-and-gone')).toHaveLength(2);
  });
});

describe('nothing is written', () => {
  it('in a look-ahead, which answers what would be', async () => {
    const slug = aSlug();
    await bring(slug, aDayFile({ Hall: TALKS }));
    const before = await agenda(slug);
    const receipt = await bring(slug, aDayFile({ Hall: TALKS.slice(1) }), { dryRun: true });
    expect(receipt).toMatchObject({ written: false, revision: { revision: 2 } });
    expect(facts(receipt)).toEqual(['session.cancelled']);
    expect(await agenda(slug)).toEqual(before);
    expect(await source.query(`SELECT revision::int FROM conference WHERE slug = $1`, [slug])).toEqual([{ revision: 1 }]);
  });

  it.each<[name: string, more: Partial<ImportRequest>, code: string]>([
    ['an unknown zone', { zone: 'Mars/Olympus' }, 'invalid-input'],
    ['an address that can’t be', { conferenceSlug: 'Not A Slug' }, 'invalid-input'],
  ])('with %s', async (_name, more, code) => {
    const told = await refusal(bring(aSlug(), aDayFile({ Hall: TALKS }), more));
    expect(told.type).toBe(`urn:meridian:problem:${code}`);
  });

  it('for a conference that a file without days can’t make', async () => {
    expect((await refusal(bring(aSlug(), aScheduleFile([])))).type).toBe('urn:meridian:problem:import-refused');
  });
});
