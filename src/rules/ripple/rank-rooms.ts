import type { RoomId, SessionId } from '../../contract/ids.js';
import type { DayChange } from '../../contract/live-day.js';
import type { PlacementRoom, PlacementSlot } from '../placement/world.js';
import { isWithin } from '../availability.js';
import { openDay, type Day } from './day.js';
import { findBreaks } from './find-breaks.js';
import { ripple, withMoves } from './ripple.js';

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
 * The other rooms for a session at the time that it has, the best first: those that fit before those that don't, near ones
 * before far ones, large enough before too small. `besides` are changes that are made as well.
 */
export function rankRooms(day: Day, sessionId: SessionId, besides: readonly DayChange[] = []): RankedRoom[] {
  const slot = day.published.get(sessionId);
  if (slot === undefined) return [];
  const result = ripple(day, besides, { gridMinutes: 1, catchUp: false, shortenBreaksTo: null });
  const others = 'reason' in result ? [] : result.moves.filter((move) => move.sessionId !== sessionId);
  const meanwhile = openDay({ ...day, published: withMoves(day.published, others) });
  return [...day.world.rooms.values()]
    .filter(({ id }) => id !== slot.roomId)
    .map((room) => ranked(meanwhile, sessionId, slot, room))
    .sort((a, b) => weight(a) - weight(b) || spare(day, a) - spare(day, b) || (a.roomId < b.roomId ? -1 : 1));
}

function ranked(day: Day, sessionId: SessionId, slot: PlacementSlot, room: PlacementRoom): RankedRoom {
  const session = day.world.sessions.get(sessionId);
  const there = { ...slot, roomId: room.id };
  const broken = findBreaks(day, new Map([[sessionId, there]]));
  const lacks = (session?.needsEquipment ?? []).filter((thing) => !room.equipment.includes(thing));
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

const weight = ({ fits, isFree, near, isSmaller: small }: RankedRoom): number =>
  (fits ? 0 : 100) + (isFree ? 0 : 50) + { venue: 0, city: 10, elsewhere: 20 }[near] + (small ? 5 : 0);

/** People that a room holds, so that of two which do the smaller is first. */
const spare = (day: Day, { roomId }: RankedRoom): number => day.world.rooms.get(roomId)?.capacity ?? Number.MAX_SAFE_INTEGER;
