import { aDay, instant, minutesOf, type DayPlan } from '../../../test/support/a-day.js';
import type { SessionId } from '../../contract/ids.js';
import type { DayChange, RippleOptions } from '../../contract/live-day.js';
import { isUnfit } from './given-slots.js';
import { ripple } from './ripple.js';

const OPTIONS: RippleOptions = { gridMinutes: 1, catchUp: false, shortenBreaksTo: null };
const extend = (id: string, minutes: number): DayChange => ({ change: 'extend', sessionId: id as SessionId, minutes });
const delay = (id: string, minutes: number): DayChange => ({ change: 'delay', sessionId: id as SessionId, minutes });

/** What moves, by name: [room, from, to] in minutes after the day's beginning; and the conflicts. */
function worked(plan: DayPlan, changes: DayChange[], options: Partial<RippleOptions> = {}): { moves: Record<string, unknown>; conflicts: unknown[] } {
  const result = ripple(aDay(plan), changes, { ...OPTIONS, ...options });
  if (!('moves' in result)) throw new Error(result.reason);
  return {
    moves: Object.fromEntries(result.moves.map(({ sessionId, to }) => [sessionId, to.cancelled ? 'cancelled' : [to.roomId, minutesOf(to.startsAt), minutesOf(to.endsAt)]])),
    conflicts: result.conflicts.map(({ code, sessionId, because, minutes }) => [code, sessionId, because, minutes]),
  };
}

const HALL = { 'lyon/hall': {} };
const threeInARow: DayPlan = {
  rooms: HALL,
  sessions: [
    { id: 'a', room: 'lyon/hall', from: 0, minutes: 30 },
    { id: 'b', room: 'lyon/hall', from: 30, minutes: 30 },
    { id: 'c', room: 'lyon/hall', from: 70, minutes: 30 },
  ],
};

describe('the ripple', () => {
  it('pushes what follows in the room by as little as it must, and a gap takes the rest', () => {
    expect(worked(threeInARow, [extend('a', 12)])).toEqual({
      moves: { a: ['lyon/hall', 0, 42], b: ['lyon/hall', 42, 72], c: ['lyon/hall', 72, 102] }, conflicts: [],
    });
    expect(worked(threeInARow, [extend('a', 10)])).toEqual({ moves: { a: ['lyon/hall', 0, 40], b: ['lyon/hall', 40, 70] }, conflicts: [] });
    expect(worked(threeInARow, [extend('b', 10)])).toEqual({ moves: { b: ['lyon/hall', 30, 70] }, conflicts: [] });
  });

  it('rounds what it moves up to the grid, and nothing else', () => {
    expect(worked(threeInARow, [extend('a', 12)], { gridMinutes: 5 }).moves).toEqual({
      a: ['lyon/hall', 0, 42], b: ['lyon/hall', 45, 75], c: ['lyon/hall', 75, 105],
    });
  });

  it('keeps the time that the room needs between two sessions, and asks for no more than was published', () => {
    const tight = { ...threeInARow, rooms: { 'lyon/hall': { changeover: 10 } } };
    // b follows a without its ten minutes already: it goes on so; c had its ten
    expect(worked(tight, [delay('a', 5)]).moves).toEqual({ a: ['lyon/hall', 5, 35], b: ['lyon/hall', 35, 65], c: ['lyon/hall', 75, 105] });
  });

  it('follows a speaker to another city, with the way there where they are on site', () => {
    const plan = (remote: boolean): DayPlan => ({
      rooms: { 'lyon/hall': {}, 'oslo/hall': {} }, travel: 60,
      sessions: [
        { id: 'a', room: 'lyon/hall', from: 0, minutes: 30, speakers: ['mina'], remote },
        { id: 'b', room: 'oslo/hall', from: 95, minutes: 30, speakers: ['mina'], remote },
        { id: 'c', room: 'oslo/hall', from: 125, minutes: 30 },
      ],
    });
    expect(worked(plan(false), [extend('a', 12)]).moves).toEqual({ a: ['lyon/hall', 0, 42], b: ['oslo/hall', 102, 132], c: ['oslo/hall', 132, 162] });
    expect(worked(plan(true), [extend('a', 12)]).moves).toEqual({ a: ['lyon/hall', 0, 42] });
    expect(worked(plan(true), [extend('a', 70)]).moves).toEqual({ a: ['lyon/hall', 0, 100], b: ['oslo/hall', 100, 130], c: ['oslo/hall', 130, 160] });
  });

  it('does not move a fixed anchor: it says what meets it, and by how much', () => {
    const plan: DayPlan = { rooms: HALL, sessions: [...threeInARow.sessions.slice(0, 2), { id: 'c', room: 'lyon/hall', from: 65, minutes: 30, fixed: true }] };
    expect(worked(plan, [extend('a', 12)])).toEqual({
      moves: { a: ['lyon/hall', 0, 42], b: ['lyon/hall', 42, 72] }, conflicts: [['fixed-anchor', 'c', 'b', 7]],
    });
    expect(worked(plan, [delay('c', 5)])).toEqual({ moves: {}, conflicts: [['fixed-anchor', 'c', null, 5]] });
    expect(worked(plan, [extend('c', 5)]).conflicts).toEqual([]);
  });

  it('does not take a session out of its satellite window, margins included', () => {
    const plan: DayPlan = {
      rooms: HALL, windows: { lyon: [[20, 80], [100, 200]] }, margin: 5,
      sessions: [threeInARow.sessions[0] as never, { id: 'b', room: 'lyon/hall', from: 30, minutes: 30, satellite: true }],
    };
    expect(worked(plan, [extend('a', 15)])).toEqual({ moves: { a: ['lyon/hall', 0, 45], b: ['lyon/hall', 45, 75] }, conflicts: [] });
    expect(worked(plan, [extend('a', 17)])).toEqual({ moves: { a: ['lyon/hall', 0, 47] }, conflicts: [['satellite-window', 'b', 'a', 2]] });
    expect(worked(plan, [extend('b', 20)]).conflicts).toEqual([['satellite-window', 'b', null, 5]]);
    // another booked window is as good, where somebody puts it there on purpose
    expect(worked(plan, [{ change: 'move', sessionId: 'b' as SessionId, startsAt: instant(110) }])).toEqual({ moves: { b: ['lyon/hall', 110, 140] }, conflicts: [] });
  });

  it('warns of what would run past the closing hour, and moves it all the same', () => {
    expect(worked({ ...threeInARow, rooms: { 'lyon/hall': { closes: 100 } } }, [extend('a', 15)])).toEqual({
      moves: { a: ['lyon/hall', 0, 45], b: ['lyon/hall', 45, 75], c: ['lyon/hall', 75, 105] }, conflicts: [['room-closed', 'c', 'b', 5]],
    });
  });

  it('cuts breaks where that is allowed, and no further', () => {
    const plan: DayPlan = {
      rooms: HALL,
      sessions: [
        { id: 'a', room: 'lyon/hall', from: 0, minutes: 30 },
        { id: 'tea', room: 'lyon/hall', from: 30, minutes: 20, kind: 'break' },
        { id: 'b', room: 'lyon/hall', from: 50, minutes: 30 },
      ],
    };
    expect(worked(plan, [extend('a', 12)], { shortenBreaksTo: 5 }).moves).toEqual({ a: ['lyon/hall', 0, 42], tea: ['lyon/hall', 42, 50] });
    expect(worked(plan, [extend('a', 18)], { shortenBreaksTo: 5 }).moves).toEqual({
      a: ['lyon/hall', 0, 48], tea: ['lyon/hall', 48, 53], b: ['lyon/hall', 53, 83],
    });
  });

  it('lets what is late come forward when it may, to where the release had it and not before now', () => {
    const late: DayPlan = {
      rooms: HALL, planned: { a: 0, b: 30, c: 60 },
      sessions: [
        { id: 'a', room: 'lyon/hall', from: 20, minutes: 30 },
        { id: 'b', room: 'lyon/hall', from: 50, minutes: 30 },
        { id: 'c', room: 'lyon/hall', from: 80, minutes: 30 },
        { id: 'd', room: 'lyon/hall', from: 110, minutes: 30 },
      ],
    };
    expect(worked(late, [extend('a', -15)]).moves).toEqual({ a: ['lyon/hall', 20, 35] });
    expect(worked(late, [extend('a', -15)], { catchUp: true }).moves).toEqual({ a: ['lyon/hall', 20, 35], b: ['lyon/hall', 35, 65], c: ['lyon/hall', 65, 95] });
    expect(worked({ ...late, now: 45 }, [extend('a', -15)], { catchUp: true }).moves).toMatchObject({ b: ['lyon/hall', 45, 75] });
  });

  it('moves what a lost room cannot hold behind the loss; what runs in it goes on afterwards', () => {
    const lost: DayChange = { change: 'room-lost', roomId: 'lyon/hall' as never, from: instant(20), until: instant(50) };
    expect(worked({ ...threeInARow, now: 10 }, [lost]).moves).toEqual({ a: ['lyon/hall', 0, 60], b: ['lyon/hall', 60, 90], c: ['lyon/hall', 90, 120] });
    expect(worked({ ...threeInARow, now: -10 }, [lost]).moves).toEqual({ a: ['lyon/hall', 50, 80], b: ['lyon/hall', 80, 110], c: ['lyon/hall', 110, 140] });
  });

  it('keeps a delayed session before what it was before, and puts a moved one where its new time is', () => {
    expect(worked(threeInARow, [delay('a', 45)]).moves).toEqual({ a: ['lyon/hall', 45, 75], b: ['lyon/hall', 75, 105], c: ['lyon/hall', 105, 135] });
    expect(worked(threeInARow, [{ change: 'move', sessionId: 'a' as SessionId, startsAt: instant(55) }]).moves).toEqual({
      a: ['lyon/hall', 60, 90], c: ['lyon/hall', 90, 120],
    });
  });

  it('gives way to a session that is reinstated, and to a swap', () => {
    const taken = { ...threeInARow, sessions: [...threeInARow.sessions, { id: 'x', room: 'lyon/hall', from: 20, minutes: 10, cancelled: true }] };
    expect(worked(taken, [{ change: 'reinstate', sessionId: 'x' as SessionId }]).moves).toEqual({
      x: ['lyon/hall', 30, 40], b: ['lyon/hall', 40, 70],
    });
    expect(worked(threeInARow, [{ change: 'swap', sessionId: 'a' as SessionId, withSessionId: 'c' as SessionId }]).moves).toEqual({
      c: ['lyon/hall', 0, 30], a: ['lyon/hall', 70, 100],
    });
  });

  it('does not move what is over, unless it can only be held later than now', () => {
    expect(worked({ ...threeInARow, now: 65 }, [extend('a', 12)])).toEqual({ moves: { a: ['lyon/hall', 0, 42] }, conflicts: [['already-over', 'b', 'a', 12]] });
    expect(worked({ ...threeInARow, now: 65 }, [extend('a', 40)])).toEqual({
      moves: { a: ['lyon/hall', 0, 70], b: ['lyon/hall', 70, 100], c: ['lyon/hall', 100, 130] }, conflicts: [],
    });
  });

  it('leaves alone what overlaps on purpose, what is cancelled, and shared rooms', () => {
    const overlapping: DayPlan = { rooms: { 'lyon/hall': {}, 'lyon/foyer': { shared: true } }, sessions: [
      { id: 'a', room: 'lyon/hall', from: 0, minutes: 30 }, { id: 'b', room: 'lyon/hall', from: 20, minutes: 30 },
      { id: 'x', room: 'lyon/hall', from: 30, minutes: 30, cancelled: true },
      { id: 'p', room: 'lyon/foyer', from: 0, minutes: 30 }, { id: 'q', room: 'lyon/foyer', from: 30, minutes: 30 },
    ] };
    expect(worked(overlapping, [extend('a', 12), extend('p', 12)]).moves).toEqual({ a: ['lyon/hall', 0, 42], p: ['lyon/foyer', 0, 42] });
  });

  it.each([
    ['what is not published', [delay('nothing', 5)], { index: 0, reason: 'not-published' }],
    ['what leaves nothing of a session', [delay('a', 5), extend('a', -30)], { index: 1, reason: 'nothing-left' }],
    ['a swap with itself', [{ change: 'swap', sessionId: 'a', withSessionId: 'a' }], { index: 0, reason: 'same-session' }],
    ['a room that is not there', [{ change: 'move', sessionId: 'a', roomId: 'attic' }], { index: 0, reason: 'no-such-room' }],
    ['a loss that ends before it begins', [{ change: 'room-lost', roomId: 'lyon/hall', from: instant(5), until: instant(5) }], { index: 0, reason: 'ends-before-it-begins' }],
  ])('names %s as unfit', (_name, changes, expected) => {
    const result = ripple(aDay(threeInARow), changes as DayChange[], OPTIONS);
    expect('reason' in result && isUnfit(result) && result).toEqual(expected);
  });
});
