import { z } from 'zod';
import { Channel } from './channel.js';
import { RecordingId, RoomId, SessionId, SpeakerId, TrackId } from './ids.js';
import { City, Conference, Room, Track, Venue } from './place.js';
import { CanonicalInstant } from './scalars.js';

export const SessionKind = z.enum(['keynote', 'panel', 'talk', 'statement', 'performance', 'workshop', 'break', 'other']);
export type SessionKind = z.infer<typeof SessionKind>;

export const AppearanceRole = z.enum(['speaker', 'moderator', 'interpreter']);
export const AppearanceMode = z.enum(['on-site', 'remote']);

/** A speaker in a session, in the order in which they are named. */
export const Appearance = z.object({ speakerId: SpeakerId, role: AppearanceRole, mode: AppearanceMode });
export type Appearance = z.infer<typeof Appearance>;

/** What is published of a speaker. The biography and the photo's address are among the texts. */
export const Speaker = z.object({ id: SpeakerId, name: z.string() });
export type Speaker = z.infer<typeof Speaker>;

export const AnchorKind = z.enum(['fixed', 'floating']);

/** A published session with its slot. Its long texts are in `AgendaTexts`. */
export const AgendaSession = z.object({
  id: SessionId,
  title: z.string(),
  subtitle: z.string(),
  kind: SessionKind,
  /** BCP 47, or null where unknown. */
  language: z.string().nullable(),
  trackId: TrackId.nullable(),
  roomId: RoomId,
  startsAt: CanonicalInstant,
  endsAt: CanonicalInstant,
  anchor: AnchorKind,
  status: z.enum(['scheduled', 'cancelled']),
  /** Why it was cancelled, in words for people; empty when it is not. */
  cancelReason: z.string(),
  /** True where an organizer let it overlap another session of its room or speakers. */
  overlapWaived: z.boolean(),
  appearances: z.array(Appearance),
  url: z.string().nullable(),
  /** The recording that is published of it; null where there is none. */
  replayId: RecordingId.nullable(),
});
export type AgendaSession = z.infer<typeof AgendaSession>;

/**
 * The whole published agenda at one revision. Held by server cache and client alike, and carried forward by
 * `applyChanges` (rules/apply-changes.ts) only. Keyed by id, so that a change costs one key.
 */
export const Agenda = z.object({
  revision: z.number().int(),
  conference: Conference,
  cities: z.record(z.string(), City),
  venues: z.record(z.string(), Venue),
  rooms: z.record(z.string(), Room),
  tracks: z.record(z.string(), Track),
  speakers: z.record(z.string(), Speaker),
  sessions: z.record(z.string(), AgendaSession),
  /** What can be watched: a conference that sends nothing has none. */
  channels: z.record(z.string(), Channel),
});
export type Agenda = z.infer<typeof Agenda>;

export const SessionText = z.object({ abstract: z.string(), description: z.string() });
export type SessionText = z.infer<typeof SessionText>;

/** The long texts of the agenda at one revision: heavy, so read after the agenda, and kept offline with it. */
export const AgendaTexts = z.object({
  revision: z.number().int(),
  sessions: z.record(z.string(), SessionText),
  biographies: z.record(z.string(), z.string()),
  /** Of those speakers who have one: its hash, for `/api/conferences/SLUG/photos/HASH`. */
  photos: z.record(z.string(), z.string()),
});
export type AgendaTexts = z.infer<typeof AgendaTexts>;
