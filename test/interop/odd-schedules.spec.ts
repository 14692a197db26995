import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import type { ImportReceipt } from '../../src/contract/exchange.js';
import { importSchedule } from '../../src/exchange/apply/import-schedule.js';
import { readFile } from '../../src/exchange/read/read-file.js';
import { exportSchedule } from '../../src/exchange/write/export-schedule.js';
import { aDayFile, aGuid, type AnEvent } from '../support/a-schedule.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';
import { jsonSchemaFaults, xsdFaults } from './validators.js';

const XSD = resolve('../shared/data/schedules/schedule.xsd');
const SCHEMA = resolve('../shared/data/schedules/schedule.schema.json');

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.drop());

const anyOf = (...values: unknown[]): fc.Arbitrary<unknown> => fc.constantFrom(...values);

/** What was seen in real files, and worse, in every field. */
const oddEvent: fc.Arbitrary<AnEvent> = fc.record({
  id: anyOf(1, 7, '7', 0, -1, 7.5, 2 ** 40, null),
  guid: anyOf(aGuid(1), aGuid(2), aGuid(3), 'BAD', null, 'ABCDEF00-0000-4000-8000-000000000001'),
  code: anyOf('ABC123', 'ABC124', 'abc', '', null),
  date: fc.tuple(fc.integer({ min: 10, max: 23 }), fc.constantFrom('+01:00', '-05:00', '+05:30', 'Z', '')).map(([hour, offset]) => `2026-11-24T${hour}:05:00${offset}`),
  start: anyOf('10:00', '9:00', '25:00', null),
  duration: anyOf('00:30', '1:30', '120:00', '800:00', '90', 45, 0, '00:45:30', '-1', null),
  slug: anyOf('same-slug-here', 'UPPER-1-x', null),
  logo: anyOf(null, '', '/x.png', 'https://example.org/ü x.png', 'javascript:1', 'https://[bad', 'https://example.org/a[1].png#a#b'),
  url: anyOf(null, '', 'https://example.org/1', 'http://example.org/a b', 'talk/1', 'ftp://x/y', 'https://example.org/ü?q=<>"|^`{}', 'https://example.org/%zz'),
  title: anyOf('T', '', ' a\n b ', 'x'.repeat(700), '\u0001ctl', '=1+1', '😀\u202ertl', '<script>alert(1)</script>', ']]>&amp;&lt;', 123, null),
  subtitle: anyOf(null, 'sub', 's\r\ns'),
  track: anyOf(null, '', 'A & B', '<T>', { name: 'object' }),
  type: anyOf(null, '', 'Talk', 'weird', 'film', 5),
  language: anyOf(null, '', 'de', 'DE', 'formal', 'xx-YY-zz', 'de_CH'),
  abstract: anyOf(null, '\ttab\r\nx', '<p>html</p>'),
  do_not_record: anyOf(null, true, 'true'),
  persons: anyOf(null, [], [{ id: 1, public_name: 'A' }], [{ name: 'B' }], ['C'], [{ id: 's', name: 'D;E' }], [{ id: 0, name: 'Y' }, { id: 0, name: 'Z' }], [{ code: 'Q', name: '=F' }], [null]),
  links: anyOf(null, [{ url: 'https://example.org/l', title: null }], [{ url: 'bad' }], ['https://example.org/s'], { url: 'https://example.org/one', type: 'weird' }),
  attachments: anyOf(null, [{ url: '/rel.pdf', title: 'R & D', type: 'slides' }]),
});

it('whatever is odd in a file: all of it comes in, once, and goes out valid', async () => {
  let runs = 0;
  const anyRooms = fc.dictionary(fc.constantFrom('Bob’s "Room" <1> & co', '__proto__', '1', 'constructor', '=cmd', ']]>', ' '), fc.array(oddEvent, { maxLength: 5 }), { minKeys: 1 });
  await fc.assert(
    fc.asyncProperty(anyRooms, anyOf('Europe/Berlin', 'US/Eastern', 'Mars/Olympus', null), async (rooms, zone) => {
      const slug = `odd-${(runs += 1)}`;
      const bring = async (text: Uint8Array | string): Promise<ImportReceipt> =>
        await importSchedule(database.source, { conferenceSlug: slug, schedule: readFile(Buffer.from(text)), actor: 'spec' });
      const file = aDayFile(rooms, { time_zone_name: zone, acronym: 'A!', timeslot_duration: null });
      const events = Object.values(rooms).flat().length;
      expect((await bring(file)).report.counts).toMatchObject({ sessions: events, added: events, refused: 0 });
      expect((await bring(file)).revision).toBeNull();
      const xml = await exportSchedule(database.source, slug, 'schedule.xml');
      const json = await exportSchedule(database.source, slug, 'schedule.json');
      if (existsSync(XSD)) expect(await xsdFaults(xml, XSD)).toEqual([]);
      if (existsSync(SCHEMA)) expect(jsonSchemaFaults(json, SCHEMA)).toEqual([]);
      for (const text of [xml, json]) expect((await bring(text)).revision).toBeNull();
    }),
    { numRuns: 25 },
  );
});
