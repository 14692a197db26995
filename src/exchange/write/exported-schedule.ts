import type { Appearance, SessionKind } from '../../contract/agenda.js';
import type { ConferenceId, RoomId, SessionId, SpeakerId } from '../../contract/ids.js';
import type { City, Conference, Track, Venue } from '../../contract/place.js';
import type { Upstream } from '../read/imported-schedule.js';

/** What every writer writes from: the published agenda, with the identities that the formats want. */
export interface ExportedSchedule {
  conference: Conference & { id: ConferenceId };
  revision: number;
  /** When that revision was made. */
  changedAt: string;
  cities: City[];
  venues: Venue[];
  rooms: ExportedRoom[];
  tracks: Track[];
  persons: ExportedPerson[];
  sessions: ExportedSession[];
}

export interface ExportedRoom {
  id: RoomId;
  guid: string;
  name: string;
  /** Unique in the conference, for formats that know a room by its name only. */
  label: string;
  capacity: number | null;
  venue: Venue;
  city: City;
}

export interface ExportedPerson {
  id: SpeakerId;
  guid: string;
  /** A positive integer, unique in the conference. */
  number: number;
  name: string;
  biography: string;
}

export interface ExportedSession {
  id: SessionId;
  guid: string;
  number: number;
  slug: string;
  /** Capitals and digits, unique; null where the source has none. */
  code: string | null;
  title: string;
  subtitle: string;
  kind: SessionKind;
  language: string | null;
  track: Track | null;
  abstract: string;
  description: string;
  url: string | null;
  room: ExportedRoom;
  /** Milliseconds since 1970. */
  startsAt: number;
  endsAt: number;
  cancelled: boolean;
  cancelReason: string;
  appearances: { person: ExportedPerson; role: Appearance['role']; mode: Appearance['mode'] }[];
  /** The last revision that changed it. */
  revision: number;
  /** Where it started before it was last moved in time; null where it never was. */
  rescheduledFrom: number | null;
  upstream: Upstream;
}
