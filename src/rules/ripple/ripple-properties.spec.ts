import fc from 'fast-check';
import { aDay, at, instant, type DayPlan, type DaySession } from '../../../test/support/a-day.js';
import type { RoomId, SessionId } from '../../contract/ids.js';
import type { DayChange, RippleOptions } from '../../contract/live-day.js';
import type { PlacementSlot } from '../placement/world.js';
import { MINUTE, openDay, speakersOf, venueOf, type Day } from './day.js';
import { findBreaks } from './find-breaks.js';
import { giveSlots, isUnfit } from './given-slots.js';
import { ripple, withMoves, type Ripple } from './ripple.js';

const ROOMS = ['lyon/hall', 'lyon/stage', 'oslo/hall', 'quito/loft'];

/** A day that is in order: in each room one after another, nobody in two places. What clashes with what came before is left out. */
const aPlan: fc.Arbitrary<DayPlan> = fc
  .record({
    changeover: fc.constantFrom(0, 5, 10),
    travel: fc.constantFrom(0, 30),
    margin: fc.constantFrom(0, 5),
    now: fc.integer({ min: -30, max: 200 }),
    sessions: fc.array(
      fc.record({
        room: fc.constantFrom(...ROOMS), from: fc.integer({ min: 0, max: 60 }).map((n) => n * 5), minutes: fc.constantFrom(10, 20, 30, 45),
        fixed: fc.integer({ min: 0, max: 7 }).map((n) => n === 0), satellite: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
        cancelled: fc.integer({ min: 0, max: 9 }).map((n) => n === 0), remote: fc.boolean(), kind: fc.constantFrom('talk', 'talk', 'break'),
        speakers: fc.subarray(['mina', 'bao', 'ada', 'jo'], { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 24 },
    ),
    windows: fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 20, max: 120 })), { maxLength: 2 }),
  })
  .map(({ changeover, travel, margin, now, sessions, windows }) => {
    const plan: DayPlan = {
      rooms: Object.fromEntries(ROOMS.map((room) => [room, { changeover }])), travel, margin, now, sessions: [],
      windows: { lyon: windows.map(([from, length]): [number, number] => [from, from + length]) },
    };
    for (const [index, session] of sessions.entries()) {
      const more: DaySession = { ...session, id: `s${index}`, speakers: session.kind === 'break' ? [] : session.speakers };
      if (tight(aDay({ ...plan, sessions: [...plan.sessions, more] })).length === 0) plan.sessions.push(more);
    }
    return plan;
  });

const aRipple = aPlan.chain((plan) => {
  const id = fc.constantFrom(...plan.sessions.map((session) => session.id as SessionId));
  const minutes = fc.integer({ min: 1, max: 60 });
  const change: fc.Arbitrary<DayChange> = fc.oneof(
    fc.record({ change: fc.constant('extend' as const), sessionId: id, minutes: fc.integer({ min: -5, max: 60 }).filter((n) => n !== 0) }),
    fc.record({ change: fc.constant('delay' as const), sessionId: id, minutes }),
    fc.record({ change: fc.constant('cancel' as const), sessionId: id, reason: fc.constant('') }),
    fc.record({ change: fc.constant('reinstate' as const), sessionId: id }),
    fc.record({ change: fc.constant('move' as const), sessionId: id, roomId: fc.constantFrom(...(ROOMS as RoomId[])), startsAt: minutes.map((n) => instant(n * 5)) }),
    fc.record({ change: fc.constant('room-lost' as const), roomId: fc.constantFrom(...(ROOMS as RoomId[])), from: minutes.map(instant), until: minutes.map((n) => instant(n + 90)) }),
  );
  const options: fc.Arbitrary<RippleOptions> = fc.record({
    gridMinutes: fc.constantFrom(1, 5), catchUp: fc.constant(false), shortenBreaksTo: fc.constantFrom(null, 5),
  });
  return fc.record({ plan: fc.constant(plan), changes: fc.array(change, { minLength: 1, maxLength: 2 }), options });
});

/** The naive reference: every pair of sessions that the rules hold apart, and lacks time. Written out again on purpose. */
function tight(day: Day, placement: ReadonlyMap<SessionId, PlacementSlot> = day.published): string[] {
  const found: string[] = [];
  const all = [...placement].filter(([, slot]) => !slot.cancelled);
  for (const [a, slot] of all) {
    for (const [b, other] of all) {
      if (a >= b) continue;
      const [first, second] = slot.startsAt <= other.startsAt ? [slot, other] : [other, slot];
      const gap = (second.startsAt - first.endsAt) / MINUTE;
      const room = day.world.rooms.get(slot.roomId);
      if (slot.roomId === other.roomId && gap < (room?.changeoverMinutes ?? 0)) found.push(`${a} ${b} room`);
      for (const speaker of speakersOf(day.world, a).filter((id) => speakersOf(day.world, b).includes(id))) {
        const modes = [a, b].map((id) => day.world.sessions.get(id)?.appearances.find(({ speakerId }) => speakerId === speaker)?.mode);
        const [from, to] = [venueOf(day.world, slot), venueOf(day.world, other)];
        const way = from !== null && to !== null && from !== to && modes.every((mode) => mode === 'on-site') ? day.travel.between(from, to).minutes : 0;
        if (gap < way) found.push(`${a} ${b} ${speaker}`);
      }
    }
  }
  return found;
}

/** Pairs of one room or speaker that have changed their order. */
function outOfOrder(day: Day, after: ReadonlyMap<SessionId, PlacementSlot>): string[] {
  const live = [...day.published].filter(([id, slot]) => !slot.cancelled && after.get(id)?.cancelled === false).sort(([, a], [, b]) => a.startsAt - b.startsAt);
  const together = (a: SessionId, b: SessionId): boolean =>
    day.published.get(a)?.roomId === day.published.get(b)?.roomId || speakersOf(day.world, a).some((speaker) => speakersOf(day.world, b).includes(speaker));
  return live.flatMap(([a, first], index) =>
    live.slice(index + 1)
      .filter(([b, second]) => first.startsAt < second.startsAt && together(a, b) && (after.get(a)?.startsAt ?? 0) >= (after.get(b)?.startsAt ?? 0))
      .map(([b]) => `${a} ${b}`));
}

function worked(plan: DayPlan, changes: DayChange[], options: RippleOptions): { day: Day; result: Ripple; after: ReadonlyMap<SessionId, PlacementSlot>; given: ReadonlySet<SessionId> } {
  const day = aDay(plan);
  const given = giveSlots(day, changes);
  fc.pre(!isUnfit(given));
  const result = ripple(day, changes, options) as Ripple;
  return { day, result, after: withMoves(day.published, result.moves), given: new Set((given as { slots: ReadonlyMap<SessionId, unknown> }).slots.keys()) };
}

const each = (check: (run: ReturnType<typeof worked>, options: RippleOptions, changes: DayChange[]) => void): void => {
  fc.assert(fc.property(aRipple, ({ plan, changes, options }) => { check(worked(plan, changes, options), options, changes); }), { numRuns: 150 });
};
const settled = ({ result }: ReturnType<typeof worked>): boolean => result.conflicts.every(({ severity }) => severity === 'warning');

describe('whatever happens to a day, the ripple', () => {
  it('never moves a fixed anchor', () => {
    each(({ day, after }) => {
      for (const [id, slot] of day.published) if (slot.anchor === 'fixed') expect(after.get(id)?.startsAt).toBe(slot.startsAt);
    });
  });

  it('never takes a session out of its satellite window', () => {
    each(({ day, result, given }) => {
      const windows = (slot: PlacementSlot) => day.world.venues.get(venueOf(day.world, slot) ?? ('' as never))?.satelliteWindows ?? [];
      const margin = day.world.satelliteMarginMinutes * MINUTE;
      const inside = (slot: PlacementSlot): boolean => windows(slot).some((window) => window.startsAt + margin <= slot.startsAt && slot.endsAt <= window.endsAt - margin);
      for (const { sessionId, from, to } of result.moves) {
        if (given.has(sessionId) || day.world.sessions.get(sessionId)?.sentBy !== 'satellite' || !inside(from)) continue;
        expect(inside(to)).toBe(true);
      }
    });
  });

  it('leaves no new clash of rooms, speakers or ways behind, unless it says that something blocks', () => {
    each((run) => {
      if (!settled(run)) return;
      expect(tight(run.day, run.after)).toEqual([]);
      expect(findBreaks(run.day, new Map(run.result.moves.map(({ sessionId, to }) => [sessionId, to]))).filter(({ severity }) => severity === 'blocking')).toEqual([]);
    });
  });

  it('says so wherever it leaves a clash', () => {
    each((run) => {
      if (tight(run.day, run.after).length > 0) expect(settled(run)).toBe(false);
    });
  });

  it('moves nothing that need not move, and nothing further than it must', () => {
    each((run, { gridMinutes }) => {
      const { day, result, after, given } = run;
      if (!settled(run)) return;
      for (const { sessionId, from, to } of result.moves) {
        if (given.has(sessionId) || from.startsAt === to.startsAt || result.moves.some(({ cause }) => cause.via === 'room-lost')) continue;
        const step = gridMinutes * MINUTE;
        const earlier = Math.max(from.startsAt, to.startsAt - step);
        for (const startsAt of new Set([from.startsAt, earlier])) {
          const back = { ...to, startsAt, endsAt: startsAt + Math.min(to.endsAt - to.startsAt, from.endsAt - from.startsAt) };
          const putBack = new Map([...after, [sessionId, back]]);
          expect([...tight(day, putBack), ...outOfOrder(day, putBack)]).not.toEqual([]);
        }
      }
    });
  });

  it('keeps the order in each room and for each speaker', () => {
    each(({ day, after, result }, _options, changes) => {
      if (changes.some(({ change }) => change === 'move' || change === 'reinstate') || result.conflicts.length > 0) return;
      expect(outOfOrder(day, after)).toEqual([]);
    });
  });

  it('moves nothing to before where it is published, but what was told to', () => {
    each(({ result, given }) => {
      for (const { sessionId, from, to } of result.moves) if (!given.has(sessionId)) expect(to.startsAt).toBeGreaterThan(from.startsAt);
    });
  });

  it('comes forward to no earlier than the last release, when it may', () => {
    fc.assert(
      fc.property(aPlan, fc.integer({ min: 5, max: 60 }), fc.nat(), (plan, late, which) => {
        // where a window is booked, it decides: what was published outside of one does not leave the one that it came into
        const released = aDay({ ...plan, now: -600, windows: {}, sessions: plan.sessions.map((session) => ({ ...session, satellite: false })) });
        const id = plan.sessions[which % plan.sessions.length]?.id as SessionId;
        const options = { gridMinutes: 1, catchUp: false, shortenBreaksTo: null };
        const delayed = ripple(released, [{ change: 'extend', sessionId: id, minutes: late }], options) as Ripple;
        fc.pre(delayed.conflicts.length === 0);
        const day = openDay({ ...released, published: withMoves(released.published, delayed.moves), planned: released.published });
        const back = ripple(day, [{ change: 'extend', sessionId: id, minutes: -late }], { ...options, catchUp: true }) as Ripple;
        // with all the time given back, everything is where the release had it
        expect(withMoves(day.published, back.moves)).toEqual(released.published);
      }),
      { numRuns: 150 },
    );
  });

  it('is undone by taking its moves back', () => {
    each(({ day, result, after }) => {
      expect(withMoves(after, result.moves, 'from')).toEqual(day.published);
    });
  });

  it('comes to the same result however often and in whatever order the agenda is read', () => {
    each(({ day, result }, options, changes) => {
      const reversed = openDay({ ...day, published: new Map([...day.published].reverse()) });
      expect(ripple(reversed, changes, options)).toEqual(result);
    });
  });
});

it('reads a large conference only where the change reaches', () => {
  const sessions = Array.from({ length: 5_000 }, (_, index): DaySession => ({
    id: `s${index}`, room: `city${index % 100}/room${index % 500}`, from: Math.floor(index / 500) * 30, minutes: 30, speakers: [`speaker${index}`],
  }));
  const day = aDay({ rooms: Object.fromEntries(sessions.map(({ room }) => [room, {}])), sessions });
  const read = new Set<SessionId>();
  const published = new Map(day.published);
  const watched = { ...day, published: { get: (id: SessionId) => (read.add(id), published.get(id)) } as unknown as Day['published'] };
  const { moves } = ripple(watched, [{ change: 'extend', sessionId: 's0' as SessionId, minutes: 12 }], { gridMinutes: 1, catchUp: false, shortenBreaksTo: null }) as Ripple;
  expect(moves.map(({ sessionId, to }) => [sessionId, (to.startsAt - at(0)) / MINUTE])).toEqual(
    Array.from({ length: 10 }, (_, row) => [`s${row * 500}`, row === 0 ? 0 : row * 30 + 12]),
  );
  expect(read.size).toBe(10);
});
