import fc from 'fast-check';
import { CSV_TEMPLATE, joinNames, neutralizeCell, reviveCell, splitNames } from './csv-columns.js';
import { ImportRefused } from './import-refused.js';
import { readFile } from './read-file.js';

const csv = (...lines: string[]): Buffer => Buffer.from(lines.join('\n'));

describe('a CSV', () => {
  it('of the template comes in without an oddity', () => {
    const read = readFile(Buffer.from(CSV_TEMPLATE));
    expect(read.items).toEqual([]);
    expect(read.cities).toEqual([expect.objectContaining({ name: 'Lyon', country: 'FR', zone: 'Europe/Paris' }), expect.objectContaining({ name: 'Montréal', zone: 'America/Toronto' })]);
    expect(read.rooms.map(({ name, capacity }) => [name, capacity])).toEqual([['Main Hall', 200], ['Salle A', 80]]);
    expect(read.persons.map(({ name }) => name)).toEqual(['Ada Example', 'Sam Sample', 'Kim Instance']);
    expect(read.sessions.map(({ title, kind, minutes, start }) => [title, kind, minutes, start])).toEqual([
      ['Opening', 'keynote', 45, { at: 'wall', text: '2026-11-24T09:00:00', zone: 'Europe/Paris' }],
      ['Bridges over rivers', 'panel', 90, { at: 'wall', text: '2026-11-24T10:00:00', zone: 'Europe/Paris' }],
      ['Winter roads', 'talk', 45, { at: 'wall', text: '2026-11-24T09:30:00', zone: 'America/Toronto' }],
    ]);
  });

  it.each<[name: string, lines: string[]]>([
    ['semicolons', ['title;date;start;room', 'One;2026-11-24;09:00;Hall']],
    ['tabs', ['title\tdate\tstart\troom', 'One\t2026-11-24\t09:00\tHall']],
    ['other headings and order', ['Room,Day,Start,Title,Extra', 'Hall,2026-11-24,09:00,One,x']],
    ['headings that every object has', ['title,date,start,room,constructor,__proto__,toString', 'One,2026-11-24,09:00,Hall,x,y,z']],
    ['a byte order mark and CRLF', ['\uFEFFtitle,date,start,room\r', 'One,2026-11-24,09:00,Hall\r']],
  ])('is read with %s', (_name, lines) => {
    expect(readFile(csv(...lines)).sessions).toEqual([expect.objectContaining({ title: 'One', start: { at: 'wall', text: '2026-11-24T09:00:00', zone: null } })]);
  });

  it('names the line of a row that can’t be placed, after cells of several lines', () => {
    const read = readFile(csv('title,date,start,abstract,room', 'One,2026-11-24,09:00,"a\nb",Hall', 'Two,,09:00,,Hall', 'Three,2026-11-24,10:00,,Hall'));
    expect(read.items).toContainEqual(expect.objectContaining({ severity: 'refused', where: 'line 4', session: 'Two' }));
    expect(read.sessions.map(({ title, where }) => [title, where])).toEqual([['One', 'line 2'], ['Three', 'line 5']]);
    expect(read.refused).toBe(1);
  });

  it('takes an end before the start as one of the next day', () => {
    expect(readFile(csv('title,date,start,end', 'Night,2026-11-24,23:00,01:00')).sessions[0]?.minutes).toBe(120);
  });

  it.each([['no title column', csv('a,b', '1,2')], ['an open quote', csv('title,date', '"One,2026-11-24')]])('is refused with %s', (_name, bytes) => {
    expect(() => readFile(bytes, 'csv')).toThrow(ImportRefused);
  });

  it('gives every cell back that was made harmless, and lets none begin like a formula', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", 'a', '1', '＝') }), (text) => {
      const cell = neutralizeCell(text);
      expect(reviveCell(cell)).toBe(text);
      expect(cell).not.toMatch(/^[=+\-@\t\r＝]/);
    }));
  });

  it('gives lists of names back', () => {
    const name = fc.string({ unit: fc.constantFrom(';', '\\', ' ', 'a', 'é', '"'), minLength: 1 }).map((text) => text.trim()).filter((text) => text !== '');
    fc.assert(fc.property(fc.array(name), (names) => expect(splitNames(joinNames(names))).toEqual(names)));
  });
});
