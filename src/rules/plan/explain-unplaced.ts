import type { SessionId } from '../../contract/ids.js';
import { castOf } from '../placement/placed.js';
import { placesOf } from './free-places.js';
import type { UnplacedReason } from './plan.js';
import type { PlanState } from './plan-state.js';
import { roomIdOf, roomsFor, sessionIdOf, startsIn, type PlanTables } from './plan-tables.js';
import { intersect, type Stretches } from './timescale.js';

const MINUTE = 60_000;
/** How many of those in the way are named. */
const NAMED = 5;

/** Why a session has no place. What can be counted comes first: it holds whatever else is planned. */
export function explainUnplaced(state: PlanState, session: number): UnplacedReason[] {
  const { tables } = state;
  const rooms = roomsFor(tables, session);
  if (rooms.length === 0) return whyNoRoom(tables, session);
  if (!rooms.some((room) => startsIn(tables, session, room).length > 0)) return whyNoTime(tables, session, rooms);
  return [...satelliteShort(tables, session), allTaken(state, session, rooms)];
}

function whyNoRoom(tables: PlanTables, session: number): UnplacedReason[] {
  const { request, rooms, cities, cityOf, sessions, sentBy, uplinks, satellites, venueOf } = tables;
  const it = sessions[session]!;
  const city = request.cityOf.get(it.id);
  const reachable = [...rooms.keys()].filter((room) => city === undefined || cities[cityOf[room]!] === city);
  const reasons: UnplacedReason[] = [];
  if (sentBy[session] === 2 && !reachable.some((room) => satellites[venueOf[room]!]! > 0)) reasons.push({ code: 'no-uplink', facts: { by: 'satellite' } });
  else if (sentBy[session] !== 0 && !reachable.some((room) => uplinks[venueOf[room]!]! > 0)) reasons.push({ code: 'no-uplink', facts: { by: 'internet' } });
  return reasons.length > 0 ? reasons : [{ code: 'all-places-taken', facts: { places: 0, by: [], with: [], rooms: [] } }];
}

function whyNoTime(tables: PlanTables, session: number, rooms: readonly number[]): UnplacedReason[] {
  const { openOf, speakersCan, satelliteOf, sentBy, venueOf, duration, scale, sessions } = tables;
  const minutes = (units: number): number => Math.floor((units * scale.unit) / MINUTE);
  const needed = duration[session]!;
  const longest = (all: readonly Stretches[]): number => Math.max(0, ...all.map(longestOf));
  const opening = longest(rooms.map((room) => openOf[room]!));
  if (opening < needed) return [{ code: 'longer-than-any-opening', facts: { minutes: minutes(needed), longest: minutes(opening) } }];
  const windows = rooms.map((room) => (sentBy[session] === 2 ? intersect(openOf[room]!, satelliteOf[venueOf[room]!]!) : openOf[room]!));
  if (longest(windows) < needed) return [{ code: 'longer-than-any-satellite-window', facts: { minutes: minutes(needed), longest: minutes(longest(windows)) } }];
  const speakers = [...castOf(sessions[session]!).all].filter((id) => tables.prepared.available.has(id));
  const common = speakersCan[session] === null ? needed : longestOf(speakersCan[session]!);
  if (common < needed) return [{ code: 'no-common-time', facts: { speakers, minutes: minutes(needed), longest: minutes(common) } }];
  return [{ code: 'no-room-when-speakers-can', facts: { speakers, minutes: minutes(needed) } }];
}

function longestOf(stretches: Stretches): number {
  let longest = 0;
  for (let at = 0; at < stretches.length; at += 2) longest = Math.max(longest, stretches[at + 1]! - stretches[at]!);
  return longest;
}

/** All sessions that go by satellite from the session's city, against what is booked there. */
function satelliteShort({ sentBy, sessions, duration, request, venues, satelliteOf, scale }: PlanTables, session: number): UnplacedReason[] {
  if (sentBy[session] !== 2) return [];
  const city = request.cityOf.get(sessions[session]!.id);
  const inCity = (id: SessionId): boolean => city === undefined || request.cityOf.get(id) === city;
  const needed = sessions.reduce((sum, { id }, n) => sum + (sentBy[n] === 2 && inCity(id) ? duration[n]! : 0), 0);
  const booked = venues.reduce((sum, id, venue) => {
    const there = city === undefined || request.world.venues.get(id)!.cityId === city;
    return sum + (there ? total(satelliteOf[venue]!) : 0);
  }, 0);
  if (needed <= booked) return [];
  return [{ code: 'satellite-minutes-short', facts: { needed: (needed * scale.unit) / MINUTE, booked: (booked * scale.unit) / MINUTE } }];
}

function total(stretches: Stretches): number {
  let sum = 0;
  for (let at = 0; at < stretches.length; at += 2) sum += stretches[at + 1]! - stretches[at]!;
  return sum;
}

/** Looks at each place on the grid that it could have by itself, and counts what is in its way there. */
function allTaken(state: PlanState, session: number, rooms: readonly number[]): UnplacedReason {
  const { tables } = state;
  const { duration } = tables;
  const { roomOf, startOf } = state;
  const by = { room: 0, speaker: 0, travel: 0, uplink: 0 };
  const met = new Map<number, number>();
  let places = 0;
  const whatFor = (other: number, room: number, start: number): keyof typeof by => {
    if (roomOf[other] === room) return 'room';
    const isRelated = tables.related.subarray(tables.relatedFrom[session], tables.relatedFrom[session + 1]).includes(other);
    if (!isRelated) return 'uplink';
    return start < startOf[other]! + duration[other]! && startOf[other]! < start + duration[session]! ? 'speaker' : 'travel';
  };
  for (const { room, start } of placesOf(state, session)) {
    places += 1;
    if (state.isFree(session, room, start)) continue;
    const rules = new Set<keyof typeof by>(state.stuckBy === null ? [] : [state.stuckBy]);
    for (let way = 0; way < state.inTheWayCount; way += 1) {
      const other = state.inTheWay[way]!;
      met.set(other, (met.get(other) ?? 0) + 1);
      rules.add(whatFor(other, room, start));
    }
    for (const rule of rules) by[rule] += 1;
  }
  const most = [...met].sort((a, b) => b[1] - a[1]).slice(0, NAMED).map(([other]) => sessionIdOf(tables, other));
  return {
    code: 'all-places-taken',
    facts: {
      places,
      by: (Object.keys(by) as (keyof typeof by)[]).map((rule) => ({ rule, places: by[rule] })).filter((one) => one.places > 0).sort((a, b) => b.places - a.places),
      with: most,
      rooms: rooms.map((room) => roomIdOf(tables, room)),
    },
  };
}
