import { z } from 'zod';
import { CanonicalInstant } from './scalars.js';

/** A mail as the administrator sees it. Of one that was sent, only that it was. */
export const OutboxMail = z.object({
  id: z.string(),
  template: z.string(),
  state: z.enum(['waiting', 'failed', 'sent']),
  createdAt: CanonicalInstant,
  sentAt: CanonicalInstant.nullable(),
  tries: z.number().int(),
  /** The code of the last failure: `ECONNECTION`, `EENVELOPE 550`. */
  error: z.string().nullable(),
  /** Null once it was sent, or where the keys of this server do not open it. */
  mail: z.object({ to: z.string(), subject: z.string(), text: z.string() }).nullable(),
});
export type OutboxMail = z.infer<typeof OutboxMail>;

export const Outbox = z.object({
  /** Newest first. */
  items: z.array(OutboxMail),
  total: z.number().int(),
  next: z.string().nullable(),
  /** Whether a mail server is configured: without one, mails wait here. */
  isDelivering: z.boolean(),
});
export type Outbox = z.infer<typeof Outbox>;
