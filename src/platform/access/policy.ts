/**
 * Who may do what: the one policy. Read it as a table. Everything that is not named here is forbidden.
 *
 * A role is held at a scope (`Grant`): administrator of the site; organizer, moderator and speaker of a conference; city
 * host of a city; stage crew of a venue. `anyone` needs no sign-in, `person` any sign-in.
 */
export const ROLES = ['administrator', 'organizer', 'city-host', 'stage-crew', 'moderator', 'speaker', 'attendee'] as const;
export type Role = (typeof ROLES)[number];
type Who = Role | 'anyone' | 'person';

/** Staff roles: they act only with a second factor (passkey or TOTP) on top of the mail. */
export const STAFF: readonly Role[] = ['administrator', 'organizer', 'city-host', 'stage-crew', 'moderator'];

const ORGANIZERS: readonly Who[] = ['administrator', 'organizer'];
const HOSTS: readonly Who[] = ['administrator', 'organizer', 'city-host'];
const DOOR: readonly Who[] = ['administrator', 'organizer', 'city-host', 'stage-crew'];

export const POLICY = {
  /** The published agenda, exports and feeds, health, sign-in itself. */
  'read-public': ['anyone'],
  /** One's own account: profile, sign-in means, sessions, notifications, data export, erasure. */
  'own-account': ['person'],
  /** Accept an invitation; register for a conference; hold a ticket. */
  'take-part': ['person'],

  'create-conference': ['administrator'],
  'remove-conference': ['administrator'],
  'read-drafts': HOSTS,
  'edit-conference': ORGANIZERS,
  /** Cities, venues, rooms, uplinks and their bookings; a city host those of their city. */
  'read-place': DOOR,
  'edit-place': HOSTS,
  /** Adding a city is the organizers': a host has one. */
  'edit-cities': ORGANIZERS,
  'edit-tracks': ORGANIZERS,

  'read-sessions': DOOR,
  /** Words and people of a session, and its slot in the draft; a city host those held in their city, and those made for it that have no slot yet. */
  'edit-sessions': HOSTS,
  'release-agenda': ORGANIZERS,
  'change-live-agenda': HOSTS,
  'import-schedule': ORGANIZERS,

  'read-speakers': HOSTS,
  'edit-speakers': ORGANIZERS,
  /** A speaker's own slots, profile, availability and technical notes. */
  'own-slots': ['speaker'],
  /** What speakers should know of a room or session; a city host in their city, crew in their venue. */
  'technical-notes': DOOR,

  /** Members, roles and invitations; a city host for their city and its venues only. */
  'manage-team': HOSTS,
  /** The administrators themselves. */
  'manage-administrators': ['administrator'],

  'read-attendance': DOOR,
  'manage-attendance': HOSTS,
  'check-in': DOOR,

  /** What is not sent to the public. Without a second factor only as somebody who takes part. */
  'watch': ['administrator', 'organizer', 'city-host', 'stage-crew', 'moderator', 'speaker', 'attendee'],
  /** Channels with their inputs, how they are and what happens to them: a city host those of their city, crew those of their venue; the programme is the organizers'. When it goes where, all of the staff may read. */
  'read-streams': DOOR,
  /** Channels, inputs and their keys. The programme is the organizers'. */
  'edit-streams': HOSTS,
  /** Switch a stage to its backup or the slate; hand the programme over, which is the organizers'. */
  'direct-streams': DOOR,
  /** What was kept of stages, and what is to be; a city host's are those of their city. */
  'edit-recordings': HOSTS,

  'read-outbox': ['administrator'],
  'read-audit': ORGANIZERS,
  /** What was done to no conference, or to any. */
  'read-site-audit': ['administrator'],
  'purge-attendees': ORGANIZERS,
} as const satisfies Record<string, readonly Who[]>;

export type Action = keyof typeof POLICY;

/** A role at its scope. What is null is not restricted: an administrator's grant names nothing. */
export interface Grant {
  role: Role;
  conferenceId: string | null;
  conferenceSlug: string | null;
  cityId: string | null;
  venueId: string | null;
}

export type Actor =
  | { kind: 'anonymous' }
  /** Who holds the operator's token from the data folder: the command line of HTTP. */
  | { kind: 'operator' }
  /** `strong`: signed in with a second factor. */
  | { kind: 'person'; accountId: string; sessionId: string; strong: boolean; grants: readonly Grant[] };

/** What an action is done to. What is undefined is not known yet: the guard asks so, the use case asks again, exactly. */
export interface Subject {
  conferenceId?: string | undefined;
  conferenceSlug?: string | undefined;
  /** Null: it belongs to no city (a track, a conference's settings). */
  cityId?: string | null | undefined;
  venueId?: string | null | undefined;
}

export type Verdict = 'allowed' | 'sign-in' | 'second-factor' | 'forbidden';

/** The one question of authorization. */
export function may(actor: Actor, action: Action, subject: Subject = {}): Verdict {
  const who: readonly Who[] = POLICY[action];
  if (who.includes('anyone')) return 'allowed';
  if (actor.kind === 'operator') return 'allowed';
  if (actor.kind === 'anonymous') return 'sign-in';
  if (who.includes('person')) return 'allowed';
  const fitting = actor.grants.filter((grant) => who.includes(grant.role) && covers(grant, subject));
  if (fitting.length === 0) return 'forbidden';
  return actor.strong || fitting.some((grant) => !STAFF.includes(grant.role)) ? 'allowed' : 'second-factor';
}

function covers(grant: Grant, subject: Subject): boolean {
  return (
    fits(grant.conferenceId, subject.conferenceId) &&
    fits(grant.conferenceSlug, subject.conferenceSlug) &&
    fits(grant.cityId, subject.cityId) &&
    fits(grant.venueId, subject.venueId)
  );
}

/** A scope that the grant does not restrict, or that is not known yet, or the very one. What belongs to none is not a host's. */
function fits(granted: string | null, asked: string | null | undefined): boolean {
  return granted === null || asked === undefined || granted === asked;
}
