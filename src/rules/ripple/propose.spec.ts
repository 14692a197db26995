import { aDay, minutesOf, type DayPlan } from '../../../test/support/a-day.js';
import type { SessionId } from '../../contract/ids.js';
import type { DayChange, RippleOptions } from '../../contract/live-day.js';
import type { PlacementSlot } from '../placement/world.js';
import { findBreaks } from './find-breaks.js';
import { propose, type Proposal } from './propose.js';
import { fittingRooms, rankRooms } from './rank-rooms.js';
import { ripple, type Ripple } from './ripple.js';

const OPTIONS: RippleOptions = { gridMinutes: 1, catchUp: false, shortenBreaksTo: null };
const extend = (id: string, minutes: number): DayChange => ({ change: 'extend', sessionId: id as SessionId, minutes });

function proposals(plan: DayPlan, changes: DayChange[]): Proposal[] {
  const day = aDay(plan);
  return propose(day, { changes, options: OPTIONS }, ripple(day, changes, OPTIONS) as Ripple);
}

const said = ({ steps }: Proposal): unknown => steps.map((step) => Object.values(step));
const where = ({ moves }: Proposal): unknown => Object.fromEntries(moves.map(({ sessionId, to }) => [sessionId, to.cancelled ? 'off' : [to.roomId, minutesOf(to.startsAt), minutesOf(to.endsAt)]]));

/** a, then tea, then b, then a keynote at a fixed time. */
const morning: DayPlan = {
  rooms: { 'lyon/hall': { capacity: 200 }, 'lyon/stage': { capacity: 200 }, 'lyon/nook': { capacity: 20 } },
  sessions: [
    { id: 'a', room: 'lyon/hall', from: 0, minutes: 30 },
    { id: 'tea', room: 'lyon/hall', from: 30, minutes: 15, kind: 'break' },
    { id: 'b', room: 'lyon/hall', from: 45, minutes: 30 },
    { id: 'keynote', room: 'lyon/hall', from: 75, minutes: 45, fixed: true },
    { id: 'busy', room: 'lyon/nook', from: 0, minutes: 120 },
  ],
};

describe('ways out of what a change runs into', () => {
  it('are ranked by how little they ask of people, and each comes with the agenda that it leads to', () => {
    const found = proposals(morning, [extend('a', 8)]);
    expect(found.map(said)).toEqual([
      [['cut-breaks', 5]], [['shorten', 'b', 8]], [['other-room', 'b', 'lyon/stage']], [['cancel', 'tea']], [['other-room', 'keynote', 'lyon/stage']], [['cancel', 'b']],
    ]);
    expect(where(found[0] as Proposal)).toEqual({ a: ['lyon/hall', 0, 38], tea: ['lyon/hall', 38, 45] });
    expect(where(found[1] as Proposal)).toEqual({ a: ['lyon/hall', 0, 38], tea: ['lyon/hall', 38, 53], b: ['lyon/hall', 53, 75] });
    expect(where(found[2] as Proposal)).toEqual({ a: ['lyon/hall', 0, 38], tea: ['lyon/hall', 38, 53], b: ['lyon/stage', 45, 75] });
  });

  it('offer to hand over earlier than was said', () => {
    const found = proposals({ ...morning, rooms: { 'lyon/hall': {}, 'lyon/nook': {} }, sessions: morning.sessions.filter(({ id }) => id !== 'tea' && id !== 'b') }, [extend('a', 50)]);
    expect(found.map(said)).toEqual([[['hand-over-early', 'a', 5]]]);
    expect(where(found[0] as Proposal)).toEqual({ a: ['lyon/hall', 0, 75] });
  });

  it('take two steps where one does not settle it', () => {
    const twoCities: DayPlan = {
      rooms: { 'lyon/hall': {}, 'oslo/hall': {} },
      sessions: [
        { id: 'a', room: 'lyon/hall', from: 0, minutes: 30 }, { id: 'b', room: 'lyon/hall', from: 30, minutes: 30, fixed: true },
        { id: 'x', room: 'oslo/hall', from: 0, minutes: 30 }, { id: 'y', room: 'oslo/hall', from: 30, minutes: 30, fixed: true },
      ],
    };
    const [first] = proposals(twoCities, ['a', 'x'].map((id) => ({ change: 'delay', sessionId: id as SessionId, minutes: 10 })));
    expect(said(first as Proposal)).toEqual([['shorten', 'a', 10], ['shorten', 'x', 10]]);
    expect(where(first as Proposal)).toEqual({ a: ['lyon/hall', 10, 30], x: ['oslo/hall', 10, 30] });
  });

  it('leave nothing blocking behind, by a judgement of their own', () => {
    const day = aDay(morning);
    for (const { moves } of proposals(morning, [extend('a', 12)])) {
      expect(findBreaks(day, new Map(moves.map(({ sessionId, to }) => [sessionId, to]))).filter(({ severity }) => severity === 'blocking')).toEqual([]);
    }
  });

  it('are none where nothing can be done', () => {
    const stuck: DayPlan = {
      rooms: { 'lyon/hall': {} },
      sessions: [{ id: 'a', room: 'lyon/hall', from: 0, minutes: 12, fixed: true }, { id: 'b', room: 'lyon/hall', from: 12, minutes: 12, fixed: true }],
    };
    expect(proposals(stuck, [{ change: 'delay', sessionId: 'a' as SessionId, minutes: 5 }])).toEqual([]);
  });
});

it('ranks the rooms that a session could be in at its time: those that fit first, near ones first, the smallest that is large enough first', () => {
  const day = aDay({
    rooms: { 'lyon/hall': { capacity: 100 }, 'lyon/large': { capacity: 300 }, 'lyon/fair': { capacity: 120 }, 'lyon/small': { capacity: 20 }, 'lyon/taken': { capacity: 100 }, 'oslo/hall': { capacity: 100 }, 'lyon/closing': { capacity: 100, closes: 10 } },
    sessions: [{ id: 'a', room: 'lyon/hall', from: 0, minutes: 30 }, { id: 'x', room: 'lyon/taken', from: 20, minutes: 30 }],
  });
  const slot = day.published.get('a' as SessionId) as PlacementSlot;
  expect(rankRooms(day, 'a' as SessionId, slot).map(({ roomId, fits, isFree, isSmaller, near }) => [roomId, fits, isFree, isSmaller, near])).toEqual([
    ['lyon/fair', true, true, false, 'venue'],
    ['lyon/large', true, true, false, 'venue'],
    ['lyon/small', true, true, true, 'venue'],
    ['oslo/hall', true, true, false, 'elsewhere'],
    ['lyon/closing', false, true, false, 'venue'],
    ['lyon/taken', false, false, false, 'venue'],
  ]);
  expect(fittingRooms(day, 'a' as SessionId, slot, 3).map(({ roomId }) => roomId)).toEqual(['lyon/fair', 'lyon/large', 'lyon/small']);
});
