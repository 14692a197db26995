import { at, ABoard } from '../model/a-board.js';
import { indexBoard } from '../model/board-index.js';
import { followers } from '../model/carried-along.js';
import { layoutBoard } from '../model/layout-board.js';
import { type Carried } from './carry-store.js';
import { dropOf } from './drop.js';
import { directionOf, stepOfKey } from './keys.js';
import { movedTo, resizedTo, stepTarget } from './step-target.js';

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
  ] as const)('goes %s', (step, wanted) => {
    expect(stepTarget(here, step, rooms, 5)).toEqual(wanted);
  });

  it('never becomes shorter than one step', () => {
    expect(stepTarget({ ...here, end: at('09:05') }, 'shorter', rooms, 5).end).toBe(at('09:05'));
    expect(resizedTo(here, at('08:00'), 15, 'UTC').end).toBe(at('09:15'));
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

it('Shift moves the end, and nothing across time', () => {
  expect(stepOfKey('ArrowRight', true, 'across', false)).toBe('longer');
  expect(stepOfKey('ArrowDown', true, 'across', false)).toBeNull();
});

describe('followers', () => {
  it('go as far in time, and to the same room where all came from one', () => {
    const target = { roomId: 'Studio', start: at('11:00'), end: at('12:00') };
    expect(followers(here, target, [entry('waves')]).map(({ to }) => to)).toEqual([{ roomId: 'Studio', start: at('12:00'), end: at('12:30') }]);
    expect(followers(here, target, [entry('waves'), entry('dunes')]).map(({ to }) => to.roomId)).toEqual(['Hall', 'Studio']);
  });
});

describe('dropOf', () => {
  const carried: Carried = { by: 'pointer', act: 'move', lead: entry('tides'), alongside: [], seen: new Map(), target: { roomId: 'Studio', start: at('11:00'), end: at('12:00') }, findings: [] };
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

  it('takes sessions out over the tray', () => {
    expect(dropOf({ ...carried, alongside: [entry('waves')], target: 'tray' }, null)).toEqual({
      drop: 'edit', what: 'unschedule', set: [{ sessionId: 'tides', to: null }, { sessionId: 'waves', to: null }],
    });
  });

  it.each([['nowhere', null], ['where it came from', entry('tides').at]] as const)('is nothing %s', (_name, target) => {
    expect(dropOf({ ...carried, target }, null)).toEqual({ drop: 'nothing' });
  });
});
