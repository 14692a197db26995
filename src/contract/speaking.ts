import { z } from 'zod';
import { AppearanceMode, AppearanceRole } from './agenda.js';
import { RoomId, SessionId, SpeakerId } from './ids.js';
import { CanonicalInstant, InstantText, ZoneName } from './scalars.js';

/** What speakers and their organizers say to each other. */
export const AnswerStateName = z.enum(['asked', 'confirmed', 'declined', 'change-requested']);
export type AnswerStateName = z.infer<typeof AnswerStateName>;

const Placed = z.object({ startsAt: CanonicalInstant, endsAt: CanonicalInstant });

export const SlotAnswer = z.object({
  state: AnswerStateName,
  /** It was answered, but to a time or place that is too far from this one. */
  again: z.boolean(),
  /** What was answered before, and to which time; null where nothing was. */
  last: Placed.extend({ state: AnswerStateName, reason: z.string(), at: CanonicalInstant }).nullable(),
});
export type SlotAnswer = z.infer<typeof SlotAnswer>;

export const MySlot = Placed.extend({
  sessionId: SessionId,
  title: z.string(),
  role: AppearanceRole,
  mode: AppearanceMode,
  cancelled: z.boolean(),
  cancelReason: z.string(),
  room: z.string(),
  venue: z.string(),
  address: z.string(),
  accessNotes: z.string(),
  city: z.string(),
  /** Of the city, IANA. */
  zone: z.string(),
  others: z.array(z.object({ name: z.string(), role: AppearanceRole })),
  /** Markdown, of the session first, then of the room. */
  technicalNotes: z.array(z.object({ about: z.enum(['session', 'room']), text: z.string() })),
  answer: SlotAnswer,
});
export type MySlot = z.infer<typeof MySlot>;
export const MySlots = z.object({ slots: z.array(MySlot) });
export type MySlots = z.infer<typeof MySlots>;

const needed = (message: string) => z.string().trim().min(3, { error: message }).max(2_000);
/** The placement that the speaker saw goes with the answer: one that has changed meanwhile is not answered to. */
const seen = { startsAt: InstantText };
export const NewSlotAnswer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('confirmed'), ...seen }),
  z.strictObject({ state: z.literal('declined'), reason: needed('Say why, in a few words. Only the organizers read it.'), ...seen }),
  z.strictObject({ state: z.literal('change-requested'), reason: needed('Say what would suit you. Only the organizers read it.'), ...seen }),
]);
export type NewSlotAnswer = z.infer<typeof NewSlotAnswer>;

export const Biography = z.string().max(20_000);
export const SpeakerProfile = z.object({
  speakerId: SpeakerId,
  name: z.string(),
  /** Markdown. */
  biography: z.string(),
  zone: z.string(),
  /** The photo's hash, for `/api/conferences/SLUG/photos/HASH`. */
  photo: z.string().nullable(),
});
export type SpeakerProfile = z.infer<typeof SpeakerProfile>;
export const SpeakerProfilePatch = z.strictObject({
  name: z.string().trim().min(1, { error: 'Give the name that the agenda shows.' }).max(200).optional(),
  biography: Biography.optional(),
  zone: ZoneName.optional(),
});
export type SpeakerProfilePatch = z.infer<typeof SpeakerProfilePatch>;

const AvailabilityWindow = z
  .strictObject({ startsAt: InstantText, endsAt: InstantText })
  .refine((window) => window.startsAt < window.endsAt, { error: 'It must end after it starts.', path: ['endsAt'] });
/** None: the speaker has not said when. */
export const NewAvailability = z.strictObject({ zone: ZoneName, windows: z.array(AvailabilityWindow).max(500) });
export type NewAvailability = z.infer<typeof NewAvailability>;
export const Availability = z.object({ zone: z.string(), windows: z.array(Placed) });
export type Availability = z.infer<typeof Availability>;

/** The address of a personal calendar, as a path: whoever has it reads these slots. */
export const SpeakerFeed = z.object({ path: z.string().nullable() });
export type SpeakerFeed = z.infer<typeof SpeakerFeed>;

export const TechnicalNote = z.strictObject({ text: z.string().trim().max(10_000) });
export type TechnicalNote = z.infer<typeof TechnicalNote>;

export const SpeakerInvitation = z.strictObject({ email: z.email({ error: 'Give an e-mail address.' }).max(254) });
export type SpeakerInvitation = z.infer<typeof SpeakerInvitation>;

export const SpeakerAnswers = z.object({
  speakerId: SpeakerId,
  name: z.string(),
  /** `none`: not invited yet. */
  account: z.enum(['none', 'invited', 'expired', 'joined']),
  remindedAt: CanonicalInstant.nullable(),
  slots: z.array(
    Placed.extend({ sessionId: SessionId, title: z.string(), roomId: RoomId, room: z.string(), city: z.string(), zone: z.string(), state: AnswerStateName, again: z.boolean(), reason: z.string() }),
  ),
});
export type SpeakerAnswers = z.infer<typeof SpeakerAnswers>;
export const AllAnswers = z.object({ speakers: z.array(SpeakerAnswers) });
export type AllAnswers = z.infer<typeof AllAnswers>;

/** Without `speakerId`: all who have not answered. */
export const ReminderRequest = z.strictObject({ speakerId: SpeakerId.optional() });
export type ReminderRequest = z.infer<typeof ReminderRequest>;
/** `reminded`: mails on their way. `waiting`: reminded less than a day ago. `unreachable`: never invited. */
export const ReminderReceipt = z.object({ reminded: z.number().int(), waiting: z.number().int(), unreachable: z.number().int() });
export type ReminderReceipt = z.infer<typeof ReminderReceipt>;
export const ReminderSchedule = z.strictObject({ daysBefore: z.array(z.number().int().min(1).max(365)).max(10) });
export type ReminderSchedule = z.infer<typeof ReminderSchedule>;
