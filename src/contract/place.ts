import { z } from 'zod';
import { CityId, ConferenceId, RoomId, TrackId, UplinkBookingId, UplinkId, VenueId } from './ids.js';
import { OpeningHours } from './opening-hours.js';
import { CanonicalInstant, Colour, DateText, InstantText, LanguageTag, LongText, ShortText, Slug, Title, ZoneName } from './scalars.js';

export const ConferenceStatus = z.enum(['draft', 'published', 'live', 'ended']);
export type ConferenceStatus = z.infer<typeof ConferenceStatus>;

/** What an attendee sees of the conference itself. Days are dates in the conference's zone. */
export const Conference = z.object({
  id: ConferenceId,
  slug: z.string(),
  title: z.string(),
  status: ConferenceStatus,
  zone: z.string(),
  languages: z.array(z.string()),
  startsOn: DateText,
  endsOn: DateText,
  accent: z.string().nullable(),
  url: z.string().nullable(),
});
export type Conference = z.infer<typeof Conference>;

export const City = z.object({
  id: CityId,
  name: z.string(),
  /** ISO 3166-1 alpha-2, or null where unknown. */
  country: z.string().nullable(),
  zone: z.string(),
  /** Degrees, WGS 84; null where unknown. */
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  position: z.number().int(),
});
export type City = z.infer<typeof City>;

export const UplinkKind = z.enum(['internet', 'satellite']);
export type UplinkKind = z.infer<typeof UplinkKind>;

export const Venue = z.object({
  id: VenueId,
  cityId: CityId,
  name: z.string(),
  address: z.string(),
  accessNotes: z.string(),
  /** People; null where unknown. */
  capacity: z.number().int().nullable(),
  /** The kinds of uplink it has, without detail: `['internet', 'satellite']`. */
  uplinks: z.array(UplinkKind),
});
export type Venue = z.infer<typeof Venue>;

export const Room = z.object({
  id: RoomId,
  venueId: VenueId,
  name: z.string(),
  capacity: z.number().int().nullable(),
  position: z.number().int(),
});
export type Room = z.infer<typeof Room>;

export const Track = z.object({
  id: TrackId,
  name: z.string(),
  colour: z.string().nullable(),
  position: z.number().int(),
});
export type Track = z.infer<typeof Track>;

// ---- requests --------------------------------------------------------------------------------

/** First words of addresses that are no conference's. */
const RESERVED_SLUGS: ReadonlySet<string> = new Set(['account', 'admin', 'api', 'assets', 'health', 'invitations', 'metrics', 'sign-in', 'welcome']);

export const NewConference = z.strictObject({
  slug: Slug.refine((slug) => !RESERVED_SLUGS.has(slug), { error: 'This word is taken by Meridian’s own pages. Choose another.' }),
  title: Title,
  zone: ZoneName,
  languages: z.array(LanguageTag).min(1, { error: 'Name at least one language.' }).max(50).default(['en']),
  startsOn: DateText,
  endsOn: DateText,
  accent: Colour.nullable().default(null),
  url: z.url({ protocol: /^https?$/ }).max(2_000).nullable().default(null),
  status: ConferenceStatus.default('draft'),
  /** The grid on which slots snap, in minutes. */
  gridMinutes: z.number().int().min(1).max(240).default(5),
  /** Minutes that a session sent by satellite keeps clear at each end of its booked window. */
  satelliteMarginMinutes: z.number().int().min(0).max(120).default(5),
  /** Attendees may be at risk: no network address is kept or logged, small counts are hidden. */
  safetyMode: z.boolean().default(false),
  /** A slot that moves by more minutes than this is asked about again. */
  reconfirmMinutes: z.number().int().min(0).max(1_440).default(15),
  /** Days after the last one until attendees' personal data is erased; null: until somebody erases it. */
  retentionDays: z.number().int().min(0).max(3_650).nullable().default(30),
  registration: z.enum(['closed', 'open']).default('closed'),
});
export type NewConference = z.infer<typeof NewConference>;
export const ConferencePatch = z.strictObject(withoutDefaults(NewConference.omit({ slug: true }).shape));
export type ConferencePatch = z.infer<typeof ConferencePatch>;
/** The conference with what only its organizers need. */
export const ConferenceDetails = Conference.extend({
  gridMinutes: z.number().int(),
  satelliteMarginMinutes: z.number().int(),
  safetyMode: z.boolean(),
  reconfirmMinutes: z.number().int(),
  retentionDays: z.number().int().nullable(),
  registration: z.enum(['closed', 'open']),
  revision: z.number().int(),
});
export type ConferenceDetails = z.infer<typeof ConferenceDetails>;

export const NewCity = z.strictObject({
  name: Title,
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'Give the country as two capital letters, such as FR.' }).nullable().default(null),
  zone: ZoneName,
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  position: z.number().int().min(0).max(100_000).default(0),
});
export type NewCity = z.infer<typeof NewCity>;
export const CityPatch = z.strictObject(withoutDefaults(NewCity.shape));
export type CityPatch = z.infer<typeof CityPatch>;

export const NewVenue = z.strictObject({
  cityId: CityId,
  name: Title,
  address: ShortText.default(''),
  accessNotes: LongText.default(''),
  capacity: z.number().int().min(0).max(1_000_000).nullable().default(null),
  attendeeLimit: z.number().int().min(0).max(1_000_000).nullable().default(null),
});
export type NewVenue = z.infer<typeof NewVenue>;
export const VenuePatch = z.strictObject(withoutDefaults(NewVenue.omit({ cityId: true }).shape));
export type VenuePatch = z.infer<typeof VenuePatch>;
export const VenueDetails = Venue.omit({ uplinks: true }).extend({ attendeeLimit: z.number().int().nullable() });

export const NewRoom = z.strictObject({
  venueId: VenueId,
  name: Title,
  capacity: z.number().int().min(0).max(1_000_000).nullable().default(null),
  position: z.number().int().min(0).max(100_000).default(0),
  equipment: z.array(z.string().min(1).max(60)).max(50).default([]),
  /** Minutes the room needs after each session before the next one. */
  changeoverMinutes: z.number().int().min(0).max(240).default(0),
  /** A shared room may hold several sessions at once: a foyer, a hackerspace. */
  shared: z.boolean().default(false),
  openingHours: z.array(OpeningHours).max(60).default([]),
});
export type NewRoom = z.infer<typeof NewRoom>;
export const RoomPatch = z.strictObject(withoutDefaults(NewRoom.omit({ venueId: true }).shape));
export type RoomPatch = z.infer<typeof RoomPatch>;
export const RoomDetails = Room.extend({
  equipment: z.array(z.string()),
  changeoverMinutes: z.number().int(),
  shared: z.boolean(),
  openingHours: z.array(OpeningHours),
});
export type RoomDetails = z.infer<typeof RoomDetails>;

export const NewTrack = z.strictObject({
  name: Title,
  colour: Colour.nullable().default(null),
  position: z.number().int().min(0).max(100_000).default(0),
});
export type NewTrack = z.infer<typeof NewTrack>;
export const TrackPatch = z.strictObject(withoutDefaults(NewTrack.shape));
export type TrackPatch = z.infer<typeof TrackPatch>;

export const NewUplink = z.strictObject({ venueId: VenueId, kind: UplinkKind, name: Title });
export type NewUplink = z.infer<typeof NewUplink>;
export const UplinkPatch = z.strictObject({ name: Title.optional() });
export const Uplink = z.object({ id: UplinkId, venueId: VenueId, kind: UplinkKind, name: z.string() });
export type Uplink = z.infer<typeof Uplink>;

/** A paid window of a satellite uplink. It never moves. */
export const NewUplinkBooking = z
  .strictObject({ startsAt: InstantText, endsAt: InstantText })
  .refine((window) => window.startsAt < window.endsAt, { error: 'The window must end after it starts.', path: ['endsAt'] });
export type NewUplinkBooking = z.infer<typeof NewUplinkBooking>;
export const UplinkBooking = z.object({
  id: UplinkBookingId,
  uplinkId: UplinkId,
  startsAt: CanonicalInstant,
  endsAt: CanonicalInstant,
});
export type UplinkBooking = z.infer<typeof UplinkBooking>;

const TravelTime = { from: VenueId, to: VenueId, minutes: z.number().int().min(0).max(10_080) };
/** The organizers' own minutes from one venue to another, there and back alike. What is not named is estimated. */
export const VenueTravel = z.object({ items: z.array(z.object(TravelTime)) });
export type VenueTravel = z.infer<typeof VenueTravel>;
export const NewVenueTravel = z.strictObject({
  items: z
    .array(z.strictObject(TravelTime).refine(({ from, to }) => from !== to, { error: 'Choose two different venues.', path: ['to'] }))
    .max(5_000),
});
export type NewVenueTravel = z.infer<typeof NewVenueTravel>;

/** A patch: every field optional, and no default that would overwrite what the request does not name. */
function withoutDefaults<S extends z.ZodRawShape>(shape: S): { [K in keyof S]: z.ZodOptional<Undefaulted<S[K]>> } {
  const entries = Object.entries(shape).map(([key, schema]) => {
    const inner = schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : (schema as z.ZodType);
    return [key, inner.optional()];
  });
  return Object.fromEntries(entries) as { [K in keyof S]: z.ZodOptional<Undefaulted<S[K]>> };
}
type Undefaulted<T> = T extends z.ZodDefault<infer U> ? U : T;
