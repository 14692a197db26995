import type { CityId, RoomId, SessionId, SpeakerId } from '../../contract/ids.js';
import type { Placement, PlacementSlot, PlacementWorld } from '../placement/world.js';

/** What the automatic schedule is asked for. */
export interface PlanRequest {
  readonly world: PlacementWorld;
  /** Where everything stands now. */
  readonly placement: Placement;
  /** Those that may be moved or placed; all others stay where they are, or nowhere. */
  readonly movable: ReadonlySet<SessionId>;
  /** What was announced: where moving a session has a price. Where it says nothing, `placement` does. */
  readonly published: Placement;
  /** The city that a session must be held in; one that is not in it may be held anywhere. */
  readonly cityOf: ReadonlyMap<SessionId, CityId>;
  readonly weights: PlanWeights;
}

/** What each soft term costs; 0 leaves a term out. Less is better. */
export interface PlanWeights {
  /** A thing that a session needs and its room does not have. Heavy: such a room is for want of any other. */
  readonly equipment: number;
  /** A room that holds none of those who are expected; a share of it for the share that finds no seat, a little for empty seats. */
  readonly roomFit: number;
  /** Two sessions of one track at once in one city, an hour. */
  readonly parallelTracks: number;
  /** A speaker who has it between 23:00 and 07:00. */
  readonly speakersHours: number;
  /** The city, or all who follow from elsewhere, at night; less for a part of them. */
  readonly audienceHours: number;
  /** Each room of a track in a city after its first. */
  readonly trackRooms: number;
  /** A session that leaves where it was announced. */
  readonly change: number;
}

export const USUAL_WEIGHTS: PlanWeights = { equipment: 150, roomFit: 20, parallelTracks: 10, speakersHours: 40, audienceHours: 20, trackRooms: 3, change: 30 };

export type PlanTerm = keyof PlanWeights;

export interface PlanResult {
  /** The movable sessions that have a place, with their slots: also those that stay where they were. */
  readonly slots: ReadonlyMap<SessionId, PlacementSlot>;
  readonly unplaced: readonly Unplaced[];
  /** The soft cost, term by term, weights included. */
  readonly score: Readonly<Record<PlanTerm, number>>;
}

/** A session that found no place, and why: the plainest reasons first. */
export interface Unplaced {
  readonly sessionId: SessionId;
  readonly reasons: readonly UnplacedReason[];
}

/** Lengths are minutes. The sentence for people is made from the code and the facts. */
export type UnplacedReason =
  /** No room that it may have is at a venue that can send it. */
  | { code: 'no-uplink'; facts: { by: 'internet' | 'satellite' } }
  | { code: 'longer-than-any-opening'; facts: { minutes: number; longest: number } }
  | { code: 'longer-than-any-satellite-window'; facts: { minutes: number; longest: number } }
  /** The people who appear have no time in common that is long enough. */
  | { code: 'no-common-time'; facts: { speakers: SpeakerId[]; minutes: number; longest: number } }
  /** They have, but no room is open then; or no window is booked. */
  | { code: 'no-room-when-speakers-can'; facts: { speakers: SpeakerId[]; minutes: number } }
  /** All that is to be sent by satellite is longer than what is booked, margins taken off. */
  | { code: 'satellite-minutes-short'; facts: { needed: number; booked: number } }
  /** Every place that it could have is taken: how many such places there are, and what each is taken by, the most frequent first. */
  | { code: 'all-places-taken'; facts: { places: number; by: { rule: 'room' | 'speaker' | 'travel' | 'uplink'; places: number }[]; with: SessionId[]; rooms: RoomId[] } };
