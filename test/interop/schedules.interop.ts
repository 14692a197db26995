import { existsSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import type { ImportReceipt } from '../../src/contract/exchange.js';
import { importSchedule } from '../../src/exchange/apply/import-schedule.js';
import { ImportRefused } from '../../src/exchange/read/import-refused.js';
import { readFile } from '../../src/exchange/read/read-file.js';
import { exportSchedule } from '../../src/exchange/write/export-schedule.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';
import { readIndependently } from './independent-reading.js';
import { jsonSchemaFaults, xsdFaults } from './validators.js';

/** Every schedule of a folder: in, compared with an independent reading, out, validated, and in again. Run by scripts/interop.mjs. */
const DIRECTORY = resolve(process.env['INTEROP_DIRECTORY'] ?? '../shared/data/schedules');
const FALLBACK = resolve('../shared/data/schedules');
const XSD = inEither('schedule.xsd');
const SCHEMA = inEither('schedule.schema.json');

const files = readdirSync(DIRECTORY).filter((name) => /\.(xml|json)$/.test(name) && !name.includes('schema')).sort();
const refused = files.filter((name) => name.startsWith('invalid'));
const taken = files.filter((name) => !name.startsWith('invalid'));

describe('schedules of others', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await aDatabase();
    if (XSD === null || SCHEMA === null) say(`No schedule.xsd or schedule.schema.json in ${DIRECTORY}: exports are not validated.`);
  });
  afterAll(async () => await database.drop());

  for (const name of taken) it(name, async () => {
    const bytes = readFileSync(join(DIRECTORY, name));
    const slug = basename(name).replace(/[^a-z0-9]+/gi, '-').toLowerCase();
    const started = performance.now();
    const receipt = await importBytes(database.source, bytes, slug);
    const elapsed = performance.now() - started;
    const { counts } = receipt.report;

    const expected = readIndependently(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    const stored = await readStored(database.source, slug);
    expect(stored.sessions).toHaveLength(expected.events);
    expect(without(stored.sessions, expected.sessions)).toHaveLength(expected.events - expected.sessions.length);
    expect(without(expected.sessions, stored.sessions)).toEqual([]);
    expect({ rooms: stored.rooms, persons: stored.persons }).toEqual({ rooms: expected.rooms, persons: expected.persons });
    if (expected.days > 0) expect(stored.between).toEqual(expected.between);
    const { events: sessions, rooms, days, persons } = expected;
    expect(counts).toMatchObject({ sessions, rooms, days, persons, added: sessions, refused: 0 });

    expectUnchanged(await importBytes(database.source, bytes, slug));
    const xml = await exportSchedule(database.source, slug, 'schedule.xml');
    const json = await exportSchedule(database.source, slug, 'schedule.json');
    if (XSD !== null) expect(await xsdFaults(xml, XSD)).toEqual([]);
    if (SCHEMA !== null) expect(jsonSchemaFaults(json, SCHEMA)).toEqual([]);
    for (const text of [xml, json, await exportSchedule(database.source, slug, 'ics'), await exportSchedule(database.source, slug, 'csv')]) {
      expectUnchanged(await importBytes(database.source, Buffer.from(text), slug));
    }
    for (const [format, text] of [['xml', xml], ['json', json]] as const) {
      await importBytes(database.source, Buffer.from(text), `${slug}-${format}`);
      expect(await readStored(database.source, `${slug}-${format}`)).toEqual(stored);
    }
    const figures = `${counts.sessions} events, ${counts.rooms} rooms, ${counts.days} days, ${counts.persons} persons`;
    say(`${name}: ${figures}, ${counts.overlapsWaived} overlaps waived, ${counts.mended} mended, ${elapsed.toFixed(0)} ms`);
  });

  for (const name of refused) it(`${name} is refused`, async () => {
    const bytes = readFileSync(join(DIRECTORY, name));
    const slug = 'is-refused';
    const reason = await importBytes(database.source, bytes, slug).catch((error: unknown) => error);
    expect(reason).toBeInstanceOf(ImportRefused);
    const [{ count }] = await database.source.query<[{ count: string }]>(`SELECT count(*) FROM conference WHERE slug = $1`, [slug]);
    expect(count).toBe('0');
    say(`${name}: refused, ${(reason as ImportRefused).message}`);
  });
});

async function importBytes(source: DataSource, bytes: Uint8Array, conferenceSlug: string): Promise<ImportReceipt> {
  return await importSchedule(source, { conferenceSlug, schedule: readFile(bytes), actor: 'interop' });
}

function expectUnchanged({ revision, report: { counts } }: ImportReceipt): void {
  expect(revision).toBeNull();
  const { added, moved, edited, cancelled, reinstated } = counts;
  expect({ added, moved, edited, cancelled, reinstated }).toEqual({ added: 0, moved: 0, edited: 0, cancelled: 0, reinstated: 0 });
}

interface Stored { rooms: number; persons: number; between: [string, string]; sessions: string[] }

async function readStored(source: DataSource, slug: string): Promise<Stored> {
  const [counts] = await source.query<[Omit<Stored, 'sessions'>]>(
    `SELECT (SELECT count(*) FROM room WHERE conference_id = c.id)::int AS rooms, ARRAY[c.starts_on::text, c.ends_on::text] AS between,
            (SELECT count(DISTINCT speaker_id) FROM appearance WHERE conference_id = c.id)::int AS persons FROM conference c WHERE slug = $1`,
    [slug],
  );
  const sessions = await source.query<{ room: string; title: string; start: Date }[]>(
    `SELECT r.name AS room, s.title, p.starts_at AS start FROM slot p JOIN session s ON s.id = p.session_id JOIN room r ON r.id = p.room_id
     JOIN conference c ON c.id = p.conference_id WHERE c.slug = $1 AND p.plan = 'published' AND NOT p.cancelled`,
    [slug],
  );
  return { ...counts, sessions: sessions.map(({ room, title, start }) => [room, title, start.toISOString()].join(' | ')).sort() };
}

/** What a list holds more than another one. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function inEither(name: string): string | null {
  return [join(DIRECTORY, name), join(FALLBACK, name)].find((path) => existsSync(path)) ?? null;
}

// past Jest's console, which frames every line with where it came from
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
