import { z } from 'zod';
import { ChannelAccess, Playback } from './channel.js';
import { ChannelId, CityId, RecordingId, RoomId, SessionId } from './ids.js';
import { CanonicalInstant, InstantText } from './scalars.js';

/**
 * `recording`: being made. `ready`: whole, seen by the staff. `published`: to be watched on the session's page. `withdrawn`: was
 * published. `failed`: ends where it could no longer be stored.
 */
export const RecordingState = z.enum(['recording', 'ready', 'published', 'withdrawn', 'failed']);
export type RecordingState = z.infer<typeof RecordingState>;

/** Why nothing more is stored: the disk is full, recordings have reached their limit, or the storage refused for another reason. */
export const RecordingFailure = z.enum(['storage-full', 'over-limit', 'storage-failed']);
export type RecordingFailure = z.infer<typeof RecordingFailure>;

/** What becomes of what a stage sends during its sessions. */
export const StageRecording = z.enum(['off', 'keep', 'publish']);
export type StageRecording = z.infer<typeof StageRecording>;

/** A talk within a recording. */
export const Chapter = z.object({
  sessionId: SessionId,
  title: z.string(),
  /** Seconds from the beginning of what is shown. */
  at: z.number(),
});
export type Chapter = z.infer<typeof Chapter>;

export const Recording = z.object({
  id: RecordingId,
  /** Null where the session is no longer there. */
  sessionId: SessionId.nullable(),
  title: z.string(),
  channelId: ChannelId,
  cityId: CityId.nullable(),
  access: ChannelAccess,
  state: RecordingState,
  failure: RecordingFailure.nullable(),
  /** Of what is kept. `endsAt` is null while it is made. */
  startsAt: CanonicalInstant,
  endsAt: CanonicalInstant.nullable(),
  /** What is shown of it: null as far as it goes. */
  shownFrom: CanonicalInstant.nullable(),
  shownTo: CanonicalInstant.nullable(),
  /** Seconds of media that are shown. */
  length: z.number(),
  /** Of all that is kept of it, all tracks. */
  bytes: z.number().int(),
});
export type Recording = z.infer<typeof Recording>;

/** A stage's rule, and the sessions for which something else was decided. */
export const RecordingRules = z.object({
  /** Nothing is recorded that was not asked for by name. */
  safetyMode: z.boolean(),
  stages: z.array(z.object({ channelId: ChannelId, roomId: RoomId, recording: StageRecording })),
  choices: z.array(z.object({ sessionId: SessionId, wanted: z.boolean() })),
});
export type RecordingRules = z.infer<typeof RecordingRules>;

export const Recordings = z.object({
  /** Newest first. */
  items: z.array(Recording),
  rules: RecordingRules,
  /** All recordings of this server. `limit` is null where only the disk sets one. */
  storage: z.object({ bytes: z.number().int(), limit: z.number().int().nullable() }),
});
export type Recordings = z.infer<typeof Recordings>;

/** What is shown of a recording; null: as far as it goes. */
export const RecordingTrim = z
  .strictObject({ shownFrom: InstantText.nullable(), shownTo: InstantText.nullable() })
  .refine(({ shownFrom, shownTo }) => shownFrom === null || shownTo === null || shownFrom < shownTo, { error: 'It must end after it starts.', path: ['shownTo'] });
export type RecordingTrim = z.infer<typeof RecordingTrim>;

export const StageRecordingRule = z.strictObject({ recording: StageRecording });
export type StageRecordingRule = z.infer<typeof StageRecordingRule>;

/** Null: as its stage does. */
export const SessionRecordingChoice = z.strictObject({ wanted: z.boolean().nullable() });
export type SessionRecordingChoice = z.infer<typeof SessionRecordingChoice>;

/** Addresses to watch one recording for one person. */
export const Replay = z.object({
  ...Playback.pick({ url: true, audioOnlyUrl: true, expiresAt: true }).shape,
  /** In order; one, for a session's own recording. */
  chapters: z.array(Chapter),
  /** Seconds of media that are shown: so far, of one that is still made. */
  length: z.number(),
});
export type Replay = z.infer<typeof Replay>;
