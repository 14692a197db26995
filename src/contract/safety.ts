import { z } from 'zod';
import { CanonicalInstant } from './scalars.js';

export const PurgeConfirmation = z.strictObject({
  /** The conference's slug, typed by hand. */
  confirm: z.string().max(64),
});
export type PurgeConfirmation = z.infer<typeof PurgeConfirmation>;

/** What was forgotten, in counts. */
export const Purged = z.object({ registrations: z.number().int(), accounts: z.number().int() });
export type Purged = z.infer<typeof Purged>;

/** One thing that somebody of the staff did. */
export const AuditItem = z.object({
  number: z.number().int(),
  at: CanonicalInstant,
  /** `account:ID`, `operator`, or the name of a job. */
  actor: z.string(),
  action: z.string(),
  conferenceId: z.string().nullable(),
  subject: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AuditItem = z.infer<typeof AuditItem>;

export const AuditQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** The `next` of the page before: older entries follow. */
  before: z.coerce.number().int().positive().optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** Newest first. */
export const AuditPage = z.object({ items: z.array(AuditItem), total: z.number().int(), next: z.number().int().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;
