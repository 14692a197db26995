import type { CityId, RoomId, SessionId } from '../../../contract/ids.js';
import type { Finding, FindingCode } from '../../finding.js';
import { castOf, MINUTE } from '../placed.js';
import type { PlacementIndex } from '../placement-index.js';
import type { PlacementSlot } from '../world.js';
import { BITS } from './blocked-starts.js';
import { costOf, type FitParts } from './fit-cost.js';
import { startsByRoom, type RoomStarts } from './starts-by-room.js';
import type { Sought } from './sought.js';
import { touching } from './start-grid.js';

/** Where to look; what is not given is not limited. */
export interface FitOptions {
  readonly cityId?: CityId;
  readonly roomId?: RoomId;
  /** A day by the clock of each room's city, ISO date. */
  readonly on?: string;
  /** How long the session is to be, in minutes; where not given, as it stands, or as it is to be. */
  readonly minutes?: number;
  /** How many are answered; 20 where not given. */
  readonly most?: number;
}

export interface Fit {
  readonly slot: PlacementSlot;
  /** Warnings only: nothing in it is blocking. */
  readonly findings: readonly Finding[];
  /** The sum of the parts. */
  readonly cost: number;
  readonly parts: FitParts;
}

/** A rule that rules candidates out: how many, and how many of them no other rule does. */
export interface Exclusion {
  readonly code: FindingCode;
  readonly candidates: number;
  readonly alone: number;
}

export interface FitAnswer {
  /** The best first. In one room no two of them overlap: what lies beside a better one says nothing new. */
  readonly fits: readonly Fit[];
  /** Starts on the grid in all rooms that were looked at. */
  readonly candidates: number;
  /** Those that no rule rules out. */
  readonly free: number;
  /** Why the others are not; first what rules most out. */
  readonly excluded: readonly Exclusion[];
}

const MOST = 20;

/**
 * Where a session can stand while all others stay: every start of the grid in every room on the conference's days, by the
 * clock of the room's city. Nothing is built for each of the many candidates: what rules starts out and what they cost is
 * painted over the grid, and only the best are looked at with all rules. A session that the world does not know fits nowhere.
 */
export function whereItFits(index: PlacementIndex, sessionId: SessionId, options: FitOptions = {}): FitAnswer {
  const session = index.world.sessions.get(sessionId);
  if (session === undefined) return { fits: [], candidates: 0, free: 0, excluded: [] };
  const current = index.placement.get(sessionId);
  const length = options.minutes !== undefined ? options.minutes * MINUTE : current !== undefined ? current.endsAt - current.startsAt : session.minutes * MINUTE;
  const sought: Sought = { index, id: sessionId, session, cast: castOf(session), length };
  const rooms = startsByRoom(sought, options);
  const masks = countMasks(rooms);
  const fits = theBest(rooms, options.most ?? MOST, length).map(([{ at, grid, partsAt }, start]): Fit => {
    const startsAt = grid.startAt(start);
    const slot = { roomId: at.room.id, startsAt, endsAt: startsAt + length, anchor: current?.anchor ?? 'floating', cancelled: false, waived: false };
    const parts = partsAt(start);
    return { slot, findings: index.findingsFor(sessionId, slot), cost: costOf(parts), parts };
  });
  return { fits, candidates: rooms.reduce((sum, { grid }) => sum + grid.count, 0), free: masks[0]!, excluded: exclusions(masks) };
}

/** How many candidates have each combination of bits. */
function countMasks(rooms: readonly RoomStarts[]): Uint32Array {
  const counts = new Uint32Array(128);
  for (const { mask } of rooms) for (const bits of mask) counts[bits]! += 1;
  return counts;
}

function exclusions(masks: Uint32Array): Exclusion[] {
  const excluded = (Object.keys(BITS) as (keyof typeof BITS)[]).map((code) => ({
    code, candidates: masks.reduce((sum, count, bits) => sum + ((bits & BITS[code]) === 0 ? 0 : count), 0), alone: masks[BITS[code]]!,
  }));
  return excluded.filter(({ candidates }) => candidates > 0).sort((a, b) => b.candidates - a.candidates);
}

/** Takes the cheapest start again and again, and with it what overlaps it in its room. Of equals the earliest, then by room. */
function theBest(rooms: readonly RoomStarts[], most: number, length: number): [RoomStarts, number][] {
  const left = rooms.map((room) => ({ room, best: cheapest(room) })).filter(({ best }) => best >= 0);
  const found: [RoomStarts, number][] = [];
  while (found.length < most) {
    let next: (typeof left)[number] | undefined;
    for (const candidate of left) if (candidate.best >= 0 && (next === undefined || isBetter(candidate, next))) next = candidate;
    if (next === undefined) break;
    const { room, best } = next;
    found.push([room, best]);
    const startsAt = room.grid.startAt(best);
    const { from, to } = touching(startsAt, startsAt + length, length);
    room.grid.add(room.costs, Number.POSITIVE_INFINITY, from, to);
    next.best = cheapest(room);
  }
  return found;
}

function isBetter(a: { room: RoomStarts; best: number }, b: { room: RoomStarts; best: number }): boolean {
  const cost = a.room.costs[a.best]! - b.room.costs[b.best]!;
  if (cost !== 0) return cost < 0;
  const start = a.room.grid.startAt(a.best) - b.room.grid.startAt(b.best);
  return start !== 0 ? start < 0 : a.room.at.room.id < b.room.at.room.id;
}

/** The first of the cheapest; -1 where none is left. */
function cheapest({ costs }: RoomStarts): number {
  let best = -1;
  for (let index = 0; index < costs.length; index += 1) {
    if (costs[index]! < (best < 0 ? Number.POSITIVE_INFINITY : costs[best]!)) best = index;
  }
  return best;
}
