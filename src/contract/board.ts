import { z } from 'zod';
import { AnchorKind, AppearanceMode, AppearanceRole, SessionKind } from './agenda.js';
import { CityId, RoomId, SessionId, SpeakerId, TrackId, UplinkBookingId, UplinkId, VenueId } from './ids.js';
import { OpeningHours } from './opening-hours.js';
import { City, ConferenceDetails, RoomDetails, Track, UplinkKind, Venue } from './place.js';
import { CanonicalInstant, InstantText } from './scalars.js';

export { OpeningHours };

export const BoardRoom = RoomDetails;
export type BoardRoom = z.infer<typeof BoardRoom>;

export const BoardBooking = z.object({
  id: UplinkBookingId, uplinkId: UplinkId, venueId: VenueId, startsAt: CanonicalInstant, endsAt: CanonicalInstant,
});
export const BoardUplink = z.object({ id: UplinkId, venueId: VenueId, kind: UplinkKind, name: z.string() });

export const BoardSpeaker = z.object({
  id: SpeakerId,
  name: z.string(),
  /** IANA; null where they have not said. */
  zone: z.string().nullable(),
  /** When they can; null where they have not said. */
  available: z.array(z.object({ startsAt: CanonicalInstant, endsAt: CanonicalInstant })).nullable(),
});

export const BoardAppearance = z.object({
  speakerId: SpeakerId, role: AppearanceRole, mode: AppearanceMode,
  /** Of an interpreter: the language that they speak into the channel. */
  interpretsInto: z.string().nullable(),
});

/** A slot of the draft. */
export const BoardSlot = z.object({
  roomId: RoomId,
  startsAt: CanonicalInstant,
  endsAt: CanonicalInstant,
  anchor: AnchorKind,
  cancelled: z.boolean(),
  /** Why it may break blocking rules; null where it may not. */
  waiver: z.string().nullable(),
});
export type BoardSlot = z.infer<typeof BoardSlot>;

export const BoardSession = z.object({
  id: SessionId,
  title: z.string(),
  kind: SessionKind,
  language: z.string().nullable(),
  trackId: TrackId.nullable(),
  /** The city that looks after it while it has no slot: its host may place it. */
  cityId: CityId.nullish(),
  /** How long it is to be where it has no slot, in minutes: as long as it was when it was taken out. */
  minutes: z.number().int().positive(),
  sentBy: UplinkKind.nullable(),
  needsEquipment: z.array(z.string()),
  expectedPeople: z.number().int().nullable(),
  appearances: z.array(BoardAppearance),
  /** Where the draft has it; null: in the tray. */
  slot: BoardSlot.nullable(),
  /** The number of the draft edit that last put it where it is; 0: none did. */
  edit: z.number().int(),
  /** Where the audience sees it; null: nowhere. */
  published: BoardSlot.nullable(),
});
export type BoardSession = z.infer<typeof BoardSession>;

/** All that the board draws and that the rules of placement need, at one draft edit. A city host's holds their city's sessions to move, the others to see. */
export const Board = z.object({
  /** The number of the last draft edit in it. */
  edit: z.number().int(),
  conference: ConferenceDetails,
  satelliteMarginMinutes: z.number().int(),
  cities: z.array(City),
  venues: z.array(Venue),
  rooms: z.array(BoardRoom),
  uplinks: z.array(BoardUplink),
  bookings: z.array(BoardBooking),
  tracks: z.array(Track),
  speakers: z.array(BoardSpeaker),
  sessions: z.array(BoardSession),
  /** People registered, by zone; a count under 5 is hidden where the conference is in safety mode. */
  audiences: z.array(z.object({ zone: z.string(), cityId: CityId.nullable(), people: z.number().int() })),
  /** The organizer's own travel times between venues. */
  travel: z.array(z.object({ from: VenueId, to: VenueId, minutes: z.number().int() })),
  /** The cities whose sessions one may move; null: all. */
  mayMove: z.array(CityId).nullable(),
});
export type Board = z.infer<typeof Board>;

const SlotWanted = z
  .strictObject({
    roomId: RoomId, startsAt: InstantText, endsAt: InstantText,
    anchor: AnchorKind.default('floating'),
    /** Why it may break blocking rules. */
    waiver: z.string().trim().min(3, { error: 'Say why this is right: other organizers read it.' }).max(500).nullable().default(null),
  })
  .refine((slot) => slot.startsAt < slot.endsAt, { error: 'The session must end after it starts.', path: ['endsAt'] });

/**
 * One edit of the draft: all of it or nothing. Moving, resizing, unscheduling, anchoring, waiving, undoing, bulk edits
 * and the automatic schedule are all this. `expected` is the session's `edit` as the organizer saw it: where somebody
 * else was faster, nothing is written and the answer (problem `draft-conflict`) has the slots as they are now.
 */
export const NewDraftEdit = z.strictObject({
  set: z
    .array(z.strictObject({ sessionId: SessionId, expected: z.number().int().min(0), to: SlotWanted.nullable() }))
    .min(1)
    .max(5_000),
  /** What it was, for the log and for what others see. */
  what: z.enum(['place', 'move', 'resize', 'unschedule', 'anchor', 'waive', 'bulk', 'plan', 'restore', 'undo', 'redo']),
  /** Made by the client, so that a request that is sent again is not done twice. */
  requestId: z.uuid(),
});
export type NewDraftEdit = z.infer<typeof NewDraftEdit>;

/** A draft edit as it is recorded and told to every open board. */
export const DraftEdit = z.object({
  edit: z.number().int().positive(),
  at: CanonicalInstant,
  /** What other organizers see of who did it. */
  by: z.string(),
  what: NewDraftEdit.shape.what.or(z.enum(['import', 'live-change', 'session'])),
  requestId: z.uuid().nullable(),
  changes: z.array(z.object({ sessionId: SessionId, from: BoardSlot.nullable(), to: BoardSlot.nullable() })),
});
export type DraftEdit = z.infer<typeof DraftEdit>;

/** What a draft edit answers: null where the draft is so already. */
export const DraftEditReceipt = z.object({ edit: DraftEdit.nullable() });
export type DraftEditReceipt = z.infer<typeof DraftEditReceipt>;

/** Where somebody else's pointer is on the board, and what they drag. */
export const BoardPoint = z.object({
  /** Null: no longer on the board. */
  at: z.object({ roomId: RoomId, instant: InstantText }).nullable(),
  /** The session that they drag or have chosen. */
  sessionId: SessionId.nullable(),
});
export type BoardPoint = z.infer<typeof BoardPoint>;

/** Someone who points, as other organizers see them. */
export const BoardPointer = z.object({
  /** Of one open board; not of a person. */
  who: z.string(),
  name: z.string(),
  /** Which of the eight colours of pointers. */
  colour: z.number().int().min(0).max(7),
  at: z.object({ roomId: RoomId, instant: CanonicalInstant }).nullable(),
  sessionId: SessionId.nullable(),
});
export type BoardPointer = z.infer<typeof BoardPointer>;
