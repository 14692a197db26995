import type { ImportedTime } from './imported-schedule.js';
import { ImportRefused } from './import-refused.js';
import { readFile } from './read-file.js';

const calendar = (...events: string[]): Buffer =>
  Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//spec//EN', ...events, 'END:VCALENDAR', ''].join('\r\n'));
const event = (...lines: string[]): string => ['BEGIN:VEVENT', 'UID:one@example.org', 'SUMMARY:One', 'LOCATION:Hall', ...lines, 'END:VEVENT'].join('\r\n');

const when = (time: ImportedTime | undefined): string =>
  time === undefined ? '' : time.at === 'instant' ? new Date(time.epoch).toISOString() : `${time.text} ${time.zone ?? 'floating'}`;

const CUSTOM = [
  'BEGIN:VTIMEZONE', 'TZID:Ours', 'BEGIN:STANDARD', 'DTSTART:19701025T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100', 'END:STANDARD', 'BEGIN:DAYLIGHT', 'DTSTART:19700329T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200', 'END:DAYLIGHT', 'END:VTIMEZONE',
].join('\r\n');

describe('an iCalendar file', () => {
  it.each<[name: string, lines: string[], start: string, minutes: number]>([
    ['UTC', ['DTSTART:20261124T090000Z', 'DTEND:20261124T100000Z'], '2026-11-24T09:00:00.000Z', 60],
    ['a zone by name', ['DTSTART;TZID=Europe/Berlin:20261124T100000', 'DTEND;TZID=Europe/Berlin:20261124T104500'], '2026-11-24T10:00:00 Europe/Berlin', 45],
    ['a zone with a path', ['DTSTART;TZID=/vendor.example/Europe/Berlin:20261124T100000', 'DURATION:PT30M'], '2026-11-24T10:00:00 Europe/Berlin', 30],
    ['a zone of its own, in winter', ['DTSTART;TZID=Ours:20261124T100000', 'DURATION:PT1H30M'], '2026-11-24T09:00:00.000Z', 90],
    ['a zone of its own, in summer', ['DTSTART;TZID=Ours:20260724T100000', 'DURATION:PT15M'], '2026-07-24T08:00:00.000Z', 15],
    ['floating', ['DTSTART:20261124T100000', 'DTEND:20261124T110000'], '2026-11-24T10:00:00 floating', 60],
    ['across a change of the clocks', ['DTSTART;TZID=Europe/Berlin:20261025T013000', 'DTEND;TZID=Europe/Berlin:20261025T033000'], '2026-10-25T01:30:00 Europe/Berlin', 180],
    ['a whole day', ['DTSTART;VALUE=DATE:20261124'], '2026-11-24T00:00:00 floating', 1_440],
    ['no end', ['DTSTART:20261124T090000Z'], '2026-11-24T09:00:00.000Z', 30],
  ])('says when: %s', (_name, lines, start, minutes) => {
    const [session] = readFile(calendar(CUSTOM, event(...lines))).sessions;
    expect(when(session?.start)).toBe(start);
    expect(session?.minutes).toBe(minutes);
  });

  it('has place, track, words and state', () => {
    const read = readFile(calendar('X-WR-CALNAME:A calendar', 'X-WR-TIMEZONE:Europe/Paris', event(
      'DTSTART:20261124T090000Z', 'DURATION:PT30M', 'CATEGORIES:Science,Workshop', 'DESCRIPTION:First\\nsecond\\, third', 'URL:https://example.org/one', 'STATUS:CANCELLED',
    ).replace('SUMMARY:', 'SUMMARY;LANGUAGE=fr:')));
    expect(read).toMatchObject({ title: 'A calendar', zone: 'Europe/Paris', rooms: [{ name: 'Hall' }], tracks: [{ name: 'Science' }] });
    expect(read.sessions).toEqual([expect.objectContaining({
      key: 'uid:one@example.org', track: 'Science', kind: 'workshop', description: 'First\nsecond, third', url: 'https://example.org/one', language: 'fr', cancelled: true,
    })]);
  });

  it('expands what recurs, with its exceptions', () => {
    const read = readFile(calendar(
      event('DTSTART;TZID=Europe/Berlin:20261024T100000', 'DURATION:PT30M', 'RRULE:FREQ=DAILY;COUNT=4', 'EXDATE;TZID=Europe/Berlin:20261026T100000'),
      event('RECURRENCE-ID;TZID=Europe/Berlin:20261025T100000', 'DTSTART;TZID=Europe/Berlin:20261025T150000', 'DURATION:PT45M').replace('SUMMARY:One', 'SUMMARY:Moved'),
    ));
    expect(read.sessions.map(({ title, start, minutes, key }) => [title, when(start), minutes, key.split('\n')[1]])).toEqual([
      ['One', '2026-10-24T10:00:00 Europe/Berlin', 30, '2026-10-24T10:00:00'],
      ['Moved', '2026-10-25T15:00:00 Europe/Berlin', 45, '2026-10-25T10:00:00'],
      ['One', '2026-10-27T10:00:00 Europe/Berlin', 30, '2026-10-27T10:00:00'],
    ]);
  });

  it.each<[name: string, rule: string, sessions: number, item: object]>([
    ['without an end', 'RRULE:FREQ=DAILY', 1, { severity: 'mended', code: 'recurrence-endless' }],
    ['too often', 'RRULE:FREQ=MINUTELY;COUNT=5000', 1_000, { severity: 'refused', code: 'recurrence-cut' }],
  ])('is bounded when an entry recurs %s', (_name, rule, sessions, item) => {
    const read = readFile(calendar(event('DTSTART:20261124T090000Z', 'DURATION:PT1M', rule)));
    expect(read.sessions).toHaveLength(sessions);
    expect(read.items).toContainEqual(expect.objectContaining(item));
  });

  it('reports a zone that nobody knows, an entry without a start, and one without a place', () => {
    const read = readFile(calendar(event('DTSTART;TZID=Mars/Olympus:20261124T100000', 'DURATION:PT30M').replace('LOCATION:Hall\r\n', ''), event()));
    expect(read.sessions).toEqual([expect.objectContaining({ room: 'Unplaced', start: { at: 'wall', text: '2026-11-24T10:00:00', zone: null } })]);
    expect(read.items.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['mended zone-unknown', 'mended room-missing', 'refused no-time']);
    expect(read.refused).toBe(1);
  });

  it('is refused with the line where it is none', () => {
    expect(() => readFile(Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nnonsense\r\nEND:VCALENDAR'))).toThrow(ImportRefused);
    expect(() => readFile(Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nnonsense\r\nEND:VCALENDAR'))).toThrow(/^line 3: /);
    expect(() => readFile(Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'))).toThrow(ImportRefused);
  });
});
