import { at, ABoard } from '../model/a-board.js';
import { indexBoard } from '../model/board-index.js';
import { followers } from '../model/carried-along.js';
import { layoutBoard } from '../model/layout-board.js';
import { type Carried, CarryStore } from './carry-store.js';
import { dropOf } from './drop.js';
import { directionOf, stepOfKey } from './keys.js';
import { movedTo, resizedTo, startedAt, stepTarget } from './step-target.js';

const index = indexBoard(
  new ABoard().withCity('Lyon', ['Hall', 'Studio'])
    .withSession('tides', { room: 'Hall', from: '09:00', to: '10:00' }).withSession('waves', { room: 'Hall', from: '10:00', to: '10:30' })
    .withSession('dunes', { room: 'Studio', from: '09:00', to: '09:30' }).withSession('stars', null).build(),
);
const { rooms } = layoutBoard(index.places, index.byRoom, new Set(), { header: 30, lane: 40, padding: 4 });
const entry = (title: string) => index.byId.get(title)!;
const here = { roomId: 'Hall', start: at('09:00'), end: at('10:00') };

describe('stepTarget', () => {
  it.each([
    ['later', { ...here, start: at('09:05'), end: at('10:05') }],
    ['earlier', { ...here, start: at('08:55'), end: at('09:55') }],
    ['next-room', { ...here, roomId: 'Studio' }],
    ['previous-room', here],
    ['longer', { ...here, end: at('10:05') }],
    ['shorter', { ...here, end: at('09:55') }],
    ['starts-later', { ...here, start: at('09:05') }],
    ['starts-earlier', { ...here, start: at('08:55') }],
  ] as const)('goes %s', (step, wanted) => {
    expect(stepTarget(here, step, rooms, 5)).toEqual(wanted);
  });

  it('never becomes shorter than one step', () => {
    expect(stepTarget({ ...here, end: at('09:05') }, 'shorter', rooms, 5).end).toBe(at('09:05'));
    expect(resizedTo(here, at('08:00'), 15, 'UTC').end).toBe(at('09:15'));
    expect(stepTarget({ ...here, end: at('09:05') }, 'starts-later', rooms, 5).start).toBe(at('09:00'));
    expect(startedAt(here, at('11:00'), 15, 'UTC')).toEqual({ ...here, start: at('09:45') });
  });

  it('comes onto the grid with its first step', () => {
    expect(stepTarget({ ...here, start: at('09:02'), end: at('10:02') }, 'later', rooms, 5).start).toBe(at('09:05'));
    expect(movedTo(30 * 60_000, rooms[1]!, at('11:13'), 10)).toEqual({ roomId: 'Studio', start: at('11:10'), end: at('11:40') });
  });
});

it.each([
  ['ArrowRight', 'across', false, 'later'], ['ArrowRight', 'across', true, 'earlier'], ['ArrowDown', 'across', false, 'next-room'],
  ['ArrowRight', 'down', false, 'next-room'], ['ArrowRight', 'down', true, 'previous-room'], ['ArrowDown', 'down', true, 'later'], ['Enter', 'across', false, null],
] as const)('%s with time running %s (right to left: %s) leads %s', (key, axis, rtl, wanted) => {
  expect(directionOf(key, axis, rtl)).toBe(wanted);
});

it.each([
  ['ArrowRight', true, false, 'longer'], ['ArrowLeft', true, false, 'shorter'], ['ArrowRight', true, true, 'starts-later'], ['ArrowLeft', true, true, 'starts-earlier'],
  ['ArrowDown', true, false, null], ['ArrowDown', true, true, null], ['ArrowRight', false, true, null], ['ArrowRight', false, false, 'later'],
] as const)('%s with Shift (%s) and Ctrl (%s) is %s', (key, shift, command, wanted) => {
  expect(stepOfKey({ key, shift, command }, 'across', false)).toBe(wanted);
});

describe('followers', () => {
  const target = { roomId: 'Studio', start: at('11:00'), end: at('12:00') };

  it('go as far in time and as many rooms on', () => {
    expect(followers(here, target, [entry('waves')], index.places)).toEqual([{ entry: entry('waves'), to: { roomId: 'Studio', start: at('12:00'), end: at('12:30') } }]);
    expect(followers(here, { ...target, roomId: 'Hall' }, [entry('waves'), entry('dunes')], index.places)!.map(({ to }) => to.roomId)).toEqual(['Hall', 'Studio']);
  });

  it('go nowhere where one of them would leave the last room', () => {
    expect(followers(here, target, [entry('waves'), entry('dunes')], index.places)).toBeNull();
  });
});

describe('CarryStore', () => {
  const clash = { code: 'room-overlap', severity: 'blocking', sessions: ['waves', 'dunes'], facts: { room: 'Studio', minutes: 30 } } as unknown as Carried['findings'][number];
  const storeWhere = (lastRoom: string) => new CarryStore({
    judge: (all) => (all.some(({ entry: { session }, to }) => session.id === 'waves' && to.roomId === 'Studio') ? [clash] : []),
    follow: (lead, alongside, to) => (to.roomId === lastRoom && alongside.length > 0 ? null : followers(lead.at, to, alongside, index.places)),
    seenOf: () => new Map(),
  });
  const studio = { roomId: 'Studio', start: at('09:00'), end: at('10:00') };

  it('asks the rules about all that is carried', () => {
    const store = storeWhere('nowhere');
    store.pickUp({ by: 'pointer', act: 'move', lead: entry('tides'), alongside: [entry('waves')] }, here);
    store.aim(studio);
    expect(store.read()).toMatchObject({ target: studio, beside: [{ to: { roomId: 'Studio', start: at('10:00') } }], findings: [clash] });
  });

  it.each([['pointer', null], ['keyboard', here]] as const)('by %s is at %j over a place where not all can stand', (by, wanted) => {
    const store = storeWhere('Studio');
    store.pickUp({ by, act: 'move', lead: entry('tides'), alongside: [entry('waves')] }, here);
    store.aim(studio);
    expect(store.read()?.target).toEqual(wanted);
    expect(store.findingsAt({ lead: entry('tides'), alongside: [entry('waves')] }, studio)).toBeNull();
  });
});

describe('dropOf', () => {
  const carried: Carried = { by: 'pointer', act: 'move', lead: entry('tides'), alongside: [], seen: new Map(), target: { roomId: 'Studio', start: at('11:00'), end: at('12:00') }, beside: [], findings: [] };
  const clash = { code: 'room-overlap', severity: 'blocking', sessions: ['tides', 'dunes'], facts: { room: 'Studio', minutes: 30 } } as unknown as Carried['findings'][number];

  it('is an edit where nothing is in the way', () => {
    expect(dropOf(carried, null)).toEqual({
      drop: 'edit', what: 'move',
      set: [{ sessionId: 'tides', to: { roomId: 'Studio', startsAt: '2026-11-24T11:00:00.000Z', endsAt: '2026-11-24T12:00:00.000Z', anchor: 'floating', cancelled: false, waiver: null } }],
    });
  });

  it('is refused where a rule is broken, and an edit with the reason once it is waived', () => {
    expect(dropOf({ ...carried, findings: [clash] }, null)).toMatchObject({ drop: 'refused' });
    expect(dropOf({ ...carried, findings: [clash] }, 'one room for both')).toMatchObject({ drop: 'edit', set: [{ to: { waiver: 'one room for both' } }] });
  });

  it('is one edit of all that are carried, each waived where the reason is about it', () => {
    const beside = [{ entry: entry('waves'), to: { roomId: 'Studio', start: at('12:00'), end: at('12:30') } }];
    expect(dropOf({ ...carried, alongside: [entry('waves')], beside, findings: [clash] }, 'one room for both')).toMatchObject({
      drop: 'edit', what: 'bulk', set: [{ sessionId: 'tides', to: { waiver: 'one room for both' } }, { sessionId: 'waves', to: { startsAt: '2026-11-24T12:00:00.000Z', waiver: null } }],
    });
  });

  it('takes sessions out over the tray', () => {
    expect(dropOf({ ...carried, alongside: [entry('waves')], target: 'tray' }, null)).toEqual({
      drop: 'edit', what: 'unschedule', set: [{ sessionId: 'tides', to: null }, { sessionId: 'waves', to: null }],
    });
  });

  it.each([['nowhere', null], ['where it came from', entry('tides').at]] as const)('is nothing %s', (_name, target) => {
    expect(dropOf({ ...carried, target }, null)).toEqual({ drop: 'nothing' });
  });
});
