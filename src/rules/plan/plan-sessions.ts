import type { SessionId } from '../../contract/ids.js';
import type { PlacementSlot } from '../placement/world.js';
import { search, type Search } from '../search/search.js';
import type { Best } from '../search/anneal.js';
import type { Snapshot } from '../search/state.js';
import { explainUnplaced } from './explain-unplaced.js';
import { placeWhatFits } from './free-places.js';
import type { PlanRequest, PlanResult, PlanTerm } from './plan.js';
import { equipment, hours, roomFit } from './plan-costs.js';
import { PLAN_MOVES } from './plan-moves.js';
import { PlanState } from './plan-state.js';
import { NOWHERE, planTablesOf, roomIdOf, sessionIdOf, type PlanTables } from './plan-tables.js';
import { instantOf } from './timescale.js';

export interface PlanProgress {
  iterations: number;
  placed: number;
  unplaced: number;
  /** The soft cost; less is better. */
  soft: number;
}

export type PlanScore = Readonly<Record<PlanTerm, number>>;

export interface Planning extends Pick<Search, 'seed' | 'left' | 'goOn'> {
  /** `score`: the parts of the soft cost. Worked out when it is asked for, since bests are many and looks at them few. */
  onBest?: (progress: PlanProgress, score: () => PlanScore) => void;
}

/** Where something stands already, rounds that begin hotter than this would only tear it up. */
const GENTLE = 10;

/** Finds a place for the movable sessions; no hard rule is broken in the result. What finds none is explained. */
export function planSessions(request: PlanRequest, { seed, left, goOn, onBest }: Planning): PlanResult {
  const tables = planTablesOf(request);
  const state = new PlanState(tables, PLAN_MOVES);
  // the search's own state walks on meanwhile
  let beside: PlanState | null = null;
  const scoreAt = (snapshot: Snapshot): PlanScore => {
    beside ??= new PlanState(tables, PLAN_MOVES);
    beside.restore(snapshot);
    return scoreOf(beside);
  };
  const stands = state.hard * 2 < tables.movable.length;
  search(state, {
    seed, left, goOn, hottest: stands ? GENTLE : undefined,
    onBest: ({ hard, soft, snapshot }: Best, iterations) => onBest?.({ iterations, placed: tables.movable.length - hard, unplaced: hard, soft }, () => scoreAt(snapshot)),
  });
  placeWhatFits(state);
  return resultOf(state);
}

export function resultOf(state: PlanState): PlanResult {
  const { tables } = state;
  const slots = new Map<SessionId, PlacementSlot>();
  for (const session of tables.movable) {
    if (state.roomOf[session] !== NOWHERE) slots.set(sessionIdOf(tables, session), slotOf(state, session));
  }
  const unplaced = [...state.tray.subarray(0, state.hard)].sort((a, b) => a - b)
    .map((session) => ({ sessionId: sessionIdOf(tables, session), reasons: explainUnplaced(state, session) }));
  return { slots, unplaced, score: scoreOf(state) };
}

function slotOf({ tables, roomOf, startOf }: PlanState, session: number): PlacementSlot {
  const { scale, duration, request, nowRoom, nowStart } = tables;
  const now = request.placement.get(sessionIdOf(tables, session));
  if (now !== undefined && nowRoom[session] === roomOf[session] && nowStart[session] === startOf[session]) return now;
  const startsAt = instantOf(scale, startOf[session]!);
  const length = now === undefined || now.cancelled ? tables.sessions[session]!.minutes * 60_000 : now.endsAt - now.startsAt;
  return {
    roomId: roomIdOf(tables, roomOf[session]!), startsAt, endsAt: startsAt + Math.min(length, duration[session]! * scale.unit),
    anchor: now?.anchor ?? 'floating', cancelled: false, waived: false,
  };
}

function scoreOf(state: PlanState): Record<PlanTerm, number> {
  const { tables, costs, roomOf, startOf } = state;
  const score = { equipment: 0, roomFit: 0, parallelTracks: 0, speakersHours: 0, audienceHours: 0, trackRooms: 0, change: 0 };
  for (const session of tables.movable) {
    const room = roomOf[session]!;
    if (room === NOWHERE) continue;
    const start = startOf[session]!;
    const night = hours(tables, session, room, start);
    score.equipment += equipment(tables, session, room);
    score.roomFit += roomFit(tables, session, room);
    score.speakersHours += night.speakers;
    score.audienceHours += night.audience;
    score.change += costs.change(session, room, start);
  }
  const { parallelTracks, trackRooms } = ofTracks(state, tables);
  return { ...score, parallelTracks, trackRooms };
}

/** Counted anew over all sessions, also those that stand still. */
function ofTracks({ roomOf, startOf }: PlanState, tables: PlanTables): { parallelTracks: number; trackRooms: number } {
  const { sessions, trackOf, cityOf, duration, scale, request } = tables;
  const rooms = new Map<string, Set<number>>();
  let together = 0;
  const placed = [...sessions.keys()].filter((session) => roomOf[session] !== NOWHERE && trackOf[session] !== NOWHERE);
  for (const [n, one] of placed.entries()) {
    const key = `${trackOf[one]} ${cityOf[roomOf[one]!]}`;
    rooms.set(key, (rooms.get(key) ?? new Set()).add(roomOf[one]!));
    for (const other of placed.slice(n + 1)) {
      if (trackOf[one] !== trackOf[other] || cityOf[roomOf[one]!] !== cityOf[roomOf[other]!]) continue;
      together += Math.max(0, Math.min(startOf[one]! + duration[one]!, startOf[other]! + duration[other]!) - Math.max(startOf[one]!, startOf[other]!));
    }
  }
  return {
    parallelTracks: (request.weights.parallelTracks * together * scale.unit) / 3_600_000,
    trackRooms: request.weights.trackRooms * [...rooms.values()].reduce((sum, { size }) => sum + size - 1, 0),
  };
}
