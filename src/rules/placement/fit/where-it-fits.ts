import type { CityId, RoomId, SessionId } from '../../../contract/ids.js';
import type { Finding, FindingCode } from '../../finding.js';
import type { PlacementIndex } from '../placement-index.js';
import type { PlacementSlot } from '../world.js';

/** Where to look; what is not given is not limited. */
export interface FitOptions {
  readonly cityId?: CityId;
  readonly roomId?: RoomId;
  /** A day by the clock of each room's city, ISO date. */
  readonly on?: string;
  /** How long the session is to be, in minutes; as it stands, or as it is to be, where not given. */
  readonly minutes?: number;
  /** How many are answered. 20 where not given. */
  readonly most?: number;
}

/** What a slot costs, the less the better; 0 is perfect. */
export interface FitScore {
  /** Warnings, each with its weight. */
  readonly warnings: number;
  /** Seats that would stay empty. */
  readonly room: number;
  /** How far the speakers who must be on site are from where else they are. */
  readonly travel: number;
  /** People for whom it would be night. */
  readonly hours: number;
}

export interface Fit {
  readonly slot: PlacementSlot;
  /** Warnings only: nothing in it is blocking. */
  readonly findings: readonly Finding[];
  readonly cost: number;
  readonly parts: FitScore;
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
  /** By how many they rule out. */
  readonly excluded: readonly Exclusion[];
}

export type WhereItFits = (index: PlacementIndex, sessionId: SessionId, options?: FitOptions) => FitAnswer;
