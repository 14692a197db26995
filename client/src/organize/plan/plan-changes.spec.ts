import type { RoomId, SessionId } from '@contract/ids.js';
import type { PlanOutcome } from '@contract/plan-runs.js';
import { ABoard, aSlot } from '../board/model/a-board.js';
import { indexBoard } from '../board/model/board-index.js';
import { changesOf, warningsOf } from './plan-changes.js';

const score = { equipment: 0, roomFit: 0, parallelTracks: 0, speakersHours: 0, audienceHours: 0, trackRooms: 0, change: 0 };
const to = (room: string, from: string, until: string) => {
  const { startsAt, endsAt } = aSlot(room, from, until);
  return { roomId: room as RoomId, startsAt, endsAt };
};
const outcomeOf = (...set: [string, number, ReturnType<typeof to> | null][]): PlanOutcome => ({
  set: set.map(([sessionId, expected, place]) => ({ sessionId: sessionId as SessionId, expected, to: place })), unplaced: [], score, cutShort: false,
});

const board = new ABoard()
  .withCity('Oslo', ['Dome'], { position: 1 }, { capacity: 10 })
  .withCity('Lyon', ['Hall'], { position: 0 }, { capacity: 10 })
  .withSession('Tides', null)
  .withSession('Fjords', { room: 'Dome', from: '09:00', to: '09:30' })
  .withSession('Dunes', { room: 'Hall', from: '09:00', to: '09:30' }, { edit: 4 })
  .withSession('Crowd', null, { expectedPeople: 50 })
  .build();
const index = indexBoard(board);

test('what is placed and moved stands by city, in the order of the day; what is taken out stands apart', () => {
  const changes = changesOf(index, outcomeOf(['Fjords', 0, to('Dome', '11:00', '11:30')], ['Tides', 0, to('Dome', '10:00', '10:30')], ['Crowd', 0, to('Hall', '10:00', '10:30')], ['Dunes', 4, null]));
  expect(changes.cities.map(({ city, changes: own }) => [city.name, own.map(({ session, from }) => [session.title, from?.roomId ?? null])])).toEqual([
    ['Lyon', [['Crowd', null]]],
    ['Oslo', [['Tides', null], ['Fjords', 'Dome']]],
  ]);
  expect([changes.placed, changes.moved, changes.takenOut.map(({ title }) => title), changes.stale]).toEqual([2, 1, ['Dunes'], []]);
});

test('what somebody moved since the run began is told; what is gone by now is left out', () => {
  const changes = changesOf(index, outcomeOf(['Dunes', 3, to('Hall', '11:00', '11:30')], ['Gone', 0, to('Hall', '12:00', '12:30')]));
  expect(changes.stale.map(({ title }) => title)).toEqual(['Dunes']);
  expect([changes.placed, changes.moved]).toEqual([0, 1]);
});

test('warnings are those of the whole draft, as it is and as it would be', () => {
  const { now, then } = warningsOf(board, outcomeOf(['Crowd', 0, to('Hall', '10:00', '10:30')]));
  expect(now).toEqual([]);
  expect(then.map(({ code, sessions }) => [code, sessions])).toEqual([['over-capacity', ['Crowd']]]);
});
