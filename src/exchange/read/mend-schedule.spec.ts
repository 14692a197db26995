import { aDayFile, aGuid, anEvent, aScheduleFile, type AnEvent } from '../../../test/support/a-schedule.js';
import type { ImportedSchedule, ImportedSession } from './imported-schedule.js';
import { readFile } from './read-file.js';

function readOne(event: AnEvent, conference?: Record<string, unknown>): { session: ImportedSession; codes: string[]; schedule: ImportedSchedule } {
  const schedule = readFile(aDayFile({ Hall: [event] }, conference));
  const [session] = schedule.sessions;
  if (session === undefined) throw new Error('the session did not come in');
  return { session, schedule, codes: schedule.items.map(({ severity, code }) => `${severity} ${code}`) };
}

const instant = (session: ImportedSession): string => (session.start.at === 'instant' ? new Date(session.start.epoch).toISOString() : `wall ${session.start.text}`);

describe('a session of a schedule.json', () => {
  it('comes in as it is when nothing is odd', () => {
    const { session, codes, schedule } = readOne({ title: 'Plain', persons: [{ id: 7, public_name: 'Ada' }] });
    expect(codes).toEqual([]);
    expect(session).toMatchObject({ title: 'Plain', minutes: 30, kind: 'talk', language: 'en', track: 'General', room: 'Hall', appearances: [{ person: 'id:7' }] });
    expect(instant(session)).toBe('2026-11-24T09:00:00.000Z');
    expect(schedule).toMatchObject({ zone: 'Europe/Berlin', days: ['2026-11-24'], acronym: 'spec' });
  });

  it.each<[name: string, event: AnEvent, at: string, codes: string[]]>([
    ['offset of another zone', { date: '2026-11-24T10:00:00-05:00' }, '2026-11-24T15:00:00.000Z', []],
    ['offset without colon', { date: '2026-11-24T10:00:00+0100' }, '2026-11-24T09:00:00.000Z', []],
    ['a blank for the T, no seconds', { date: '2026-11-24 10:00+01:00' }, '2026-11-24T09:00:00.000Z', []],
    ['Z', { date: '2026-11-24T09:00:00Z', start: '09:00' }, '2026-11-24T09:00:00.000Z', []],
    ['date and start disagree', { date: '2026-11-24T10:00:00+01:00', start: '11:00' }, '2026-11-24T09:00:00.000Z', ['accepted start-differs']],
    ['no offset', { date: '2026-11-24T10:00:00' }, 'wall 2026-11-24T10:00:00', ['mended offset-missing']],
    ['no date', { date: null, start: '10:15' }, 'wall 2026-11-24T10:15:00', ['mended date-missing']],
    ['unreadable date', { date: 'tomorrow', start: '10:15' }, 'wall 2026-11-24T10:15:00', ['mended date-unreadable']],
    ['an impossible date', { date: '2026-02-31T10:00:00+01:00', start: '10:15' }, 'wall 2026-11-24T10:15:00', ['mended date-unreadable']],
    ['no date, past midnight', { date: null, start: '25:30' }, 'wall 2026-11-25T01:30:00', ['mended date-missing']],
    ['neither date nor start', { date: null, start: null }, '2026-11-24T07:00:00.000Z', ['mended date-missing', 'mended start-missing']],
  ])('starts when the file says: %s', (_name, event, at, codes) => {
    const read = readOne(event);
    expect(instant(read.session)).toBe(at);
    expect(read.codes).toEqual(codes);
  });

  it('counts the small hours to the night of their day, where the day lasts that long and there is no date', () => {
    const file = aScheduleFile([
      { date: '2026-11-24', day_start: '2026-11-24T10:00:00+01:00', day_end: '2026-11-25T04:00:00+01:00', rooms: { Hall: [{ date: null, start: '01:30' }] } },
    ]);
    expect(readFile(file).sessions.map(instant)).toEqual(['wall 2026-11-25T01:30:00']);
  });

  it('counts the small hours to the night before the day changes, where the day has neither start nor end', () => {
    const rooms = { Hall: [{ date: null, start: '01:30' }, { date: null, start: '04:00' }, { date: '2026-11-24T01:00:00+01:00' }] };
    const file = aScheduleFile([{ date: '2026-11-24', day_start: '', day_end: '', rooms }], { day_change: '04:00:00' });
    expect(readFile(file).sessions.map(instant)).toEqual(['wall 2026-11-25T01:30:00', 'wall 2026-11-24T04:00:00', '2026-11-24T00:00:00.000Z']);
  });

  it.each<[duration: unknown, minutes: number, codes: string[]]>([
    ['00:45', 45, []],
    ['1:30', 90, []],
    ['00:45:00', 45, []],
    ['90', 90, ['mended duration-spelling']],
    [90, 90, ['mended duration-spelling']],
    ['PT1H30M', 90, ['mended duration-spelling']],
    ['24:00', 1_440, ['accepted outside-day', 'accepted across-midnight']],
    ['30:15', 1_815, ['accepted outside-day', 'accepted across-midnight']],
    ['00:00', 15, ['mended duration-missing']],
    ['', 15, ['mended duration-missing']],
    [null, 15, ['mended duration-missing']],
    ['soon', 15, ['mended duration-missing']],
    ['-00:30', 15, ['mended duration-missing']],
    [`1${' '.repeat(2_000_000)}x`, 15, ['mended duration-missing']],
  ])('takes the duration %.20j as %d minutes', (duration, minutes, codes) => {
    const read = readOne({ duration });
    expect(read.session.minutes).toBe(minutes);
    expect(read.codes).toEqual(codes);
  });

  it('takes the end where there is no duration', () => {
    expect(readOne({ duration: null, end: '2026-11-24T10:50:00+01:00' }).session.minutes).toBe(50);
  });

  it.each<[given: unknown, tag: string | null, codes: string[]]>([
    ['de', 'de', []],
    ['DE', 'de', ['mended language-spelling']],
    ['de-DE', 'de-DE', []],
    ['de_AT', 'de-AT', ['mended language-spelling']],
    ['de-formal', 'de', ['mended language-spelling']],
    ['formal', null, ['mended language-unknown']],
    ['Deutsch', 'de', ['mended language-spelling']],
    ['en/de', 'en', ['mended language-spelling']],
    ['', null, []],
    [null, null, []],
    ['xx-nonsense-??', null, ['mended language-unknown']],
    ['constructor', null, ['mended language-unknown']],
    ['__proto__', null, ['mended language-unknown']],
  ])('takes the language %j as %j', (language, tag, codes) => {
    const read = readOne({ language });
    expect(read.session.language).toBe(tag);
    expect(read.codes).toEqual(codes);
  });

  it.each<[type: unknown, kind: string, codes: string[]]>([
    ['Keynote', 'keynote', []],
    ['lecture', 'talk', []],
    ['Vortrag', 'talk', []],
    ['Talk/Performance (30 minutes plus Q&A)', 'talk', []],
    ['Lightning Talks', 'statement', []],
    ['Podiumsdiskussion', 'panel', []],
    ['Music 120min', 'performance', []],
    ['film', 'performance', []],
    ['hands-on', 'workshop', []],
    ['Mittagspause', 'break', []],
    ['other', 'other', []],
    ['Gesprächskreis', 'other', ['accepted type-unknown']],
    ['', 'talk', []],
    [null, 'talk', []],
  ])('takes the type %j as %s, and keeps its words', (type, kind, codes) => {
    const read = readOne({ type });
    expect(read.session.kind).toBe(kind);
    expect(read.session.upstream.type).toBe(type === null || type === '' ? undefined : type);
    expect(read.codes).toEqual(codes);
  });

  it.each<[name: string, event: AnEvent, expected: object, codes: string[]]>([
    ['an empty title', { title: '  ' }, { title: 'Untitled' }, ['mended title-missing']],
    ['a title of several lines', { title: ' A\n   B ' }, { title: 'A B' }, ['mended white-space']],
    ['HTML', { abstract: 'one<br />two' }, { abstract: 'one<br />two' }, ['accepted markup']],
    ['a comparison, which is no HTML', { abstract: '1 < 2 > 0' }, { abstract: '1 < 2 > 0' }, []],
    ['carriage returns', { abstract: 'one\r\ntwo' }, { abstract: 'one\ntwo' }, []],
    ['nulls everywhere', { subtitle: null, abstract: null, description: null, track: null, url: null, logo: null, links: null, attachments: null, persons: null },
      { subtitle: '', abstract: '', track: null, url: null, appearances: [] }, []],
    ['texts by language', { title: { de: 'Gezeiten', en: 'Tides' }, abstract: { fr: 'Les marées' }, track: { id: 3, name: { de: 'Meer' } } },
      { title: 'Tides', abstract: 'Les marées', track: 'Meer' }, ['mended texts-by-language']],
    ['a long title', { title: 'x'.repeat(600) }, { title: 'x'.repeat(500) }, ['mended text-cut']],
    ['an address that is none', { url: 'javascript:alert(1)' }, { url: null }, ['mended address-dropped']],
    ['a relative address', { url: '/talk/1' }, { url: 'https://example.org/talk/1' }, ['mended address-relative']],
    ['a numeric id as text', { id: '2814' }, { key: expect.any(String) }, []],
    ['no guid', { guid: null, id: 12 }, { key: 'id:12' }, ['mended guid-missing']],
    ['a guid that is none', { guid: 'abc' }, { key: 'guid:abc' }, ['mended guid-invalid']],
    ['neither guid nor id', { guid: '', id: null, slug: 'a-slug' }, { key: 'id:a-slug' }, ['mended guid-missing']],
    ['the event names another room', { room: 'Elsewhere' }, { room: 'Hall' }, ['accepted room-differs']],
    ['the event names no room', { room: null }, { room: 'Hall' }, ['mended room-missing']],
    ['unknown keys', { answers: [{}], whatever: { a: 1 } }, { room: 'Hall' }, []],
    ['a session across midnight', { date: '2026-11-24T23:45:00+01:00' }, {}, ['accepted outside-day', 'accepted across-midnight']],
    ['a session before its day', { date: '2026-11-24T06:00:00+01:00' }, {}, ['accepted outside-day']],
  ])('takes %s', (_name, event, expected, codes) => {
    const read = readOne(event, { url: 'https://example.org/' });
    expect(read.session).toMatchObject(expected);
    expect(read.codes).toEqual(codes);
  });

  it.each<[name: string, persons: unknown, names: string[], codes: string[]]>([
    ['name', [{ id: 1, name: 'Ada' }], ['Ada'], []],
    ['public_name', [{ id: 1, public_name: 'Ada' }], ['Ada'], []],
    ['full_public_name', [{ id: 1, full_public_name: 'Ada' }], ['Ada'], []],
    ['a text', ['Ada'], ['Ada'], ['mended person-without-id']],
    ['a code', [{ code: 'ABC', name: 'Ada' }], ['Ada'], []],
    ['an id that is a text', [{ id: 'dsadf', name: 'Ada' }], ['Ada'], []],
    ['one instead of a list', { id: 1, name: 'Ada' }, ['Ada'], []],
    ['the same twice', [{ id: 1, name: 'Ada' }, { id: 1, name: 'Ada' }], ['Ada'], ['mended person-twice']],
    ['nobody', [{ id: 1, name: null }, null], [], ['mended person-without-name', 'mended person-without-name']],
    ['id 0 for everyone unknown', [{ id: 0, name: 'Ada' }, { id: 0, name: 'Bob' }], ['Ada', 'Bob'], ['mended person-without-id']],
    ['one id for two', [{ id: 5, name: 'Ada' }, { id: 5, name: 'Bob' }], ['Ada', 'Bob'], ['accepted person-id-repeated']],
    ['a bare name of someone known', [{ id: 5, name: 'Ada' }, { name: 'Ada' }], ['Ada'], ['mended person-without-id', 'mended person-twice']],
  ])('knows its persons by %s', (_name, persons, names, codes) => {
    const { schedule, session, codes: found } = readOne({ persons });
    expect(schedule.persons.map(({ name }) => name)).toEqual(names);
    expect(session.appearances).toHaveLength(names.length);
    expect(found).toEqual(codes);
  });

  it('keeps sessions that share a guid apart', () => {
    const { sessions } = readFile(aDayFile({ Hall: [{ guid: aGuid(1) }, { guid: aGuid(1), date: '2026-11-24T12:00:00+01:00' }], Other: [{ guid: aGuid(1) }] }));
    expect(sessions.map(({ key, room }) => [key, room])).toEqual([[aGuid(1), 'Hall'], [aGuid(1), 'Hall'], [aGuid(1), 'Other']]);
  });

  it('keeps a room without sessions, and drops a guid that two rooms share', () => {
    const rooms = [{ name: 'Hall', guid: aGuid(1) }, { name: 'Empty', guid: aGuid(1) }, { name: 'Not used', guid: aGuid(3) }];
    const read = readFile(aDayFile({ Hall: [{}], Empty: [] }, { rooms }));
    expect(read.rooms.map(({ name, guid }) => [name, guid])).toEqual([['Hall', null], ['Empty', null]]);
    expect(read.items.map(({ code }) => code)).toEqual(['room-guid-repeated', 'room-guid-repeated']);
  });

  it('finds sessions where the rooms of a day are a list, and rooms whose names are no ordinary keys', () => {
    const list = [{ name: '__proto__', events: [anEvent({ room: '__proto__' }, '')] }];
    const listed = readFile(Buffer.from(aDayFile({}).toString().replace('"rooms":{}', `"rooms":${JSON.stringify(list)}`)));
    expect(listed.sessions.map(({ room }) => room)).toEqual(['__proto__']);
    const keyed = readFile(aDayFile({ constructor: [{}], ['__proto__']: [{}] }));
    expect(keyed.sessions.map(({ room }) => room)).toEqual(['constructor', '__proto__']);
  });

  it('says where in the file it found what, and which sessions were mended', () => {
    const read = readFile(aDayFile({ 'A/B': [{ title: 'Fine' }, { title: 'Odd', duration: null }] }));
    expect(read.items).toEqual([
      expect.objectContaining({ code: 'duration-missing', where: '/schedule/conference/days/0/rooms/A~1B/1', session: 'Odd' }),
    ]);
    expect([...read.mended]).toEqual(['/schedule/conference/days/0/rooms/A~1B/1']);
  });

  it('leaves out only what nothing gives a day', () => {
    const read = readFile(aScheduleFile([{ date: '', day_start: '', day_end: '', rooms: { Hall: [{ date: null }, {}] } }]));
    expect(read.sessions).toHaveLength(1);
    expect(read.refused).toBe(1);
    expect(read.items).toContainEqual(expect.objectContaining({ severity: 'refused', code: 'no-time' }));
  });
});
