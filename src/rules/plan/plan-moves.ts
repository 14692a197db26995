import type { Random } from '../search/random.js';
import { NOWHERE } from './plan-tables.js';
import type { PlanMove, PlanState } from './plan-state.js';

/** A start on the grid in one of the stretches, each as likely as it is long; NOWHERE when there is none. */
function someStart(state: PlanState, session: number, room: number, random: Random): number {
  const starts = state.startsOf(session, room);
  let length = 0;
  for (let at = 0; at < starts.length; at += 2) length += starts[at + 1]! - starts[at]! + 1;
  if (length === 0) return NOWHERE;
  let pick = random.below(length);
  for (let at = 0; at < starts.length; at += 2) {
    const stretch = starts[at + 1]! - starts[at]! + 1;
    if (pick < stretch) return onGrid(state, room, starts[at]! + pick, starts[at]!, starts[at + 1]!);
    pick -= stretch;
  }
  return NOWHERE;
}

/** The place on the grid at or before a unit, or the next one; NOWHERE when neither is between first and last. */
function onGrid(state: PlanState, room: number, unit: number, first: number, last: number): number {
  const { phase, scale } = state.tables;
  const past = (((unit - phase[room]!) % scale.grid) + scale.grid) % scale.grid;
  const before = unit - past;
  if (before >= first) return before;
  return before + scale.grid <= last ? before + scale.grid : NOWHERE;
}

const someMovable = (state: PlanState, random: Random): number => state.tables.movable[random.below(state.tables.movable.length)]!;

function someRoom(state: PlanState, session: number, random: Random): number {
  const rooms = state.roomsOf(session);
  return rooms.length === 0 ? NOWHERE : rooms[random.below(rooms.length)]!;
}

/** Puts a session there if it may begin there and nothing is in the way. */
function putIfFree(state: PlanState, session: number, room: number, start: number): boolean {
  if (!state.mayBegin(session, room, start) || !state.isFree(session, room, start)) return false;
  state.put(session, room, start);
  return true;
}

/** Puts a session there and what is in its way into the tray; not where something stands that must not move. */
function putAnyway(state: PlanState, session: number, room: number, start: number): boolean {
  if (!state.mayBegin(session, room, start)) return false;
  // an uplink may have to lose one after the other
  for (let round = 0; round < 8; round += 1) {
    if (state.isFree(session, room, start)) {
      state.put(session, room, start);
      return true;
    }
    if (state.stuckBy !== null) return false;
    for (let at = 0; at < state.inTheWayCount; at += 1) state.take(state.inTheWay[at]!);
  }
  return false;
}

/** To any slot that is free. */
export const relocateSession: PlanMove = (state, random) => {
  const session = someMovable(state, random);
  const room = someRoom(state, session, random);
  if (room === NOWHERE) return false;
  const start = someStart(state, session, room, random);
  if (start === NOWHERE) return false;
  if (state.roomOf[session] !== NOWHERE) state.take(session);
  return putIfFree(state, session, room, start);
};

/** Right after or before another session in its room: so that no time is lost between. */
export const placeBeside: PlanMove = (state, random) => {
  const session = state.hard > 0 && random.below(2) === 0 ? state.tray[random.below(state.hard)]! : someMovable(state, random);
  const other = someMovable(state, random);
  const room = state.roomOf[other]!;
  if (room === NOWHERE || other === session) return false;
  const { duration, changeover, phase, scale } = state.tables;
  const after = random.below(2) === 0;
  const near = after ? state.startOf[other]! + duration[other]! + changeover[room]! : state.startOf[other]! - changeover[room]! - duration[session]!;
  const past = (((near - phase[room]!) % scale.grid) + scale.grid) % scale.grid;
  if (state.roomOf[session] !== NOWHERE) state.take(session);
  return putIfFree(state, session, room, after && past > 0 ? near - past + scale.grid : near - past);
};

/** One from the tray gets a place; what is in its way goes to the tray. */
export const placeFromTray: PlanMove = (state, random) => {
  if (state.hard === 0) return false;
  const session = state.tray[random.below(state.hard)]!;
  const room = someRoom(state, session, random);
  const start = room === NOWHERE ? NOWHERE : someStart(state, session, room, random);
  return start !== NOWHERE && putAnyway(state, session, room, start);
};

/** One moves to any slot; what is in its way goes to the tray. */
export const displace: PlanMove = (state, random) => {
  const session = someMovable(state, random);
  const room = someRoom(state, session, random);
  const start = room === NOWHERE ? NOWHERE : someStart(state, session, room, random);
  if (start === NOWHERE) return false;
  if (state.roomOf[session] !== NOWHERE) state.take(session);
  return putAnyway(state, session, room, start);
};

/** Two sessions change places. */
export const swapSessions: PlanMove = (state, random) => {
  const one = someMovable(state, random);
  const other = someMovable(state, random);
  const [roomA, roomB] = [state.roomOf[one]!, state.roomOf[other]!];
  const [startA, startB] = [state.startOf[one]!, state.startOf[other]!];
  if (one === other || roomA === NOWHERE || roomB === NOWHERE) return false;
  state.take(one);
  state.take(other);
  return putIfFree(state, one, roomB, startB) && putIfFree(state, other, roomA, startA);
};

/** A little earlier or later in the same room. */
export const shiftSession: PlanMove = (state, random) => {
  const session = someMovable(state, random);
  const room = state.roomOf[session]!;
  if (room === NOWHERE) return false;
  const steps = (random.below(6) + 1) * (random.below(2) === 0 ? -1 : 1);
  const start = state.startOf[session]! + steps * state.tables.scale.grid;
  state.take(session);
  return putIfFree(state, session, room, start);
};

/** The same time in another room. */
export const changeRoom: PlanMove = (state, random) => {
  const session = someMovable(state, random);
  const room = someRoom(state, session, random);
  const start = state.startOf[session]!;
  if (start === NOWHERE || room === state.roomOf[session] || room === NOWHERE) return false;
  state.take(session);
  return putIfFree(state, session, room, start);
};

/** Back to where it was announced, whatever moved into its place meanwhile. */
export const backToAnnounced: PlanMove = (state, random) => {
  const session = someMovable(state, random);
  const { announcedRoom, announcedStart } = state.tables;
  const room = announcedRoom[session]!;
  if (room === NOWHERE || (state.roomOf[session] === room && state.startOf[session] === announcedStart[session])) return false;
  if (state.roomOf[session] !== NOWHERE) state.take(session);
  return putAnyway(state, session, room, announcedStart[session]!);
};

/** Which moves are tried, and how often: shares, in no unit. */
const SHARES: readonly [number, PlanMove][] = [
  [20, relocateSession], [15, placeBeside], [15, placeFromTray], [5, displace], [15, swapSessions], [15, shiftSession], [10, changeRoom], [5, backToAnnounced],
];

export const PLAN_MOVES = SHARES.map(([share, move]) => ({ weight: share / SHARES.reduce((sum, [one]) => sum + one, 0), move }));
