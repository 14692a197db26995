import fc from 'fast-check';
import { anyPlacement, type AnyPlacement } from '../../../test/support/placement/any-placement.js';
import type { CityId, RoomId, SessionId, VenueId } from '../../contract/ids.js';
import { seededRandom } from '../search/random.js';
import { equipmentMissing } from '../placement/alone/equipment-missing.js';
import { whoHasNight } from '../placement/alone/unfriendly-hour.js';
import { checkPlacement } from '../placement/check-placement.js';
import { castOf } from '../placement/placed.js';
import { prepareWorld } from '../placement/prepared-world.js';
import type { Placement, PlacementSession, PlacementWorld } from '../placement/world.js';
import { USUAL_WEIGHTS, type PlanRequest } from './plan.js';
import * as moves from './plan-moves.js';
import { planSessions, resultOf } from './plan-sessions.js';
import { PlanState, type PlanMove } from './plan-state.js';
import { planTablesOf } from './plan-tables.js';

const { PLAN_MOVES, ...each } = moves;
const EVERY = Object.entries<PlanMove>(each);

/** Some of the sessions movable, announced elsewhere than they stand, some bound to a city. */
const anyRequest: fc.Arbitrary<PlanRequest> = fc.record({ at: anyPlacement, other: anyPlacement, movable: fc.integer(), bound: fc.integer() })
  .map(({ at, other, movable, bound }) => requestOf(at, other.placement, (n) => ((movable >> n) & 1) === 1, (n) => ((bound >> n) & 3) === 0));

function requestOf({ world, placement }: AnyPlacement, published: Placement, isMovable: (n: number) => boolean, isBound: (n: number) => boolean): PlanRequest {
  const ids = [...world.sessions.keys()];
  return {
    world, placement, published, weights: USUAL_WEIGHTS,
    movable: new Set(ids.filter((id, n) => isMovable(n) && placement.get(id)?.cancelled !== true)),
    cityOf: new Map(ids.flatMap((id, n) => (isBound(n) ? [[id, `c${n % 3}` as CityId]] : []))),
  };
}

/** What the plan costs, from nothing: all pairs, all rooms, all hours. */
function naiveCost(request: PlanRequest, state: PlanState): number {
  const { world, placement, movable, published, weights } = request;
  const prepared = prepareWorld(world);
  const planned = resultOf(state).slots;
  const stands = new Map([...placement].filter(([id, slot]) => !movable.has(id) && !slot.cancelled && world.sessions.has(id)));
  const all = [...stands, ...planned].map(([id, slot]) => {
    const room = world.rooms.get(slot.roomId)!;
    return { id, slot, room, session: world.sessions.get(id)!, city: world.cities.get(world.venues.get(room.venueId)!.cityId)! };
  });
  let cost = 0;
  for (const { id, slot, room, session, city } of all) {
    if (!movable.has(id)) continue;
    cost += weights.equipment * equipmentMissing({ id, room, session }).flatMap(({ facts }) => facts.missing).length;
    const people = session.expectedPeople;
    if (people !== null && people > 0 && room.capacity !== null) {
      cost += weights.roomFit * (people > room.capacity ? (people - room.capacity) / people : (0.1 * (room.capacity - people)) / room.capacity);
    }
    const night = whoHasNight({ session, city, cast: castOf(session), startsAt: slot.startsAt, endsAt: slot.endsAt }, prepared);
    cost += weights.speakersHours * night.speakers.length;
    cost += weights.audienceHours * ((night.city === null ? 0 : 1) + (prepared.audience.people === 0 ? 0 : night.elsewhere / prepared.audience.people));
    const announced = published.get(id) ?? placement.get(id);
    if (announced !== undefined && !announced.cancelled && (announced.roomId !== slot.roomId || announced.startsAt !== slot.startsAt)) cost += weights.change;
  }
  for (const [n, one] of all.entries()) {
    for (const other of all.slice(n + 1)) {
      if (one.session.trackId === null || one.session.trackId !== other.session.trackId || one.city !== other.city) continue;
      const shared = Math.min(one.slot.endsAt, other.slot.endsAt) - Math.max(one.slot.startsAt, other.slot.startsAt);
      cost += (weights.parallelTracks * Math.max(0, shared)) / 3_600_000;
    }
  }
  const rooms = new Map<string, Set<RoomId>>();
  for (const { session, city, room } of all) {
    if (session.trackId === null) continue;
    const key = `${session.trackId} ${city.id}`;
    rooms.set(key, (rooms.get(key) ?? new Set()).add(room.id));
  }
  return cost + weights.trackRooms * [...rooms.values()].reduce((sum, { size }) => sum + size - 1, 0);
}

/** What the rules call blocking of those that were planned, and who left their city. */
function brokenBy(request: PlanRequest, slots: Placement): string[] {
  const { world, placement, movable, cityOf } = request;
  const after = new Map([...[...placement].filter(([id]) => !movable.has(id)), ...slots]);
  const found = checkPlacement(world, after).filter(({ severity, sessions }) => severity !== 'warning' && sessions.some((id) => movable.has(id)));
  return [
    ...found.map(({ code, sessions }) => `${code} ${sessions.join(' ')}`),
    ...[...slots].flatMap(([id, slot]) => {
      const room = world.rooms.get(slot.roomId)!;
      const bound = cityOf.get(id);
      return [
        ...(bound !== undefined && world.venues.get(room.venueId)!.cityId !== bound ? [`city ${id}`] : []),
      ];
    }),
  ];
}

it.each(EVERY)('%s changes the cost as recomputing it from nothing does, breaks no rule, and its undoing changes nothing', (_, move) => {
  fc.assert(fc.property(anyRequest, fc.integer(), (request, seed) => {
    const state = new PlanState(planTablesOf(request), PLAN_MOVES);
    const random = seededRandom(seed);
    for (let step = 0; step < 60; step += 1) state.make(moves.placeFromTray, random);
    for (let step = 0; step < 8; step += 1) {
      const before = { hard: state.hard, soft: state.soft, slots: resultOf(state).slots };
      const moved = state.make(move, random);
      if (moved) {
        const { slots, score } = resultOf(state);
        expect(brokenBy(request, slots)).toEqual([]);
        expect(state.hard).toBe(request.movable.size - slots.size);
        expect(state.soft).toBeCloseTo(naiveCost(request, state), 6);
        expect(Object.values(score).reduce((sum, one) => sum + one, 0)).toBeCloseTo(state.soft, 6);
        if (step % 2 === 0) continue;
        state.undo();
      }
      expect({ hard: state.hard, soft: state.soft, slots: resultOf(state).slots }).toEqual(before);
    }
  }), { numRuns: 40 });
});

it('returns plans that break no hard rule, leave the others alone, and explain what has no place', () => {
  fc.assert(fc.property(anyRequest, fc.integer(), (request, seed) => {
    const { slots, unplaced } = planSessions(request, { seed, left: (spent) => 3_000 - spent });
    expect(brokenBy(request, slots)).toEqual([]);
    expect([...slots.keys(), ...unplaced.map(({ sessionId }) => sessionId)].sort()).toEqual([...request.movable].sort());
    for (const { reasons } of unplaced) {
      expect(reasons.length).toBeGreaterThan(0);
      // each place that it could have is taken by something
      for (const { code, facts } of reasons) if (code === 'all-places-taken') expect(facts.by.length > 0).toBe(facts.places > 0);
    }
  }), { numRuns: 60 });
});

it('plans the same for the same seed and as many iterations', () => {
  const [request] = fc.sample(anyRequest, { numRuns: 1, seed: 7 });
  const plan = () => planSessions(request!, { seed: 5, left: (spent) => 400_000 - spent });
  expect(plan()).toEqual(plan());
});

const HOUR = 3_600_000;
const NOON = Date.parse('2026-06-10T12:00Z');
const talk = (id: string, more: Partial<PlacementSession> = {}): PlacementSession => ({
  id: id as SessionId, kind: 'talk', language: 'en', trackId: null, minutes: 60, sentBy: null, needsEquipment: [], expectedPeople: null, appearances: [], ...more,
});

/** One city, one venue, one room that is open for two hours. */
function aSmallHouse(sessions: PlacementSession[], more: Partial<PlacementWorld> = {}): PlanRequest {
  const [city, venue, room] = ['paris' as CityId, 'hall' as VenueId, 'stage' as RoomId];
  return {
    world: {
      zone: 'UTC', startsOn: '2026-06-10', endsOn: '2026-06-10', languages: [], gridMinutes: 30, satelliteMarginMinutes: 0,
      cities: new Map([[city, { id: city, zone: 'Europe/Paris', latitude: null, longitude: null }]]),
      venues: new Map([[venue, { id: venue, cityId: city, uplinks: 1, satelliteWindows: [] }]]),
      rooms: new Map([[room, { id: room, venueId: venue, capacity: 100, equipment: ['projector'], changeoverMinutes: 0, shared: false, open: [{ startsAt: NOON, endsAt: NOON + 2 * HOUR }] }]]),
      speakers: new Map(), sessions: new Map(sessions.map((session) => [session.id, session])), audiences: [], travelMinutes: new Map(), ...more,
    },
    placement: new Map(), published: new Map(), movable: new Set(sessions.map(({ id }) => id)), cityOf: new Map(), weights: USUAL_WEIGHTS,
  };
}

const plan = (request: PlanRequest) => planSessions(request, { seed: 1, left: (spent) => 20_000 - spent });

it('says why there is no place: uplink, length', () => {
  const request = aSmallHouse([talk('long', { minutes: 180 }), talk('sent', { sentBy: 'satellite' }), talk('fits')]);
  const { slots, unplaced } = plan(request);
  expect([...slots.keys()]).toEqual(['fits']);
  expect(unplaced).toEqual([
    { sessionId: 'long', reasons: [{ code: 'longer-than-any-opening', facts: { minutes: 180, longest: 120 } }] },
    { sessionId: 'sent', reasons: [{ code: 'no-uplink', facts: { by: 'satellite' } }] },
  ]);
});

it('says who is in the way where there is no place left', () => {
  const { slots, unplaced } = plan(aSmallHouse([talk('one'), talk('two'), talk('three')]));
  expect(slots.size).toBe(2);
  expect(unplaced).toEqual([{
    sessionId: expect.any(String),
    reasons: [{ code: 'all-places-taken', facts: { places: 3, by: [{ rule: 'room', places: 3 }], with: expect.arrayContaining([...slots.keys()]), rooms: ['stage'] } }],
  }]);
});

it('gives a session a room without what it needs for want of any other, and says what that costs', () => {
  const [stage, studio] = ['stage' as RoomId, 'studio' as RoomId];
  const alone = aSmallHouse([talk('recital', { needsEquipment: ['Piano'] })]);
  const bare = planSessions(alone, { seed: 1, left: (spent) => 20_000 - spent });
  expect([bare.slots.get('recital' as SessionId)?.roomId, bare.unplaced, bare.score.equipment]).toEqual([stage, [], USUAL_WEIGHTS.equipment]);

  const rooms = new Map([...alone.world.rooms, [studio, { ...alone.world.rooms.get(stage)!, id: studio, equipment: ['piano'] }]]);
  const equipped = plan({ ...alone, world: { ...alone.world, rooms } });
  expect([equipped.slots.get('recital' as SessionId)?.roomId, equipped.score.equipment]).toEqual([studio, 0]);
});

it('tells the parts of what each best plan costs, which add up to its cost', () => {
  const [request] = fc.sample(anyRequest, { numRuns: 1, seed: 11 });
  let told = 0;
  planSessions(request!, {
    seed: 3, left: (spent) => 20_000 - spent,
    onBest: ({ soft }, score) => {
      told += 1;
      expect(Object.values(score()).reduce((sum, one) => sum + one, 0)).toBeCloseTo(soft, 6);
    },
  });
  expect(told).toBeGreaterThan(0);
});
