import type { CityId, RoomId, SessionId, SpeakerId, TrackId, UplinkId, VenueId } from '../../contract/ids.js';
import type { Window } from '../availability.js';

/**
 * All that the rules of placement need to know of a conference: the board, the automatic schedule and the server build
 * the same world and so come to the same findings. Instants and lengths of time are epoch milliseconds, unless a name
 * says minutes.
 */
export interface PlacementWorld {
  /** IANA; of the conference. */
  readonly zone: string;
  /** Its first and last day, as ISO dates. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** The languages that the conference promises, BCP 47. */
  readonly languages: readonly string[];
  /** The grid on which slots snap, in minutes. */
  readonly gridMinutes: number;
  /** Minutes that a session sent by satellite keeps clear at each end of its booked window. */
  readonly satelliteMarginMinutes: number;
  readonly cities: ReadonlyMap<CityId, PlacementCity>;
  readonly venues: ReadonlyMap<VenueId, PlacementVenue>;
  readonly rooms: ReadonlyMap<RoomId, PlacementRoom>;
  readonly speakers: ReadonlyMap<SpeakerId, PlacementSpeaker>;
  readonly sessions: ReadonlyMap<SessionId, PlacementSession>;
  /** Who follows from where: the people registered at venues and remotely, by zone. */
  readonly audiences: readonly Audience[];
  /** The organizer's own times from venue to venue, in minutes, keyed by `travelKey`. What is not in it is estimated. */
  readonly travelMinutes: ReadonlyMap<string, number>;
}

export interface PlacementCity {
  readonly id: CityId;
  readonly zone: string;
  /** Degrees, WGS 84; null where unknown. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface PlacementVenue {
  readonly id: VenueId;
  readonly cityId: CityId;
  /** How many stages its uplinks can carry at once, of any kind. */
  readonly uplinks: number;
  /** The booked windows of its satellite uplinks. They never move. */
  readonly satelliteWindows: readonly (Window & { readonly uplinkId: UplinkId })[];
}

export interface PlacementRoom {
  readonly id: RoomId;
  readonly venueId: VenueId;
  /** People; null where unknown. */
  readonly capacity: number | null;
  readonly equipment: readonly string[];
  readonly changeoverMinutes: number;
  /** A shared room holds several sessions at once. */
  readonly shared: boolean;
  /** When it is open, as instants over the conference's days; null: always. */
  readonly open: readonly Window[] | null;
}

export interface PlacementSpeaker {
  readonly id: SpeakerId;
  /** IANA; null where they have not said. */
  readonly zone: string | null;
  /** When they can; null where they have not said: always. */
  readonly available: readonly Window[] | null;
}

export interface PlacementSession {
  readonly id: SessionId;
  readonly kind: string;
  /** BCP 47, or null where unknown. */
  readonly language: string | null;
  readonly trackId: TrackId | null;
  /** How long it is to be, in minutes, where it has no slot yet. */
  readonly minutes: number;
  /** How it leaves its venue; null: it is not sent. */
  readonly sentBy: 'internet' | 'satellite' | null;
  readonly needsEquipment: readonly string[];
  /** People; null where nobody said. */
  readonly expectedPeople: number | null;
  readonly appearances: readonly PlacementAppearance[];
}

export interface PlacementAppearance {
  readonly speakerId: SpeakerId;
  readonly role: 'speaker' | 'moderator' | 'interpreter';
  readonly mode: 'on-site' | 'remote';
  /** Of an interpreter: the language that they speak into the channel. */
  readonly interpretsInto: string | null;
}

export interface PlacementSlot {
  readonly roomId: RoomId;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly anchor: 'fixed' | 'floating';
  /** A cancelled slot is in nobody's way. */
  readonly cancelled: boolean;
  /** An organizer let it break blocking rules, and said why. */
  readonly waived: boolean;
}

/** Where the sessions are. A session that is not in it is not scheduled. */
export type Placement = ReadonlyMap<SessionId, PlacementSlot>;

export interface Audience {
  /** IANA. */
  readonly zone: string;
  /** Null: remote. */
  readonly cityId: CityId | null;
  readonly people: number;
}

/** The way is as long there as back: one key for both directions. */
export const travelKey = (a: VenueId, b: VenueId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
