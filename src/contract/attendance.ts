import { z } from 'zod';
import { VenueId } from './ids.js';
import { PageQuery, pageOf } from './page.js';
import { CanonicalInstant, InstantText } from './scalars.js';

/** Counts of people below this are not told to the public: few enough to guess who they are. */
export const LEAST_PUBLIC_COUNT = 5;

/** How many places a venue has left, in words only: exact figures would tell who has just come or gone. */
export const PlacesLeft = z.enum(['plenty', 'few', 'waitlist']);
export type PlacesLeft = z.infer<typeof PlacesLeft>;

/** What anyone may know before they register. */
export const RegistrationOffer = z.object({
  registration: z.enum(['closed', 'open']),
  safetyMode: z.boolean(),
  /** Days after the last one until what is stored about attendees is erased; null: until they or the organizers erase it. */
  retentionDays: z.number().int().nullable(),
  venues: z.array(z.object({ venueId: VenueId, placesLeft: PlacesLeft })),
  /** People registered, on site and remote, rounded down to a multiple of 5; null below that. */
  registered: z.number().int().nullable(),
});
export type RegistrationOffer = z.infer<typeof RegistrationOffer>;

export const RegistrationState = z.enum(['confirmed', 'waitlisted', 'cancelled']);
export type RegistrationState = z.infer<typeof RegistrationState>;

/** One's own registration. */
export const Registration = z.object({
  /** Null: remote. */
  venueId: VenueId.nullable(),
  state: RegistrationState,
  /** How many wait before one, oneself included; null unless waitlisted. */
  waitlistPlace: z.number().int().nullable(),
  hasLegalName: z.boolean(),
  /** When one was let in; from then on it can neither be changed nor cancelled. */
  checkedInAt: CanonicalInstant.nullable(),
  createdAt: CanonicalInstant,
});
export type Registration = z.infer<typeof Registration>;
export const OwnRegistration = z.object({ registration: Registration.nullable() });
export type OwnRegistration = z.infer<typeof OwnRegistration>;

export const RegistrationWish = z.strictObject({
  /** Null: remote. */
  venueId: VenueId.nullable(),
  /** Left out: what is stored stays. Null: it is forgotten. */
  legalName: z.string().trim().min(1).max(200).nullable().optional(),
});
export type RegistrationWish = z.infer<typeof RegistrationWish>;

/** One's own ticket. */
export const Ticket = z.object({
  id: z.uuid(),
  handle: z.string(),
  /** Null: remote. */
  venueId: VenueId.nullable(),
  /** For a door that cannot scan: `7K3M9QXA`. */
  shortCode: z.string(),
  /** What the QR code says: a signed token (JWS) of ids, without personal data. */
  token: z.string(),
  /** The QR code as an SVG document, dark on white in every theme. */
  qr: z.string(),
  checkedInAt: CanonicalInstant.nullable(),
});
export type Ticket = z.infer<typeof Ticket>;

// ---- the door --------------------------------------------------------------------------------

/** As `readShortCode` (rules) makes it of what somebody types. */
export const ShortCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/, { error: 'A short code has 8 capital letters and digits, such as 7K3M9QXA.' });

/** Somebody at the door, as the device saw them. `id` is the device's own: sent twice, it counts once. */
export const CheckInRequest = z.strictObject({
  id: z.uuid(),
  at: InstantText,
  /** What was scanned, typed, or chosen from the door's list. */
  by: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('token'), token: z.string().min(1).max(1_000) }),
    z.strictObject({ kind: z.literal('code'), code: ShortCode }),
    z.strictObject({ kind: z.literal('ticket'), ticketId: z.uuid() }),
  ]),
});
export type CheckInRequest = z.infer<typeof CheckInRequest>;

export const CheckIns = z.strictObject({
  venueId: VenueId,
  /** What the staff call the door: `Main entrance`. */
  device: z.string().trim().max(60).default(''),
  items: z.array(CheckInRequest).min(1).max(200),
});
export type CheckIns = z.infer<typeof CheckIns>;

export const CheckInOutcome = z.enum(['admitted', 'already', 'unknown', 'revoked', 'other-venue', 'other-conference', 'undone']);
export type CheckInOutcome = z.infer<typeof CheckInOutcome>;

export const CheckInResult = z.object({
  id: z.uuid(),
  outcome: CheckInOutcome,
  handle: z.string().nullable(),
  /** Shown at the door where the person gave it for that, and only when they are let in. */
  legalName: z.string().nullable(),
  /** `admitted` and `already`: when they were let in. */
  at: CanonicalInstant.nullable(),
  /** `already`: where they were let in; `other-venue`: where their ticket is for, null for a remote one. */
  venue: z.string().nullable(),
  /** `already`: the door's name as its staff gave it. */
  device: z.string().nullable(),
});
export type CheckInResult = z.infer<typeof CheckInResult>;
export const CheckInResults = z.object({ results: z.array(CheckInResult) });
export type CheckInResults = z.infer<typeof CheckInResults>;

/** What a door keeps to work without a network: ids and handles, no address and no name. */
export const DoorList = z.object({
  venueId: VenueId,
  venue: z.string(),
  conferenceId: z.uuid(),
  madeAt: CanonicalInstant,
  /** Public key (JWK, Ed25519) with which tickets are signed: tells a ticket newer than this list from a forged one. */
  publicKey: z.object({ kty: z.string(), crv: z.string(), x: z.string() }),
  tickets: z.array(z.object({ id: z.uuid(), shortCode: z.string(), handle: z.string(), checkedInAt: CanonicalInstant.nullable() })),
});
export type DoorList = z.infer<typeof DoorList>;

/** For staff: exact. */
export const Attendance = z.object({
  venues: z.array(
    z.object({
      /** Null: remote. */
      venueId: VenueId.nullable(),
      /** People; null: no limit. */
      limit: z.number().int().nullable(),
      confirmed: z.number().int(),
      waitlisted: z.number().int(),
      checkedIn: z.number().int(),
    }),
  ),
});
export type Attendance = z.infer<typeof Attendance>;

/** One who is registered, for those who plan: by handle, as at the door. */
export const Attendee = z.object({
  /** Of the registration. */
  id: z.uuid(),
  handle: z.string(),
  /** Null: remote. */
  venueId: VenueId.nullable(),
  state: RegistrationState.exclude(['cancelled']),
  /** Null while one waits, and once it was revoked. */
  ticket: z.object({ id: z.uuid(), shortCode: z.string() }).nullable(),
  checkedInAt: CanonicalInstant.nullable(),
});
export type Attendee = z.infer<typeof Attendee>;
export const Attendees = pageOf(Attendee);
export type Attendees = z.infer<typeof Attendees>;

export const AttendeeQuery = PageQuery.extend({
  /** A part of a handle, or a short code as it is typed. */
  q: z.string().trim().max(64).default(''),
  /** Left out: everywhere. */
  at: z.union([VenueId, z.literal('remote')], { error: 'Give the id of a venue, or `remote`.' }).optional(),
});
export type AttendeeQuery = z.infer<typeof AttendeeQuery>;

// ---- one's own data --------------------------------------------------------------------------

export const ErasureConfirmation = z.strictObject({ code: z.string().regex(/^\d{8}$/, { error: 'Type the 8 digits of the mail.' }).optional() });
export type ErasureConfirmation = z.infer<typeof ErasureConfirmation>;
export const ErasureNeed = z.object({ confirmBy: z.enum(['nothing', 'code']) });
export type ErasureNeed = z.infer<typeof ErasureNeed>;
