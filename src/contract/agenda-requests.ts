import { z } from 'zod';
import { AnchorKind, AppearanceMode, AppearanceRole, SessionKind, SessionText } from './agenda.js';
import { Revision } from './changes.js';
import { CityId, RoomId, SessionId, SpeakerId, TrackId } from './ids.js';
import { PageQuery } from './page.js';
import { UplinkKind } from './place.js';
import { LiveRipple } from './live-day.js';
import { CanonicalInstant, InstantText, LanguageTag, LongText, ShortText, Title } from './scalars.js';

const Reason = z.string().trim().max(500);
const GivenAppearance = z
  .strictObject({
    speakerId: SpeakerId,
    role: AppearanceRole.default('speaker'),
    mode: AppearanceMode.default('on-site'),
    /** Of an interpreter: the language that they speak into the channel. */
    interpretsInto: LanguageTag.nullish(),
  })
  .refine(({ role, interpretsInto }) => (interpretsInto ?? null) === null || role === 'interpreter', {
    error: 'Only an interpreter interprets into a language.', path: ['interpretsInto'],
  });
const DurationMinutes = z.number().int().min(1).max(1_440);
const NeededEquipment = z.array(z.string().trim().min(1).max(60)).max(50);
const ExpectedPeople = z.number().int().min(0).max(1_000_000);

export const NewSpeaker = z.strictObject({ name: Title, biography: LongText.default('') });
export type NewSpeaker = z.infer<typeof NewSpeaker>;
export const SpeakerPatch = z.strictObject({ name: Title.optional(), biography: LongText.optional() });
export type SpeakerPatch = z.infer<typeof SpeakerPatch>;
export const SpeakerDetails = z.object({ id: SpeakerId, name: z.string(), biography: z.string() });
export type SpeakerDetails = z.infer<typeof SpeakerDetails>;

export const NewSession = z.strictObject({
  title: Title,
  subtitle: ShortText.default(''),
  kind: SessionKind.default('talk'),
  language: LanguageTag.nullable().default(null),
  trackId: TrackId.nullable().default(null),
  /** Whose host looks after it while it has no slot. A host of one city need not name it. */
  cityId: CityId.nullable().default(null),
  abstract: LongText.default(''),
  description: LongText.default(''),
  url: z.url({ protocol: /^https?$/ }).max(2_000).nullable().default(null),
  appearances: z.array(GivenAppearance).max(100).default([]),
  /** How long it is to be where it has no slot, in minutes; null: as long as its kind usually is. */
  durationMinutes: DurationMinutes.nullable().default(null),
  /** How it leaves its venue; null: it is not sent. */
  sentBy: UplinkKind.nullable().default(null),
  needsEquipment: NeededEquipment.default([]),
  expectedPeople: ExpectedPeople.nullable().default(null),
});
export type NewSession = z.infer<typeof NewSession>;

export const SessionPatch = z.strictObject({
  title: Title.optional(),
  subtitle: ShortText.optional(),
  kind: SessionKind.optional(),
  language: LanguageTag.nullable().optional(),
  trackId: TrackId.nullable().optional(),
  cityId: CityId.nullable().optional(),
  abstract: LongText.optional(),
  description: LongText.optional(),
  url: z.url({ protocol: /^https?$/ }).max(2_000).nullable().optional(),
  appearances: z.array(GivenAppearance).max(100).optional(),
  durationMinutes: DurationMinutes.nullable().optional(),
  sentBy: UplinkKind.nullable().optional(),
  needsEquipment: NeededEquipment.optional(),
  expectedPeople: ExpectedPeople.nullable().optional(),
  /** Why, in words for people: shown beside the change. */
  note: Reason.optional(),
});
export type SessionPatch = z.infer<typeof SessionPatch>;

/** Where a session is put in the draft. */
export const SlotTarget = z
  .strictObject({ roomId: RoomId, startsAt: InstantText, endsAt: InstantText, anchor: AnchorKind.default('floating') })
  .refine((slot) => slot.startsAt < slot.endsAt, { error: 'The session must end after it starts.', path: ['endsAt'] });
export type SlotTarget = z.infer<typeof SlotTarget>;

export const SlotDetails = z.object({
  roomId: RoomId,
  startsAt: CanonicalInstant,
  endsAt: CanonicalInstant,
  anchor: AnchorKind,
  cancelled: z.boolean(),
  cancelReason: z.string(),
  waiver: z.object({ reason: z.string(), by: z.string(), at: CanonicalInstant }).nullable(),
});
export type SlotDetails = z.infer<typeof SlotDetails>;

export const SessionDetails = z.object({
  id: SessionId,
  title: z.string(),
  subtitle: z.string(),
  kind: SessionKind,
  language: z.string().nullable(),
  trackId: TrackId.nullable(),
  cityId: CityId.nullable(),
  ...SessionText.shape,
  url: z.string().nullable(),
  appearances: z.array(z.object({ speakerId: SpeakerId, role: AppearanceRole, mode: AppearanceMode, interpretsInto: z.string().nullable() })),
  durationMinutes: z.number().int().nullable(),
  sentBy: UplinkKind.nullable(),
  needsEquipment: z.array(z.string()),
  expectedPeople: z.number().int().nullable(),
  draft: SlotDetails.nullable(),
  published: SlotDetails.nullable(),
});
export type SessionDetails = z.infer<typeof SessionDetails>;

/** Which sessions to list. Each narrows what the ones before it leave. */
export const SessionQuery = PageQuery.extend({
  /** A part of the title, or of the name of somebody who appears. */
  search: z.string().trim().max(200).optional(),
  /** Held in this city, or without a slot and looked after by it. */
  cityId: CityId.optional(),
  trackId: TrackId.optional(),
  /** `scheduled`: has a place in the draft; `unscheduled`: has none; `cancelled`: is off in the draft. */
  state: z.enum(['scheduled', 'unscheduled', 'cancelled']).optional(),
});
export type SessionQuery = z.infer<typeof SessionQuery>;

export const WaiverRequest = z.strictObject({
  reason: z.string().trim().min(3, { error: 'Say why this overlap is right: it is shown to other organizers.' }).max(500),
});
export type WaiverRequest = z.infer<typeof WaiverRequest>;

export const NewRelease = z.strictObject({
  note: Reason.default(''),
  /** The draft edit that the organizer looked at (`edit` of the preview): refused where the draft is past it. Left out, it is released as it stands. */
  expected: z.number().int().nonnegative().optional(),
});
export type NewRelease = z.infer<typeof NewRelease>;
export const ReleaseSummary = z.object({
  number: z.number().int(),
  revision: z.number().int(),
  at: CanonicalInstant,
  note: z.string(),
  counts: z.object({ added: z.number(), moved: z.number(), cancelled: z.number(), edited: z.number(), withdrawn: z.number() }),
});
export type ReleaseSummary = z.infer<typeof ReleaseSummary>;
export const ReleaseDetails = ReleaseSummary.extend({ changes: Revision.shape.changes });
export type ReleaseDetails = z.infer<typeof ReleaseDetails>;

const reason = { reason: Reason.default('') };
const minutes = (limit: number) => z.number().int().min(-limit).max(limit).refine((m) => m !== 0, { error: 'Give a number of minutes other than 0.' });

/** A change of the published agenda during the day. One request, one revision. */
export const LiveChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('delay'), sessionId: SessionId, minutes: minutes(1_440), ...reason }),
  z.strictObject({
    change: z.literal('move'), sessionId: SessionId, roomId: RoomId.optional(), startsAt: InstantText.optional(), ...reason,
  }),
  z.strictObject({ change: z.literal('extend'), sessionId: SessionId, minutes: minutes(1_440), ...reason }),
  z.strictObject({ change: z.literal('cancel'), sessionId: SessionId, ...reason }),
  z.strictObject({ change: z.literal('reinstate'), sessionId: SessionId, ...reason }),
  z.strictObject({ change: z.literal('swap'), sessionId: SessionId, withSessionId: SessionId, ...reason }),
  LiveRipple,
]);
export type LiveChange = z.infer<typeof LiveChange>;
/** One that names what is to happen to one session, or two. */
export type SingleChange = Exclude<LiveChange, LiveRipple>;

/** What a write on the published agenda answers: null where nothing changed. */
export const RevisionReceipt = z.object({ revision: Revision.nullable() });
export type RevisionReceipt = z.infer<typeof RevisionReceipt>;
export const ChangesSince = z.object({ revision: z.number().int(), revisions: z.array(Revision) });
export type ChangesSince = z.infer<typeof ChangesSince>;
