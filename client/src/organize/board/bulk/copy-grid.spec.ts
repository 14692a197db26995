import { ABoard } from '../model/a-board.js';
import { indexBoard } from '../model/board-index.js';
import { copyGrid, gridOf } from './copy-grid.js';

const board = () => new ABoard()
  .withCity('Lyon', ['Hall', 'Studio'], { zone: 'Europe/Paris' }).withCity('Oslo', ['Dome'], { zone: 'Europe/Oslo' })
  .withSession('opening', { room: 'Hall', from: '09:00', to: '10:00' }).withSession('waves', { room: 'Studio', from: '09:00', to: '09:30' })
  .withSession('fjords', { room: 'Dome', from: '12:00', to: '12:45' });
const anywhere = (): boolean => true;
const copied = (builder: ABoard, mayMoveIn: (cityId: string) => boolean = anywhere) => {
  const index = indexBoard(builder.build());
  const { set, empty, left } = copyGrid('2026-11-24', '2026-11-25', index.tray, index, mayMoveIn);
  return {
    set: set.map(({ sessionId, to }) => `${sessionId}: ${to!.roomId} ${to!.startsAt.slice(0, 16)} to ${to!.endsAt.slice(11, 16)}`),
    empty: empty.map(({ roomId, start }) => `${roomId} ${new Date(start).toISOString().slice(0, 16)}`), left: left.map(({ session }) => session.title),
  };
};

it('puts sessions into the rooms, hours and lengths of the other day, each where its own length is nearest', () => {
  expect(copied(board().withSession('a', null, { minutes: 30 }).withSession('b', null, { minutes: 60 }).withSession('c', null, { minutes: 30 }))).toEqual({
    set: ['b: Hall 2026-11-25T09:00 to 10:00', 'a: Studio 2026-11-25T09:00 to 09:30', 'c: Dome 2026-11-25T12:00 to 12:45'], empty: [], left: [],
  });
});

it('places equal sessions in the order in which they are given, and says what stays empty or is left', () => {
  expect(copied(board().withSession('a', null).withSession('b', null))).toEqual({
    set: ['a: Hall 2026-11-25T09:00 to 10:00', 'b: Studio 2026-11-25T09:00 to 09:30'], empty: ['Dome 2026-11-25T12:00'], left: [],
  });
  expect(copied(board().withSession('a', null).withSession('b', null), (cityId) => cityId === 'Oslo')).toEqual({ set: ['a: Dome 2026-11-25T12:00 to 12:45'], empty: [], left: ['b'] });
});

it('leaves what stands on the other day already as it is', () => {
  const there = { roomId: 'Hall', startsAt: '2026-11-25T09:30:00.000Z', endsAt: '2026-11-25T10:30:00.000Z', anchor: 'floating', cancelled: false, waiver: null } as never;
  expect(copied(board().withSession('there', null, { slot: there }).withSession('a', null)).set).toEqual(['a: Studio 2026-11-25T09:00 to 09:30']);
});

it('keeps the hours of each city’s clocks over a night in which they change', () => {
  const index = indexBoard(
    new ABoard().withCity('Lyon', ['Hall'], { zone: 'Europe/Paris' })
      .withSession('opening', null, { slot: { roomId: 'Hall', startsAt: '2026-10-24T08:00:00.000Z', endsAt: '2026-10-24T09:00:00.000Z', anchor: 'floating', cancelled: false, waiver: null } as never })
      .withSession('a', null).build(),
  );
  expect(copyGrid('2026-10-24', '2026-10-25', index.tray, index, anywhere).set[0]?.to).toMatchObject({ startsAt: '2026-10-25T09:00:00.000Z', endsAt: '2026-10-25T10:00:00.000Z' });
});

it('leaves out of a day’s arrangement what is cancelled', () => {
  const builder = board();
  const built = builder.build();
  built.sessions[0]!.slot!.cancelled = true;
  expect(gridOf('2026-11-24', indexBoard(built), anywhere).map(({ roomId }) => roomId)).toEqual(['Studio', 'Dome']);
});
