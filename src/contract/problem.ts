import { z } from 'zod';
import { ToldFinding } from './finding.js';
import { RipplePreview } from './live-day.js';

/**
 * A refusal a person can act on (RFC 9457, `application/problem+json`).
 * `errors[].path` is a JSON pointer into the request's body, or the name of a query parameter.
 */
export const Problem = z.object({
  /** A stable URN, `urn:meridian:problem:CODE`: programs compare this, never the title. */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Seconds to wait before trying again, where waiting helps. */
  retryAfter: z.number().int().optional(),
  /** The sessions that clash, where that is the problem: the refused one first. Of `draft-edited`: those that were moved since. */
  sessions: z.array(z.object({ id: z.string(), title: z.string() })).optional(),
  /** Where rules of placement refuse it: what they found. */
  findings: z.array(ToldFinding).optional(),
  /** Of `draft-conflict`: the sessions that somebody else moved meanwhile, where they are now. */
  slots: z.array(z.object({ sessionId: z.string(), edit: z.number().int(), by: z.string(), slot: z.unknown() })).optional(),
  /** Of `stale-preview`: the ripple worked out again on the agenda as it is now. */
  preview: RipplePreview.optional(),
});
export type Problem = z.infer<typeof Problem>;

export type Reply<T> = { ok: true; value: T } | { ok: false; problem: Problem };
