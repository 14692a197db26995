import { Plan, span, type PlannedSession } from '../../../../test/support/placement/a-plan.js';
import type { CityId, UplinkId } from '../../../contract/ids.js';
import type { FindingCode, Severity } from '../../finding.js';
import type { Window } from '../../availability.js';

/** Each rule's property is in check-placement.spec.ts; here is what each means. */
type Given = ConstructorParameters<typeof Plan>[0];

function found(code: FindingCode, severity: Severity, given: Given, session: PlannedSession): object[] {
  return new Plan(given).with('a', session).findings(code).map(({ sessions, facts, ...finding }) => {
    expect([sessions, finding]).toEqual([['a'], { code, severity }]);
    return facts;
  });
}

const MORNING = span('09:00', '12:00');
const AFTERNOON = span('12:00', '17:00');

it.each<[name: string, from: string, to: string, available: Window[] | null, nearest: Window | null | 'available']>([
  ['within', '09:00', '10:00', [MORNING], 'available'],
  ['over the end', '11:30', '12:30', [MORNING], MORNING],
  ['over two windows that abut', '11:30', '12:30', [MORNING, AFTERNOON], 'available'],
  ['before all of them', '08:00', '08:30', [span('14:00', '15:00'), MORNING], MORNING],
  ['they gave none', '09:00', '10:00', [], null],
  ['they have not said', '09:00', '10:00', null, 'available'],
])('speaker-unavailable: %s', (_name, from, to, available, nearest) => {
  const facts = found('speaker-unavailable', 'blocking', { speakers: { ada: { available } } }, { at: 'hall', from, to, cast: ['~ada'] });
  expect(facts).toEqual(nearest === 'available' ? [] : [{ speaker: 'ada', nearest }]);
});

it.each<[name: string, from: string, to: string, open: Window[] | null, closed: boolean]>([
  ['while open', '09:00', '12:00', [MORNING], false],
  ['a minute too long', '09:00', '12:01', [MORNING], true],
  ['over a midnight that is open', '23:00', '+1 01:00', [span('20:00', '+1 00:00'), span('+1 00:00', '+1 02:00')], false],
  ['always open', '03:00', '04:00', null, false],
])('room-closed: %s', (_name, from, to, open, closed) => {
  const nearest = open?.[0] ?? null;
  expect(found('room-closed', 'blocking', { rooms: { hall: { open } } }, { at: 'hall', from, to })).toEqual(closed ? [{ room: 'hall', nearest }] : []);
});

const window = (uplink: string, from: string, to: string) => ({ uplinkId: uplink as UplinkId, ...span(from, to) });
it.each<[name: string, windows: ReturnType<typeof window>[], inside: boolean]>([
  ['inside, margins too', [window('sat', '08:50', '10:10')], true],
  ['the margin is not', [window('sat', '08:55', '10:10')], false],
  ['over two bookings that abut', [window('sat', '08:00', '09:30'), window('sat', '09:30', '11:00')], true],
  ['over two bookings with a gap', [window('sat', '08:00', '09:29'), window('sat', '09:30', '11:00')], false],
  ['over bookings of two uplinks', [window('sat', '08:00', '09:30'), window('other', '09:30', '11:00')], false],
  ['no booking', [], false],
])('outside-satellite-window: %s', (_name, satelliteWindows, inside) => {
  const given = { satelliteMarginMinutes: 10, venues: { palace: { satelliteWindows } } };
  const facts = found('outside-satellite-window', 'blocking', given, { at: 'hall', from: '09:00', to: '10:00', sentBy: 'satellite' });
  expect(facts.map((fact) => ({ ...fact, nearest: undefined }))).toEqual(inside ? [] : [{ venue: 'palace', marginMinutes: 10, nearest: undefined }]);
  expect(found('outside-satellite-window', 'blocking', given, { at: 'hall', from: '09:00', to: '10:00', sentBy: 'internet' })).toEqual([]);
});

it('outside-satellite-window: names the booked window that is nearest, and may be waived', () => {
  const given = { venues: { palace: { satelliteWindows: [window('sat', '05:00', '06:00'), window('sat', '09:30', '11:00')] } } };
  const facts = found('outside-satellite-window', 'waived', given, { at: 'hall', from: '09:00', to: '10:00', sentBy: 'satellite', waived: true });
  expect(facts).toEqual([{ venue: 'palace', marginMinutes: 0, nearest: span('09:30', '11:00') }]);
});

it.each<[capacity: number | null, expectedPeople: number | null, over: boolean]>([[100, 100, false], [100, 101, true], [null, 101, false], [100, null, false]])(
  'over-capacity: a room for %s, %s expected', (capacity, expectedPeople, over) => {
    const facts = found('over-capacity', 'warning', { rooms: { hall: { capacity } } }, { at: 'hall', from: '09:00', to: '10:00', expectedPeople });
    expect(facts).toEqual(over ? [{ room: 'hall', people: expectedPeople, capacity }] : []);
  });

it.each<[needs: string[], missing: string[]]>([[[], []], [['Projector'], []], [['piano', 'projector', 'Booth'], ['piano', 'Booth']]])('equipment-missing: needs %j', (needsEquipment, missing) => {
  const facts = found('equipment-missing', 'warning', { rooms: { hall: { equipment: ['projector'] } } }, { at: 'hall', from: '09:00', to: '10:00', needsEquipment });
  expect(facts).toEqual(missing.length === 0 ? [] : [{ room: 'hall', missing }]);
});

it.each<[name: string, session: Partial<PlannedSession>, languages: string[]]>([
  ['held in one of three', { language: 'en-GB' }, ['fa', 'zh-Hant']],
  ['interpreted', { language: 'en', interprets: { ada: 'fa' } }, ['zh-Hant']],
  ['in another script', { language: 'zh-Hans', interprets: { ada: 'fa', bob: 'en' } }, ['zh-Hant']],
  ['a break', { language: 'en', kind: 'break' }, []],
  ['of unknown language', { language: null }, []],
  ['for those in the room only', { language: 'en', sentBy: null }, []],
])('language-uncovered: %s', (_name, session, languages) => {
  const facts = found('language-uncovered', 'warning', { languages: ['en', 'fa', 'zh-Hant'] }, { at: 'hall', from: '09:00', to: '10:00', sentBy: 'internet', ...session });
  expect(facts).toEqual(languages.length === 0 ? [] : [{ languages }]);
});

// it is two hours later in Paris than in UTC, one in London, three and a half in Tehran, four less in New York
const AUDIENCES = [
  { zone: 'Europe/Paris', cityId: 'paris' as CityId, people: 300 }, { zone: 'Asia/Tehran', cityId: null, people: 60 }, { zone: 'America/New_York', cityId: null, people: 40 },
];
it.each<[name: string, from: string, to: string, session: Partial<PlannedSession>, facts: object | null]>([
  ['by day everywhere', '12:00', '13:00', { cast: ['ada', '~cyd'], sentBy: 'internet' }, null],
  ['until 23:00', '20:00', '21:00', { cast: ['ada'] }, null],
  ['past 23:00 in the city: who is on site there, and all who came', '20:00', '21:01', { cast: ['ada'] }, { speakers: ['ada'], city: { id: 'paris', people: 300 }, elsewhere: 0, people: 301 }],
  ['for who is remote the hour at home', '04:00', '05:00', { at: 'pier', cast: ['~eve'] }, { speakers: ['eve'], city: { id: 'london', people: 0 }, elsewhere: 0, people: 1 }],
  ['at a good hour in the city, at night for a remote speaker', '09:00', '10:00', { cast: ['ada', '~eve'] }, { speakers: ['eve'], city: null, elsewhere: 0, people: 1 }],
  ['who has not said where they are', '09:00', '10:00', { cast: ['~dan'] }, null],
  ['most of those elsewhere', '20:00', '21:00', { sentBy: 'internet' }, { speakers: [], city: null, elsewhere: 60, people: 60 }],
  ['fewer than half of those elsewhere', '09:00', '10:00', { sentBy: 'internet' }, null],
  ['nobody elsewhere, where it is not sent', '20:00', '21:00', {}, null],
])('unfriendly-hour: %s', (_name, from, to, session, facts) => {
  const speakers = { ada: { zone: 'America/New_York' }, cyd: { zone: 'Asia/Tehran' }, eve: { zone: 'America/New_York' } };
  expect(found('unfriendly-hour', 'warning', { audiences: AUDIENCES, speakers }, { at: 'hall', from, to, ...session })).toEqual(facts === null ? [] : [facts]);
});

it('says nothing of a cancelled session', () => {
  expect(found('room-closed', 'blocking', { rooms: { hall: { open: [] } } }, { at: 'hall', from: '09:00', to: '10:00', cancelled: true })).toEqual([]);
});
