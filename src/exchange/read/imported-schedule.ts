import type { Appearance, SessionKind } from '../../contract/agenda.js';
import type { ImportFormat, ImportItem } from '../../contract/exchange.js';

/** What every reader makes of a file: plain, mended, not yet placed in a conference. Keys hold within the file only. */
export interface ImportedSchedule {
  format: ImportFormat;
  /** Set where the file is an export of Meridian: the conference it was made from. */
  exportedFrom: string | null;
  title: string | null;
  acronym: string | null;
  url: string | null;
  /** The zone that the file names, when this runtime knows it. */
  zone: string | null;
  languages: string[] | null;
  /** Dates, ascending; empty where the format has none. */
  days: string[];
  /** As many days as the file has; 0 where the format has none. */
  dayCount: number;
  cities: ImportedCity[];
  venues: ImportedVenue[];
  rooms: ImportedRoom[];
  tracks: ImportedTrack[];
  persons: ImportedPerson[];
  sessions: ImportedSession[];
  items: ImportItem[];
  /** Sessions that were taken with a repair, by `where`. */
  mended: ReadonlySet<string>;
  /** Sessions that could not be taken at all. */
  refused: number;
}

export interface ImportedCity {
  key: string;
  name: string;
  country: string | null;
  zone: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface ImportedVenue {
  key: string;
  city: string;
  name: string;
  /** Undefined: the format does not say. */
  address?: string;
}

export interface ImportedRoom {
  key: string;
  name: string;
  /** The name that the file uses where it can't repeat one; equal to `name` but in exports of Meridian. */
  label: string;
  guid: string | null;
  /** Undefined: the file does not say. */
  capacity?: number | null;
  venue: string | null;
  upstream: Record<string, unknown>;
}

export interface ImportedTrack {
  name: string;
  /** `#rrggbb`; undefined: the file does not say. */
  colour?: string;
}

export interface ImportedPerson {
  key: string;
  name: string;
  guid: string | null;
  /** Undefined: the file does not say. */
  biography?: string;
  upstream: Record<string, unknown>;
}

export interface ImportedAppearance {
  person: string;
  /** Undefined: the format does not say. */
  role?: Appearance['role'];
  mode?: Appearance['mode'];
}

/** An instant with the offset it was written with (null for `Z`, which says nothing of a place), or a time on a wall. */
export type ImportedTime =
  | { at: 'instant'; epoch: number; offsetMinutes: number | null }
  /** `2026-11-24T10:00:00`, in `zone`, or where that is null in the conference's. */
  | { at: 'wall'; text: string; zone: string | null };

export interface ImportedSession {
  where: string;
  /** What the file knows it by; real files repeat them. */
  key: string;
  title: string;
  subtitle: string;
  kind: SessionKind;
  language: string | null;
  track: string | null;
  abstract: string;
  description: string;
  url: string | null;
  room: string;
  start: ImportedTime;
  minutes: number;
  appearances: ImportedAppearance[];
  /** Undefined: the format can't say. */
  cancelled?: boolean;
  cancelReason?: string;
  /** What we only keep and hand on. */
  upstream: Upstream;
}

export interface Reference {
  url: string;
  title: string;
  type?: string;
}

export interface Upstream {
  guid?: string;
  id?: number;
  code?: string;
  slug?: string;
  type?: string;
  logo?: string;
  feedbackUrl?: string;
  originUrl?: string;
  videoUrl?: string;
  recordingLicense?: string;
  doNotRecord?: boolean;
  doNotStream?: boolean;
  recordingUrl?: string;
  recordingLink?: string;
  links?: Reference[];
  attachments?: Reference[];
}
