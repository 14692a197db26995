import type { SessionId } from '../../../contract/ids.js';
import type { Lane } from '../lane.js';
import type { Cast, Placed } from '../placed.js';
import type { PlacementIndex } from '../placement-index.js';
import type { TogetherRule } from '../rule.js';
import type { PlacementCity, PlacementRoom, PlacementSession, PlacementVenue } from '../world.js';

/** The session for which a place is sought, and what stands in its way. */
export interface Sought {
  readonly index: PlacementIndex;
  readonly id: SessionId;
  readonly session: PlacementSession;
  readonly cast: Cast;
  /** Milliseconds. */
  readonly length: number;
}

export interface RoomAt {
  readonly room: PlacementRoom;
  readonly venue: PlacementVenue;
  readonly city: PlacementCity;
}

/** All others that share that with it. */
export function othersIn({ index, id }: Sought, rule: TogetherRule, key: string): Placed[] {
  const lane: Lane | undefined = index.lanes.laneOf(rule, key);
  return lane === undefined ? [] : lane.slots.filter((other) => other.id !== id);
}
