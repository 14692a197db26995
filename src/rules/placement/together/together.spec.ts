import { instant, Plan } from '../../../../test/support/placement/a-plan.js';
import type { TrackId } from '../../../contract/ids.js';

/** Each rule's property is in check-placement.spec.ts; here is what each means. */
const overlapInHall = (minutes: number, severity = 'blocking'): object => ({ code: 'room-overlap', severity, sessions: ['a', 'b'], facts: { room: 'hall', minutes } });

describe('room-overlap', () => {
  it.each<[name: string, plan: Plan, found: object[]]>([
    ['partial', new Plan().with('a', { at: 'hall', from: '09:00', to: '10:00' }).with('b', { at: 'hall', from: '09:45', to: '11:00' }), [overlapInHall(15)]],
    ['one after the other', new Plan().with('a', { at: 'hall', from: '09:00', to: '10:00' }).with('b', { at: 'hall', from: '10:00', to: '11:00' }), []],
    ['over midnight', new Plan().with('a', { at: 'hall', from: '23:30', to: '+1 00:30' }).with('b', { at: 'hall', from: '+1 00:00', to: '+1 01:00' }), [overlapInHall(30)]],
    ['changeover', new Plan({ rooms: { hall: { changeoverMinutes: 10 } } }).with('a', { at: 'hall', from: '09:00', to: '10:00' }).with('b', { at: 'hall', from: '10:05', to: '11:00' }), [overlapInHall(5)]],
    ['a shared room', new Plan({ rooms: { hall: { shared: true } } }).with('a', { at: 'hall', from: '09:00', to: '10:00' }).with('b', { at: 'hall', from: '09:00', to: '10:00' }), []],
    ['one is cancelled', new Plan().with('a', { at: 'hall', from: '09:00', to: '10:00', cancelled: true }).with('b', { at: 'hall', from: '09:00', to: '10:00' }), []],
    ['one is waived', new Plan().with('a', { at: 'hall', from: '09:00', to: '10:00' }).with('b', { at: 'hall', from: '09:00', to: '10:00', waived: true }), [overlapInHall(60, 'waived')]],
  ])('%s', (_name, plan, found) => {
    expect(plan.findings('room-overlap')).toEqual(found);
  });
});

describe('speaker-overlap', () => {
  const ada = { code: 'speaker-overlap', severity: 'blocking', sessions: ['a', 'b'], facts: { speaker: 'ada', minutes: 30 } };
  it.each<[name: string, a: string, b: string, found: object[]]>([
    ['on site in both', 'ada', 'ada', [ada]], ['remote in one: nobody speaks twice at once', 'ada', '~ada', [ada]], ['two people', 'ada', 'bob', []],
  ])('%s', (_name, a, b, found) => {
    const plan = new Plan().with('a', { at: 'hall', from: '09:00', to: '10:00', cast: [a] }).with('b', { at: 'salon', from: '09:30', to: '10:30', cast: [b] });
    expect(plan.findings('speaker-overlap')).toEqual(found);
  });

  it('holds for an interpreter, and for whoever has two roles in one session once', () => {
    const plan = new Plan().with('a', { at: 'hall', from: '09:00', to: '10:00', cast: ['ada'], interprets: { ada: 'fr' } }).with('b', { at: 'salon', from: '09:30', to: '10:30', interprets: { ada: 'fr' } });
    expect(plan.findings('speaker-overlap')).toEqual([ada]);
  });
});

describe('travel-time', () => {
  const way = (severity: string, from: string, to: string, gapMinutes: number, neededMinutes: number, basis: string): object =>
    ({ code: 'travel-time', severity, sessions: ['a', 'b'], facts: { speaker: 'ada', from, to, gapMinutes, neededMinutes, basis } });
  const own = (minutes: number): ConstructorParameters<typeof Plan>[0] => ({ travelMinutes: new Map([['dock palace', minutes]]) });
  it.each<[name: string, given: ConstructorParameters<typeof Plan>[0], a: [at: string, who: string], b: [at: string, from: string, who: string], found: object[]]>([
    ['too short between cities', {}, ['hall', 'ada'], ['pier', '14:25', 'ada'], [way('blocking', 'palace', 'dock', 265, 266, 'distance')]],
    ['just long enough', {}, ['hall', 'ada'], ['pier', '14:26', 'ada'], []],
    ['the organizer knows better', own(120), ['hall', 'ada'], ['pier', '12:00', 'ada'], []],
    ['the organizer knows worse', own(300), ['hall', 'ada'], ['pier', '14:30', 'ada'], [way('blocking', 'palace', 'dock', 270, 300, 'organizer')]],
    ['inside one city', {}, ['hall', 'ada'], ['attic', '10:10', 'ada'], [way('warning', 'palace', 'annex', 10, 30, 'same-city')]],
    ['next door in one venue', {}, ['hall', 'ada'], ['salon', '10:00', 'ada'], []],
    ['where nobody knows how far', {}, ['hall', 'ada'], ['loft', '10:10', 'ada'], [way('warning', 'palace', 'barn', 10, 30, 'unknown-position')]],
    ['remote there', {}, ['hall', 'ada'], ['pier', '10:00', '~ada'], []],
    ['remote before', {}, ['hall', '~ada'], ['pier', '10:00', 'ada'], []],
    ['at once is an overlap instead', {}, ['hall', 'ada'], ['pier', '09:30', 'ada'], []],
  ])('%s', (_name, given, [at, who], [place, from, whom], found) => {
    const plan = new Plan(given).with('a', { at, from: '09:00', to: '10:00', cast: [who] }).with('b', { at: place, from, to: '18:00', cast: [whom] });
    expect(plan.findings('travel-time')).toEqual(found);
  });

  it('looks past a remote appearance between the two', () => {
    const plan = new Plan().with('a', { at: 'hall', from: '09:00', to: '10:00', cast: ['ada'] }).with('b', { at: 'pier', from: '12:00', to: '13:00', cast: ['ada'] })
      .with('c', { at: 'salon', from: '10:30', to: '11:00', cast: ['~ada'] });
    expect(plan.findings('travel-time')).toEqual([way('blocking', 'palace', 'dock', 120, 266, 'distance')]);
  });
});

describe('uplink-overbooked', () => {
  const sent = (at: string, from: string, to: string, sentBy: 'internet' | 'satellite' = 'internet') => ({ at, from, to, sentBy });
  const facts = (at: string, stages: number, most: number, by = 'uplinks'): object => ({ venue: 'palace', at: instant(at), stages, most, by });

  it('finds the stage that is one too many, at the moment when it starts', () => {
    const plan = new Plan().with('a', sent('hall', '09:00', '10:00')).with('b', sent('salon', '09:30', '10:30')).with('c', sent('hall', '10:30', '11:00'));
    expect(plan.findings('uplink-overbooked')).toEqual([{ code: 'uplink-overbooked', severity: 'blocking', sessions: ['a', 'b'], facts: facts('09:30', 2, 1) }]);
  });

  it('counts what is sent, and one picture of a shared room', () => {
    const plan = new Plan({ rooms: { hall: { shared: true } } }).with('a', sent('hall', '09:00', '10:00')).with('b', sent('hall', '09:30', '10:30')).with('c', { at: 'salon', from: '09:00', to: '10:00' });
    expect(plan.findings('uplink-overbooked')).toEqual([]);
  });

  it('knows that one satellite carries one stage, though there is a line besides', () => {
    const satelliteWindows = [{ uplinkId: 'sat' as never, startsAt: instant('08:00'), endsAt: instant('12:00') }];
    const given = { venues: { palace: { uplinks: 2, satelliteWindows } } };
    const plan = new Plan(given).with('a', sent('hall', '09:00', '10:00', 'satellite')).with('b', sent('salon', '09:30', '10:30', 'satellite'));
    expect(plan.findings('uplink-overbooked')).toEqual([{ code: 'uplink-overbooked', severity: 'blocking', sessions: ['a', 'b'], facts: facts('09:30', 2, 1, 'satellite') }]);
    expect(new Plan(given).with('a', sent('hall', '09:00', '10:00', 'satellite')).with('b', sent('salon', '09:30', '10:30')).findings('uplink-overbooked')).toEqual([]);
  });

  it('finds even one where a venue has no way out', () => {
    expect(new Plan({ venues: { palace: { uplinks: 0 } } }).with('a', sent('hall', '09:00', '10:00')).findings('uplink-overbooked'))
      .toEqual([{ code: 'uplink-overbooked', severity: 'blocking', sessions: ['a'], facts: facts('09:00', 1, 0) }]);
  });
});

describe('parallel-track', () => {
  it.each<[name: string, at: string, trackId: string | null, found: boolean]>([
    ['in one city', 'attic', 'sky', true], ['another track', 'attic', 'sea', false], ['no track', 'attic', null, false], ['another city', 'pier', 'sky', false],
  ])('%s', (_name, at, trackId, found) => {
    const plan = new Plan().with('a', { at: 'hall', from: '09:00', to: '10:00', trackId: 'sky' as TrackId }).with('b', { at, from: '09:40', to: '10:40', trackId: trackId as TrackId | null });
    const facts = { track: 'sky', city: 'paris', minutes: 20 };
    expect(plan.findings('parallel-track')).toEqual(found ? [{ code: 'parallel-track', severity: 'warning', sessions: ['a', 'b'], facts }] : []);
  });
});

it('keeps what one venue sends apart from what another does', () => {
  const plan = new Plan().with('a', { at: 'hall', from: '09:00', to: '10:00', sentBy: 'internet' }).with('b', { at: 'attic', from: '09:00', to: '10:00', sentBy: 'internet' });
  expect(plan.findings('uplink-overbooked')).toEqual([]);
});
