import { ABoard, aSlot } from '../model/a-board.js';
import { indexBoard } from '../model/board-index.js';
import { shiftedBy, shiftedDays, toRoom } from './bulk-changes.js';
import { readRow, RoomNames, rowOf } from './read-rows.js';

const index = indexBoard(
  new ABoard().withCity('Lyon', ['Hall', 'Studio'], { zone: 'Europe/Paris' }).withCity('Oslo', ['Dome'], { zone: 'Europe/Oslo' })
    .withSession('tides', { room: 'Hall', from: '09:00', to: '09:45' }).withSession('stars', null).build(),
);
const names = new RoomNames(index.places);
const tides = index.byId.get('tides')!;
const stars = index.byId.get('stars')!;

describe('a row of the table', () => {
  it('says where a session stands, on its city’s clock, and is read as the same', () => {
    const row = rowOf(tides, index, names);
    expect(row).toEqual({ room: 'Hall', start: '2026-11-24 10:00', minutes: '45' });
    expect(readRow(row, tides, names)).toEqual({ to: tides.session.slot, problems: {} });
  });

  it('without room and time is a session that is not scheduled', () => {
    expect(rowOf(stars, index, names)).toEqual({ room: '', start: '', minutes: '30' });
    expect(readRow({ room: ' ', start: '', minutes: '30' }, tides, names)).toEqual({ to: null, problems: {} });
  });

  it.each([
    ['a room of another spelling', { room: 'HÁLL', start: '2026-11-24 11:00', minutes: '30' }, aSlot('Hall', '10:00', '10:30')],
    ['a room with its city', { room: 'Dome, Oslo', start: '2026-11-24T11:00', minutes: '30' }, aSlot('Dome', '10:00', '10:30')],
    ['Persian digits', { room: 'Studio', start: '۲۰۲۶-۱۱-۲۴ ۱۱:۰۰', minutes: '۳۰' }, aSlot('Studio', '10:00', '10:30')],
  ])('is read with %s', (_name, row, to) => {
    expect(readRow(row, stars, names)).toEqual({ to, problems: {} });
  });

  it.each([
    ['an unknown room', { room: 'Barn', start: '2026-11-24 11:00', minutes: '30' }, { room: 'unknown' }],
    ['no time', { room: 'Hall', start: '', minutes: '30' }, { start: 'missing' }],
    ['no room', { room: '', start: '2026-11-24 11:00', minutes: '30' }, { room: 'missing' }],
    ['a time that is none', { room: 'Hall', start: 'noon', minutes: '30' }, { start: 'wrong' }],
    ['a length that is none', { room: 'Hall', start: '2026-11-24 11:00', minutes: '0' }, { minutes: 'wrong' }],
  ] as const)('names the cell with %s', (_name, row, problems) => {
    expect(readRow(row, stars, names)).toEqual({ to: undefined, problems });
  });

  it('names a room that two cities have', () => {
    const two = indexBoard(new ABoard().withCity('Lyon', ['Hall']).withSession('stars', null).build());
    const both = new RoomNames([...two.places, { ...two.places[0]!, city: { ...two.places[0]!.city, name: 'Oslo' } }]);
    expect(readRow({ room: 'Hall', start: '2026-11-24 11:00', minutes: '30' }, stars, both).problems).toEqual({ room: 'ambiguous' });
  });
});

describe('what is done to many', () => {
  it('shifts, moves rooms, and moves days at the same hour of the clock', () => {
    expect(shiftedBy([tides, stars], -15)).toEqual([{ sessionId: 'tides', to: aSlot('Hall', '08:45', '09:30') }]);
    expect(toRoom([tides], 'Studio')).toEqual([{ sessionId: 'tides', to: aSlot('Studio', '09:00', '09:45') }]);
    expect(shiftedDays([tides], 1, index)).toEqual([{ sessionId: 'tides', to: aSlot('Hall', '33:00', '33:45') }]);
  });
});
