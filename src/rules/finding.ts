import type { CityId, RoomId, SessionId, SpeakerId, TrackId, VenueId } from '../contract/ids.js';
import type { Window } from './availability.js';

/** What each code's sentence needs: ids and numbers only. Instants are epoch milliseconds. */
export interface FindingFacts {
  /** `minutes`: how long both want the room, its changeover included. */
  'room-overlap': { room: RoomId; minutes: number };
  'speaker-overlap': { speaker: SpeakerId; minutes: number };
  'travel-time': {
    speaker: SpeakerId; from: VenueId; to: VenueId;
    /** The time between the two sessions, and the time that the way takes. */
    gapMinutes: number; neededMinutes: number;
    basis: TravelBasis;
  };
  /** `nearest`: the speaker's window that is nearest to the session; null where they gave none. */
  'speaker-unavailable': { speaker: SpeakerId; nearest: Window | null };
  'room-closed': { room: RoomId; nearest: Window | null };
  /** `nearest`: the booked window that is nearest, as booked, margins not taken off. */
  'outside-satellite-window': { venue: VenueId; marginMinutes: number; nearest: Window | null };
  /** At the instant `at`, so many stages are live from a venue that can carry `most`; `by` says what runs out. */
  'uplink-overbooked': { venue: VenueId; at: number; stages: number; most: number; by: 'uplinks' | 'satellite' };
  'over-capacity': { room: RoomId; people: number; capacity: number };
  'unfriendly-hour': UnfriendlyHour;
  'equipment-missing': { room: RoomId; missing: string[] };
  /** Promised languages, BCP 47, into which nobody interprets. */
  'language-uncovered': { languages: string[] };
  'parallel-track': { track: TrackId; city: CityId; minutes: number };
}

/** Where a travel time comes from: the organizer's own table, the distance between the cities, or an assumption. */
export type TravelBasis = 'organizer' | 'distance' | 'same-city' | 'unknown-position';

/** Who has the session between 23:00 and 07:00 by the clock where they are. */
export interface UnfriendlyHour {
  speakers: SpeakerId[];
  /** The session's own city, where it is night there, with the people registered in it. */
  city: { id: CityId; people: number } | null;
  /** People who follow from elsewhere and have night; 0 where the session is not sent. */
  elsewhere: number;
  /** All of them. */
  people: number;
}

export type FindingCode = keyof FindingFacts;

/**
 * `blocking`: may not be. `waived`: would be blocking, but an organizer let one of the sessions break such rules, and said
 * why. `warning`: may be, and somebody should know.
 */
export type Severity = 'blocking' | 'waived' | 'warning';

interface FindingWith<C extends FindingCode> {
  code: C;
  severity: Severity;
  sessions: SessionId[];
  facts: FindingFacts[C];
}

/** A finding of one of these codes. */
export type FindingOf<C extends FindingCode> = { [K in C]: FindingWith<K> }[C];

/**
 * A slot breaks a rule of placement. `sessions` are the ones concerned, by start. The sentence for people is made from the
 * code and the facts.
 */
export type Finding = FindingOf<FindingCode>;
