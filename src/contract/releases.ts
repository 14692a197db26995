import { z } from 'zod';
import { ReleaseSummary } from './agenda-requests.js';
import { DraftEdit } from './board.js';
import { Change } from './changes.js';
import { ToldFinding } from './finding.js';
import { SessionId, SpeakerId } from './ids.js';

/** What the sentences of a list of changes need besides the facts: names of what may be gone by now, by id. */
const Names = z.object({ sessions: z.record(z.string(), z.string()), rooms: z.record(z.string(), z.string()) });

/** What a release of the draft would do. The client makes the changelog from the changes, in each of its languages. */
export const ReleasePreview = z.object({
  /** The draft edit that it shows. */
  edit: z.number().int(),
  changes: z.array(Change),
  counts: ReleaseSummary.shape.counts,
  names: Names,
  /** What the rules of placement find in the draft: all that is blocking or waived, and the first warnings. */
  findings: z.array(ToldFinding),
  findingCounts: z.object({ blocking: z.number().int(), waived: z.number().int(), warning: z.number().int() }),
  /** Speakers of the sessions that change; `told` where they have an account, and are told of it. */
  speakers: z.array(z.object({ id: SpeakerId, name: z.string(), told: z.boolean(), sessions: z.array(SessionId) })),
});
export type ReleasePreview = z.infer<typeof ReleasePreview>;

const ReleaseNumber = z.coerce.number().int().positive().max(2 ** 31 - 1);
export const CompareQuery = z.strictObject({ from: ReleaseNumber, to: z.union([z.literal('draft'), ReleaseNumber]) });
export type CompareQuery = z.infer<typeof CompareQuery>;

/** What leads from one release to another, or to the draft. */
export const ReleaseComparison = z.object({
  from: z.number().int(),
  to: z.union([z.literal('draft'), z.number().int()]),
  changes: z.array(Change),
  counts: ReleaseSummary.shape.counts,
  names: Names,
});
export type ReleaseComparison = z.infer<typeof ReleaseComparison>;

export const RestoreRequest = z.strictObject({
  /** Made by the client, so that a request that is sent again is not done twice. */
  requestId: z.uuid(),
});
export type RestoreRequest = z.infer<typeof RestoreRequest>;

export const RestoreReceipt = z.object({
  /** Null where the draft is so already. */
  edit: DraftEdit.nullable(),
  /** What could not be brought back: the session or its room was removed since. */
  gone: z.array(z.object({ sessionId: z.string(), title: z.string(), what: z.enum(['session', 'room']) })),
  /** Sessions that overlap others as things are now, and were let to, for an organizer to settle. */
  waived: z.array(SessionId),
});
export type RestoreReceipt = z.infer<typeof RestoreReceipt>;
