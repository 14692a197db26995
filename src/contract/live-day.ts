import { z } from 'zod';
import { Revision } from './changes.js';
import { CityId, RoomId, SessionId, SpeakerId, VenueId } from './ids.js';
import { CanonicalInstant, InstantText } from './scalars.js';

const Reason = z.string().trim().max(500).default('');
/** With any offset, and as it was given: a preview answers with what was asked. */
const AnyInstant = z.iso.datetime({ offset: true, error: 'Give a date and time with an offset, such as 2026-11-24T10:00:00+01:00.' });
const ChangeMinutes = z.number().int().min(-1_440).max(1_440).refine((m) => m !== 0, { error: 'Give a number of minutes other than 0.' });

/**
 * What happens to the day, as an organizer says it. What follows from it (the ripple) is worked out by the rules.
 * Minutes may be negative: earlier, or shorter.
 */
export const DayChange = z.discriminatedUnion('change', [
  /** Ends late. */
  z.strictObject({ change: z.literal('extend'), sessionId: SessionId, minutes: ChangeMinutes }),
  /** Starts late. */
  z.strictObject({ change: z.literal('delay'), sessionId: SessionId, minutes: ChangeMinutes }),
  z.strictObject({ change: z.literal('move'), sessionId: SessionId, roomId: RoomId.optional(), startsAt: AnyInstant.optional() }),
  z.strictObject({ change: z.literal('swap'), sessionId: SessionId, withSessionId: SessionId }),
  z.strictObject({ change: z.literal('cancel'), sessionId: SessionId, reason: Reason }),
  z.strictObject({ change: z.literal('reinstate'), sessionId: SessionId }),
  /** Nothing can be held in the room for a while. What runs in it goes on afterwards. */
  z.strictObject({ change: z.literal('room-lost'), roomId: RoomId, from: AnyInstant, until: AnyInstant }),
]);
export type DayChange = z.infer<typeof DayChange>;

export const RippleOptions = z.strictObject({
  /** What has to move starts at a multiple of this, in minutes. */
  gridMinutes: z.number().int().min(1).max(60).default(1),
  /** What is late already may come forward again, to where the last release has it and no earlier. */
  catchUp: z.boolean().default(false),
  /** Breaks may be cut to this many minutes; null: they keep their length. */
  shortenBreaksTo: z.number().int().min(1).max(240).nullable().default(null),
});
export type RippleOptions = z.infer<typeof RippleOptions>;

export const PreviewRequest = z.strictObject({
  changes: z.array(DayChange).min(1).max(50),
  options: RippleOptions.prefault({}),
});
export type PreviewRequest = z.infer<typeof PreviewRequest>;

/** A published slot, before or after. */
export const DaySlot = z.object({ roomId: RoomId, startsAt: CanonicalInstant, endsAt: CanonicalInstant, cancelled: z.boolean() });
export type DaySlot = z.infer<typeof DaySlot>;

/** Why a session moves: it is what was changed, or what comes before it in its room or with a speaker ends later, or its room is lost. */
export const RippleCause = z.discriminatedUnion('via', [
  z.object({ via: z.literal('given') }),
  z.object({ via: z.literal('room'), after: SessionId, roomId: RoomId }),
  z.object({ via: z.literal('speaker'), after: SessionId, speakerId: SpeakerId }),
  z.object({ via: z.literal('room-lost'), roomId: RoomId }),
]);
export type RippleCause = z.infer<typeof RippleCause>;

export const DayMove = z.object({ sessionId: SessionId, before: DaySlot, after: DaySlot, cancelReason: z.string(), cause: RippleCause });
export type DayMove = z.infer<typeof DayMove>;

export const ConflictCode = z.enum([
  'fixed-anchor', 'satellite-window', 'already-over', 'room-lost', 'room-overlap', 'speaker-overlap', 'travel-time', 'room-closed', 'speaker-unavailable',
]);
export type ConflictCode = z.infer<typeof ConflictCode>;

/** What the change runs into. A blocking one has to be settled first; a warning may be lived with. */
export const DayConflict = z.object({
  code: ConflictCode,
  severity: z.enum(['blocking', 'warning']),
  /** Whose anchor, window or closing hour it is. */
  sessionId: SessionId,
  /** What pushes it there; null: the change itself. */
  because: SessionId.nullable(),
  /** By how much too late it would be. */
  minutes: z.number().int(),
});
export type DayConflict = z.infer<typeof DayConflict>;

export const ProposalStep = z.discriminatedUnion('step', [
  /** The break keeps at least `toMinutes`. */
  z.object({ step: z.literal('cut-breaks'), toMinutes: z.number().int() }),
  z.object({ step: z.literal('shorten'), sessionId: SessionId, minutes: z.number().int() }),
  /** It ends `minutes` earlier than was said, and hands over to what comes next. */
  z.object({ step: z.literal('hand-over-early'), sessionId: SessionId, minutes: z.number().int() }),
  z.object({ step: z.literal('other-room'), sessionId: SessionId, roomId: RoomId }),
  z.object({ step: z.literal('swap'), sessionId: SessionId, withSessionId: SessionId }),
  z.object({ step: z.literal('cancel'), sessionId: SessionId }),
]);
export type ProposalStep = z.infer<typeof ProposalStep>;

/** A way out that was worked out to its end with the same rules: nothing blocking is left in it. */
export const DayProposal = z.object({
  steps: z.array(ProposalStep),
  /** What to ask for to see it, or to alter it. */
  request: z.object({ changes: z.array(DayChange), options: RippleOptions }),
  moves: z.array(DayMove),
  warnings: z.array(DayConflict),
});
export type DayProposal = z.infer<typeof DayProposal>;

/** Who is concerned by a change. Counts of people are rounded down in steps; null: fewer than are told. */
export const Concerned = z.object({
  cities: z.array(z.object({ cityId: CityId, sessions: z.number().int(), people: z.number().int().nullable() })),
  /** Who follows from afar. */
  remotePeople: z.number().int().nullable(),
  venues: z.array(VenueId),
  rooms: z.array(RoomId),
  speakers: z.array(SpeakerId),
});
export type Concerned = z.infer<typeof Concerned>;

/** A change of the day worked out, before anybody else sees it. */
export const RipplePreview = z.object({
  /** The published revision that it was worked out on. */
  revision: z.number().int(),
  moves: z.array(DayMove),
  conflicts: z.array(DayConflict),
  /** The best first; empty where nothing blocks. */
  proposals: z.array(DayProposal),
  concerned: Concerned,
  /** Whether who asked may apply it. Where not, `elsewhere` names the cities whose hosts, or the organizers, have a say. */
  mayApply: z.boolean(),
  elsewhere: z.array(CityId),
});
export type RipplePreview = z.infer<typeof RipplePreview>;

const AppliedSlot = z
  .strictObject({
    sessionId: SessionId, roomId: RoomId, startsAt: InstantText, endsAt: InstantText,
    cancelled: z.boolean().default(false), cancelReason: Reason,
  })
  .refine((slot) => slot.startsAt < slot.endsAt, { error: 'The session must end after it starts.', path: ['endsAt'] });
export type AppliedSlot = z.infer<typeof AppliedSlot>;

/**
 * A ripple as the organizer saw it, and may have edited it: where each session is put, all of it or nothing, one revision.
 * Where what it was worked out on has changed since `expected`, nothing is written, and the answer (problem
 * `stale-preview`) has a new preview of what was `asked`.
 */
export const LiveRipple = z.strictObject({
  change: z.literal('ripple'),
  expected: z.number().int().min(0),
  slots: z
    .array(AppliedSlot)
    .min(1)
    .max(2_000)
    .refine((slots) => new Set(slots.map(({ sessionId }) => sessionId)).size === slots.length, { error: 'A session is named twice.' }),
  asked: PreviewRequest.nullable().default(null),
  reason: Reason,
});
export type LiveRipple = z.infer<typeof LiveRipple>;

/** A live revision in the log of the day. */
export const LoggedRevision = z.object({
  revision: Revision,
  /** What other organizers see of who did it. */
  by: z.string(),
  /** Whether it can be taken back: it is of times, rooms and cancellations only, and nothing of it was changed since. */
  canRevert: z.boolean(),
});
export type LoggedRevision = z.infer<typeof LoggedRevision>;

/** The live changes since the last release, the newest first. */
export const LiveLog = z.object({ items: z.array(LoggedRevision) });
export type LiveLog = z.infer<typeof LiveLog>;

export const RevertRequest = z.strictObject({ reason: Reason });
export type RevertRequest = z.infer<typeof RevertRequest>;
