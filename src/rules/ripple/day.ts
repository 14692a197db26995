import type { RoomId, SessionId, SpeakerId, VenueId } from '../../contract/ids.js';
import { TravelTimes } from '../placement/travel-times.js';
import type { Placement, PlacementSlot, PlacementWorld } from '../placement/world.js';

export const MINUTE = 60_000;

/** A day of a conference as it stands: what a change of it is worked out on. Built once, asked many times. */
export interface Day {
  readonly world: PlacementWorld;
  /** What the audience sees now. */
  readonly published: Placement;
  /** Where the last release had them: how far what is late may come forward again. */
  readonly planned: Placement;
  /** Epoch milliseconds. What ended before this stays where it was, unless it turns out not to have begun. */
  readonly now: number;
  readonly travel: TravelTimes;
  readonly inRoom: ReadonlyMap<RoomId, readonly SessionId[]>;
  readonly ofSpeaker: ReadonlyMap<SpeakerId, readonly SessionId[]>;
}

export function openDay(facts: Pick<Day, 'world' | 'published' | 'planned' | 'now'>): Day {
  const inRoom = new Map<RoomId, SessionId[]>();
  const ofSpeaker = new Map<SpeakerId, SessionId[]>();
  for (const [id, slot] of facts.published) {
    listed(inRoom, slot.roomId).push(id);
    for (const speaker of speakersOf(facts.world, id)) listed(ofSpeaker, speaker).push(id);
  }
  return { ...facts, travel: new TravelTimes(facts.world), inRoom, ofSpeaker };
}

export const speakersOf = (world: PlacementWorld, id: SessionId): SpeakerId[] => [
  ...new Set(world.sessions.get(id)?.appearances.map(({ speakerId }) => speakerId)),
];

export const venueOf = (world: PlacementWorld, { roomId }: Pick<PlacementSlot, 'roomId'>): VenueId | null => world.rooms.get(roomId)?.venueId ?? null;

export const isOver = (day: Day, slot: PlacementSlot): boolean => slot.endsAt <= day.now;
export const isRunning = (day: Day, slot: PlacementSlot): boolean => slot.startsAt <= day.now && day.now < slot.endsAt;

export const sameSlot = (a: PlacementSlot, b: PlacementSlot): boolean =>
  a.roomId === b.roomId && a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.cancelled === b.cancelled;

function listed<K, V>(index: Map<K, V[]>, key: K): V[] {
  const held = index.get(key);
  if (held !== undefined) return held;
  const list: V[] = [];
  index.set(key, list);
  return list;
}
