import { Findings } from './findings.js';
import { ImportRefused } from './import-refused.js';
import { LIMITS } from './limits.js';
import { readFile } from './read-file.js';
import { decode } from './decode.js';

const GUID = '7b1327a5-049b-4411-8421-163743755933';

const file = (event: string, more: { day?: string; conference?: string; head?: string } = {}): Buffer =>
  Buffer.from(`${more.head ?? '<?xml version="1.0" encoding="utf-8"?>\n'}<schedule>
  <conference><title>XML</title><acronym>xmlconf</acronym><time_zone_name>Europe/Berlin</time_zone_name>${more.conference ?? ''}</conference>
  <day index="1" date="2026-11-24" start="2026-11-24T08:00:00+01:00" end="2026-11-24T23:00:00+01:00">
    ${more.day ?? `<room name="Hall">\n      <event guid="${GUID}" id="5">${event}</event>\n    </room>`}
  </day>
</schedule>`);

const PLAIN = '<date>2026-11-24T10:00:00+01:00</date><start>10:00</start><duration>00:30</duration><room>Hall</room><title>One</title>';

function refusal(bytes: Buffer): ImportRefused['faults'] {
  try {
    readFile(bytes);
  } catch (error) {
    if (error instanceof ImportRefused) return error.faults;
    throw error;
  }
  throw new Error('it was taken');
}

describe('a schedule.xml', () => {
  it.each<[name: string, persons: string, names: string[]]>([
    ['persons with ids', '<persons><person id="1">Ada</person><person id="2">Bob</person></persons>', ['Ada', 'Bob']],
    ['persons without', '<persons><person>Ada</person></persons>', ['Ada']],
    ['a person outside of persons', '<person id="1">Ada</person>', ['Ada']],
    ['names in elements', '<persons><person id="1"><name>Ada</name><biography>Was first.</biography></person></persons>', ['Ada']],
    ['names in attributes', '<persons><person id="1" name="Ada"/></persons>', ['Ada']],
    ['speakers', '<speakers><speaker id="1">Ada</speaker></speakers>', ['Ada']],
    ['nobody', '<persons/>', []],
  ])('has its persons in one of many shapes: %s', (_name, persons, names) => {
    expect(readFile(file(PLAIN + persons)).persons.map(({ name }) => name)).toEqual(names);
  });

  it('reads texts in CDATA, references and unescaped markup', () => {
    const [session] = readFile(file(`${PLAIN}<abstract><![CDATA[a <b>bold</b> claim]]></abstract><description>so <i>it</i> &amp; that &#x1F600;&#13;\n</description>`)).sessions;
    expect(session).toMatchObject({ abstract: 'a <b>bold</b> claim', description: 'so it & that 😀' });
  });

  it('takes out what XML forbids, and says on which line', () => {
    const read = readFile(file(`${PLAIN}<abstract>bad\u0008 and &#11;bad</abstract>`));
    expect(read.sessions[0]?.abstract).toBe('bad and bad');
    expect(read.items).toEqual([expect.objectContaining({ severity: 'mended', code: 'control-characters', where: 'line 6' })]);
  });

  it.each<[name: string, day: string, room: string]>([
    ['events straight in the day', `<event guid="${GUID}" id="1">${PLAIN}</event>`, 'Hall'],
    ['a room without a name', `<room><event guid="${GUID}" id="1">${PLAIN}</event></room>`, 'Hall'],
    ['no room at all', `<event guid="${GUID}" id="1">${PLAIN.replace('<room>Hall</room>', '')}</event>`, 'Unplaced'],
  ])('places %s', (_name, day, room) => {
    expect(readFile(file('', { day })).sessions.map((session) => session.room)).toEqual([room]);
  });

  it('keeps rooms of one name and two guids apart', () => {
    const day = [1, 2].map((number) => `<room name="Hall" guid="${GUID.slice(0, -1)}${number}"><event guid="${GUID.slice(0, -1)}${number}" id="${number}">${PLAIN}</event></room>`);
    expect(readFile(file('', { day: day.join('') })).rooms.map(({ name, guid }) => [name, guid])).toEqual([['Hall', `${GUID.slice(0, -1)}1`], ['Hall', `${GUID.slice(0, -1)}2`]]);
  });

  it('takes a room whose guid is another each day for one', () => {
    const days = [1, 2].map((number) => `<day index="${number}" date="2026-11-2${number}"><room name="Hall" guid="${GUID.slice(0, -1)}${number}"/></day>`);
    expect(readFile(Buffer.from(`<schedule>${days.join('')}</schedule>`))).toMatchObject({ rooms: [{ name: 'Hall' }], dayCount: 2 });
  });

  it('tells events on one line apart', () => {
    const events = [1, 2].map((number) => `<event guid="${GUID}" id="${number}">${PLAIN.replace('00:30', number === 1 ? '00:30' : '')}</event>`).join('');
    const read = readFile(file('', { day: `<room name="Hall">${events}</room>` }));
    expect(read.mended.size).toBe(1);
  });

  it.each<[name: string, bytes: Buffer]>([
    ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), file(PLAIN.replace('One', 'Ähm'))])],
    ['UTF-16', Buffer.from(`\uFEFF${file(PLAIN.replace('One', 'Ähm')).toString()}`, 'utf16le')],
    ['Latin-1', Buffer.from(file(PLAIN.replace('One', 'Ähm'), { head: '<?xml version="1.0" encoding="ISO-8859-1"?>\n' }).toString(), 'latin1')],
    ['carriage returns', Buffer.from(file(PLAIN.replace('One', 'Ähm')).toString().replaceAll('\n', '\r\n'))],
  ])('is read with %s', (_name, bytes) => {
    expect(readFile(bytes).sessions[0]?.title).toBe('Ähm');
  });

  it.each<[name: string, bytes: Buffer, path: string, message: RegExp]>([
    ['not well-formed', Buffer.from('<schedule>\n<day>\n</schedule>'), 'line 3', /well-formed/],
    ['cut off', file(PLAIN).subarray(0, 300), 'line 6', /well-formed/],
    ['another root', Buffer.from('<rss/>'), 'line 1', /“rss”/],
    ['a DOCTYPE', Buffer.from('<?xml version="1.0"?>\n<!DOCTYPE schedule SYSTEM "file:///etc/passwd">\n<schedule/>'), 'line 2', /DOCTYPE/],
    ['entities of its own', Buffer.from('<!DOCTYPE a [<!ENTITY x "y">]><schedule>&x;</schedule>'), 'line 1', /DOCTYPE/],
    ['an entity that nobody knows', file(`${PLAIN}<abstract>&nbsp;</abstract>`), 'line 6', /entity/],
    ['elements without end', Buffer.from('<schedule>' + '<a>'.repeat(LIMITS.depth + 1)), 'line 1', /deeper/],
    ['nothing', Buffer.from(' \n'), 'line 1', /empty/],
    ['something else', Buffer.from('hello, world'), 'line 1', /neither/],
  ])('is refused when it is %s, with the line', (_name, bytes, path, message) => {
    expect(refusal(bytes)[0]).toEqual({ path, message: expect.stringMatching(message) });
  });

  it('is refused beyond the bound of bytes', () => {
    expect(() => decode(new Uint8Array(LIMITS.bytes + 1), new Findings())).toThrow(ImportRefused);
  });
});

describe('a schedule.json', () => {
  it.each<[name: string, text: string, path: string]>([
    ['no JSON', '{\n"schedule": {\n', 'line 3'],
    ['a fault in line 2', '{\n"schedule" 5}', 'line 2'],
    ['no schedule', '{"other": 1}', '/schedule'],
    ['no conference', '{"schedule": {}}', '/schedule/conference'],
    ['no days', '{"schedule": {"conference": {"days": {}}}}', '/schedule/conference/days'],
    ['rooms where the schema forbids them', '{"schedule": {"rooms": [], "conference": {"days": []}}}', '/schedule/rooms'],
    ['nested without end', `{"schedule":${'['.repeat(100)}`, 'line 1'],
    ['a list', '[]', '/schedule'],
  ])('is refused when it is or has %s', (_name, text, path) => {
    expect(refusal(Buffer.from(text))[0].path).toBe(path);
  });

  it('is refused with all faults at once, when it is', () => {
    const event = { id: '2814', persons: [{ id: 'x', public_name: 'A' }, {}], guid: 'g', date: '', start: '', duration: '', room: '', slug: '', title: '', type: '', url: '' };
    const text = JSON.stringify({ schedule: { rooms: [], conference: { title: 't', acronym: 'a', start: '', end: '', timeslot_duration: '', days: [{ rooms: { R: [event] } }] } } });
    expect(refusal(Buffer.from(text)).map(({ path }) => path)).toEqual([
      '/schedule/rooms',
      '/schedule/conference/days/0/rooms/R/0/id',
      '/schedule/conference/days/0/rooms/R/0/persons/0/id',
      '/schedule/conference/days/0/rooms/R/0/persons/1',
    ]);
  });
});
