import { z } from 'zod';
import { CanonicalInstant } from './scalars.js';

export const NotificationKind = z.enum(['slot-changed', 'slot-answered', 'registration-moved-up', 'followed-session-moved', 'followed-session-soon']);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** In the application, by mail, and by push on the devices where one asked for it. */
export interface Ways {
  inApp: boolean;
  mail: boolean;
  push: boolean;
}

/** How somebody is told who has chosen nothing. What comes often, or is of use for minutes, comes by mail only where it is wished for. */
export const USUAL_WAYS: Readonly<Record<NotificationKind, Ways>> = {
  'slot-changed': { inApp: true, mail: true, push: true },
  'slot-answered': { inApp: true, mail: false, push: false },
  'registration-moved-up': { inApp: true, mail: true, push: true },
  'followed-session-moved': { inApp: true, mail: true, push: true },
  'followed-session-soon': { inApp: true, mail: false, push: true },
};

/** What is said of each kind; titles and times that are published, and nothing of a person. */
export const NotificationParams = z.object({
  conference: z.string(),
  slug: z.string(),
  session: z.string().optional(),
  sessionId: z.string().optional(),
  venue: z.string().optional(),
  /** `moved`, `cancelled`, `reinstated`, `withdrawn`; or the answer to a slot. */
  what: z.string().optional(),
  startsAt: CanonicalInstant.optional(),
  /** IANA, of the place: in which the start is told. */
  zone: z.string().optional(),
  room: z.string().optional(),
  /** A speaker's answer no longer holds: the slot moved too far. */
  again: z.boolean().optional(),
});
export type NotificationParams = z.infer<typeof NotificationParams>;

export const Notification = z.object({
  id: z.string(),
  kind: NotificationKind,
  params: NotificationParams,
  createdAt: CanonicalInstant,
  seenAt: CanonicalInstant.nullable(),
});
export type Notification = z.infer<typeof Notification>;

/** The newest 100, the newest first. */
export const Notifications = z.object({ items: z.array(Notification), unseen: z.number().int() });
export type Notifications = z.infer<typeof Notifications>;

/** All up to this one, it included, were seen. */
export const SeenUpTo = z.strictObject({ id: z.uuid() });
export type SeenUpTo = z.infer<typeof SeenUpTo>;

export const NotificationPreference = z.strictObject({ kind: NotificationKind, inApp: z.boolean(), mail: z.boolean(), push: z.boolean() });
export type NotificationPreference = z.infer<typeof NotificationPreference>;
export const NotificationPreferences = z.object({ items: z.array(NotificationPreference) });
export type NotificationPreferences = z.infer<typeof NotificationPreferences>;

/** What an account says of its sessions: nothing unless it was turned on; then they are kept with the account. */
export const Following = z.object({
  isOn: z.boolean(),
  /** Kept now. */
  sessions: z.number().int(),
  /** A conference of this server protects people who are at risk: they are told more before they turn it on. */
  safetyMode: z.boolean(),
});
export type Following = z.infer<typeof Following>;
export const FollowingChoice = z.strictObject({ isOn: z.boolean() });
export type FollowingChoice = z.infer<typeof FollowingChoice>;

const SessionIds = z.array(z.uuid()).max(2_000);
/** What one device added to its bookmarks, and took out, since it last said so. */
export const FollowedChange = z.strictObject({ add: SessionIds, remove: SessionIds });
export type FollowedChange = z.infer<typeof FollowedChange>;
/** All that the account follows in one conference, by session id. */
export const FollowedSessions = z.object({ sessionIds: z.array(z.string()) });
export type FollowedSessions = z.infer<typeof FollowedSessions>;
