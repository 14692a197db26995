import { at, ABoard } from '../model/a-board.js';
import { indexBoard } from '../model/board-index.js';
import { layoutBoard } from '../model/layout-board.js';
import type { PlaneFrame } from '../plane/plane-frame.js';
import { sessionsBetween, sessionsIn } from './sessions-in.js';

const index = indexBoard(
  new ABoard().withCity('Lyon', ['Hall', 'Studio']).withCity('Oslo', ['Dome'])
    .withSession('tides', { room: 'Hall', from: '09:00', to: '10:00' }).withSession('waves', { room: 'Hall', from: '10:00', to: '10:30' })
    .withSession('dunes', { room: 'Studio', from: '09:00', to: '09:30' }).withSession('beside', { room: 'Studio', from: '09:00', to: '09:30' })
    .withSession('fjords', { room: 'Dome', from: '12:00', to: '12:30' }).build(),
);
const sizes = { header: 30, lane: 40, padding: 4 };
/** An hour is 100 pixels, from midnight on; Hall stands at 30 to 74, Studio with its two lanes at 74 to 158, Dome at 188 to 232. */
const frame: PlaneFrame = {
  axis: 'across', line: { from: at('00:00'), to: at('24:00'), hour: 100 }, heads: { rooms: 0, hours: 0 }, sizes, layout: layoutBoard(index.places, index.byRoom, new Set(), sizes),
};

describe('sessionsIn', () => {
  it.each([
    ['all that it touches', [950, 1_210], [40, 200], ['tides', 'waves', 'fjords']],
    ['whichever way it is drawn', [1_210, 950], [200, 40], ['tides', 'waves', 'fjords']],
    ['a room’s time', [990, 1_010], [40, 50], ['tides', 'waves']],
    ['one of two beside each other', [900, 940], [90, 100], ['beside']],
    ['nothing between', [1_100, 1_150], [0, 240], []],
    ['nothing on a city’s own line', [900, 1_300], [160, 186], []],
  ] as const)('finds %s', (_name, time, across, wanted) => {
    expect(sessionsIn(frame, { time, across })).toEqual(wanted);
  });

  it('finds nothing in a city that is closed', () => {
    const closed = { ...frame, layout: layoutBoard(index.places, index.byRoom, new Set(['Lyon']), sizes) };
    expect(sessionsIn(closed, { time: [0, 2_400], across: [0, 500] })).toEqual(['fjords']);
  });
});

it('finds what stands between two sessions, in time and in rooms', () => {
  const slot = (title: string) => index.byId.get(title)!.at!;
  expect(sessionsBetween(frame, slot('tides'), slot('dunes'))).toEqual(['tides', 'beside', 'dunes']);
  expect(sessionsBetween(frame, slot('dunes'), slot('waves'))).toEqual(['tides', 'waves', 'beside', 'dunes']);
  expect(sessionsBetween(frame, slot('fjords'), slot('tides'))).toEqual(['tides', 'waves', 'beside', 'dunes', 'fjords']);
});
