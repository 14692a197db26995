import type { RoomId, SessionId } from '../../contract/ids.js';
import { lackingIn } from '../placement/alone/equipment-missing.js';
import type { PlacementRoom, PlacementSlot } from '../placement/world.js';
import { isWithin } from '../availability.js';
import type { Day } from './day.js';
import { findBreaks } from './find-breaks.js';

const NEAREST = 60;

export interface RankedRoom {
  readonly roomId: RoomId;
  /** Seen from where the session is published. */
  readonly near: 'venue' | 'city' | 'elsewhere';
  /** Free, open and equipped, with nothing broken by it. */
  readonly fits: boolean;
  readonly isFree: boolean;
  /** It holds fewer than the room that it leaves, or than are expected. */
  readonly isSmaller: boolean;
  readonly lacks: readonly string[];
}

/**
 * The other rooms for a session at the time of `slot`, the best first: those that fit before those that don't, near ones
 * before far ones, large enough before too small; of two alike, the smaller.
 */
export function rankRooms(day: Day, sessionId: SessionId, slot: PlacementSlot): RankedRoom[] {
  return candidates(day, sessionId, slot).map((room) => ranked(day, sessionId, slot, room)).sort((a, b) => fitness(a) - fitness(b));
}

/** The best of those that fit, at most so many, among those that are nearest: nobody is sent across a hundred cities. */
export function fittingRooms(day: Day, sessionId: SessionId, slot: PlacementSlot, most: number): RankedRoom[] {
  const found: RankedRoom[] = [];
  for (const room of candidates(day, sessionId, slot).slice(0, NEAREST)) {
    if (found.length === most) break;
    const one = ranked(day, sessionId, slot, room);
    if (one.fits) found.push(one);
  }
  return found;
}

/** By what is known without looking at their day. */
function candidates(day: Day, sessionId: SessionId, slot: PlacementSlot): PlacementRoom[] {
  return [...day.world.rooms.values()]
    .filter(({ id }) => id !== slot.roomId)
    .map((room) => ({ room, distance: { venue: 0, city: 10, elsewhere: 20 }[nearness(day, slot.roomId, room.id)] + (isSmaller(day, sessionId, slot, room) ? 5 : 0) }))
    .sort((a, b) => a.distance - b.distance || spare(a.room) - spare(b.room) || (a.room.id < b.room.id ? -1 : 1))
    .map(({ room }) => room);
}

function ranked(day: Day, sessionId: SessionId, slot: PlacementSlot, room: PlacementRoom): RankedRoom {
  const session = day.world.sessions.get(sessionId);
  const there = { ...slot, roomId: room.id };
  const broken = findBreaks(day, new Map([[sessionId, there]]));
  const lacks = lackingIn(room, session?.needsEquipment ?? []);
  const isFree = !broken.some(({ code }) => code === 'room-overlap');
  const isOpen = room.open === null || isWithin([...room.open], there);
  return {
    roomId: room.id, near: nearness(day, slot.roomId, room.id), isFree, lacks, isSmaller: isSmaller(day, sessionId, slot, room),
    fits: broken.every(({ severity }) => severity === 'warning') && isOpen && lacks.length === 0,
  };
}

function nearness(day: Day, from: RoomId, to: RoomId): RankedRoom['near'] {
  const [a, b] = [from, to].map((id) => day.world.rooms.get(id)?.venueId);
  if (a === b) return 'venue';
  const [cityA, cityB] = [a, b].map((id) => (id === undefined ? undefined : day.world.venues.get(id)?.cityId));
  return cityA === cityB ? 'city' : 'elsewhere';
}

function isSmaller(day: Day, sessionId: SessionId, slot: PlacementSlot, room: PlacementRoom): boolean {
  const wanted = day.world.sessions.get(sessionId)?.expectedPeople ?? day.world.rooms.get(slot.roomId)?.capacity ?? null;
  return wanted !== null && room.capacity !== null && room.capacity < wanted;
}

// the order of the candidates is kept among equals
const fitness = ({ fits, isFree }: RankedRoom): number => (fits ? 0 : isFree ? 1 : 2);

/** People that a room holds; one of which nobody knows comes last. */
const spare = ({ capacity }: PlacementRoom): number => capacity ?? Number.MAX_SAFE_INTEGER;
