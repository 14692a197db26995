import { z } from 'zod';
import { CanonicalInstant } from './scalars.js';

export const NotificationKind = z.enum(['slot-changed', 'slot-answered', 'registration-moved-up']);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** How somebody is told who has chosen nothing. Organizers have many answers: those come by mail only where they are wished for. */
export const USUAL_WAYS: Readonly<Record<NotificationKind, { inApp: boolean; mail: boolean }>> = {
  'slot-changed': { inApp: true, mail: true },
  'slot-answered': { inApp: true, mail: false },
  'registration-moved-up': { inApp: true, mail: true },
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

export const NotificationPreference = z.strictObject({ kind: NotificationKind, inApp: z.boolean(), mail: z.boolean() });
export type NotificationPreference = z.infer<typeof NotificationPreference>;
export const NotificationPreferences = z.object({ items: z.array(NotificationPreference) });
export type NotificationPreferences = z.infer<typeof NotificationPreferences>;
