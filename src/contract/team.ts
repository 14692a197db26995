import { z } from 'zod';
import { CityId, VenueId } from './ids.js';
import { CanonicalInstant, LanguageTag } from './scalars.js';

/** The roles that are given by invitation, and where each is held: the site, a conference, a city, a venue. */
export const StaffRole = z.enum(['administrator', 'organizer', 'city-host', 'stage-crew', 'moderator']);
export type StaffRole = z.infer<typeof StaffRole>;

const scope = {
  role: StaffRole,
  /** Of a city host; null for every other role. */
  cityId: CityId.nullable().default(null),
  /** Of stage crew; null for every other role. */
  venueId: VenueId.nullable().default(null),
};

/** A role at its scope: a host names their city, stage crew their venue, the others neither. */
export const RoleAt = withScope(z.strictObject(scope));
export type RoleAt = z.infer<typeof RoleAt>;

export const NewInvitation = withScope(
  z.strictObject({
    ...scope,
    email: z.string().trim().max(254).pipe(z.email({ error: 'Give an e-mail address, such as amina@example.org.' })),
    /** Of the mail. */
    language: LanguageTag.default('en'),
  }),
);
export type NewInvitation = z.infer<typeof NewInvitation>;

export const Member = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  handle: z.string(),
  email: z.string(),
  role: StaffRole,
  cityId: CityId.nullable(),
  venueId: VenueId.nullable(),
  since: CanonicalInstant,
  /** The person who asks. */
  isMe: z.boolean(),
});
export type Member = z.infer<typeof Member>;

export const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  role: StaffRole,
  cityId: CityId.nullable(),
  venueId: VenueId.nullable(),
  invitedAt: CanonicalInstant,
  expiresAt: CanonicalInstant,
  isExpired: z.boolean(),
});
export type Invitation = z.infer<typeof Invitation>;

/** Those whom the asker may manage, and the invitations that wait for an answer. */
export const Team = z.object({
  members: z.array(Member),
  invitations: z.array(Invitation),
  /** The roles that the asker may give. */
  assignable: z.array(StaffRole),
});
export type Team = z.infer<typeof Team>;

/** What the holder of an invitation's link is told before they sign in. */
export const InvitationOffer = z.object({
  conference: z.object({ slug: z.string(), title: z.string() }).nullable(),
  role: z.enum([...StaffRole.options, 'speaker']),
  /** The city or venue, where the role is held at one. */
  place: z.string().nullable(),
  expiresAt: CanonicalInstant,
});
export type InvitationOffer = z.infer<typeof InvitationOffer>;

export const AcceptedInvitation = z.object({ conferenceSlug: z.string().nullable(), role: InvitationOffer.shape.role });
export type AcceptedInvitation = z.infer<typeof AcceptedInvitation>;

function withScope<T extends z.ZodType<{ role: StaffRole; cityId: unknown; venueId: unknown }>>(schema: T): T {
  return schema
    .refine(({ role, cityId }) => (role === 'city-host') === (cityId !== null), { error: 'A city host, and only a host, has a city.', path: ['cityId'] })
    .refine(({ role, venueId }) => (role === 'stage-crew') === (venueId !== null), { error: 'Stage crew, and only they, have a venue.', path: ['venueId'] });
}
