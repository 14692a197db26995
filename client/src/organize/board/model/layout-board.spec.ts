import { ABoard } from './a-board.js';
import { indexBoard } from './board-index.js';
import { layoutBoard, roomAtPixel } from './layout-board.js';

const board = new ABoard().withCity('Lyon', ['Hall', 'Studio']).withCity('Oslo', ['Dome'])
  .withSession('tides', { room: 'Hall', from: '09:00', to: '10:00' }).withSession('waves', { room: 'Hall', from: '09:30', to: '10:30' })
  .withSession('fjords', { room: 'Dome', from: '09:00', to: '10:00' }).build();
const sizes = { header: 30, lane: 40, padding: 4 };
const { places, byRoom } = indexBoard(board);

describe('layoutBoard', () => {
  const layout = layoutBoard(places, byRoom, new Set(), sizes);

  it('gives a room a lane for each session that it holds at once', () => {
    expect(layout.rooms.map(({ place, at, size, lanes, index }) => [place.room.name, at, size, lanes, index])).toEqual([
      ['Hall', 30, 84, 2, 0], ['Studio', 114, 44, 1, 1], ['Dome', 30, 44, 1, 2],
    ]);
    expect(layout.cities.map(({ city, at, size, sessions }) => [city.name, at, size, sessions])).toEqual([['Lyon', 0, 158, 2], ['Oslo', 158, 74, 1]]);
    expect(layout.size).toBe(232);
  });

  it('closes a city to its own line and still counts what stands in it', () => {
    const closed = layoutBoard(places, byRoom, new Set(['Lyon']), sizes);
    expect(closed.cities.map(({ size, sessions, collapsed }) => [size, sessions, collapsed])).toEqual([[30, 2, true], [74, 1, false]]);
    expect(closed.rooms.map(({ place }) => place.room.name)).toEqual(['Dome']);
  });

  it('leaves a room as it was where nothing of it changed', () => {
    const moved = board.sessions.map((session) => (session.title === 'fjords' ? { ...session, slot: null } : session));
    const next = indexBoard({ ...board, sessions: moved }, indexBoard(board));
    const again = layoutBoard(next.places, next.byRoom, new Set(), sizes, layout);
    expect(again.rooms[1]).toEqual(layout.rooms[1]);
    expect(next.byRoom.get('Dome')).toEqual([]);
  });

  it.each<[string, number, string | null]>([
    ['in a room', 60, 'Hall'], ['in the next', 115, 'Studio'], ['on a city’s line', 10, null], ['in another city', 190, 'Dome'], ['outside', 500, null],
  ])('finds the room %s', (_name, pixel, wanted) => {
    expect(roomAtPixel(layout, pixel)?.place.room.name ?? null).toBe(wanted);
  });
});

describe('indexBoard', () => {
  it('keeps the lists of rooms that an edit did not touch', () => {
    const first = indexBoard(board);
    const second = indexBoard({ ...board, sessions: board.sessions.map((session) => (session.title === 'fjords' ? { ...session, slot: null } : session)) }, first);
    expect(second.byRoom.get('Hall')).toBe(first.byRoom.get('Hall'));
    expect(second.tray.map(({ session }) => session.title)).toEqual(['fjords']);
  });
});
