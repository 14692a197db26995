import { z } from 'zod';
import { RoomId, SessionId, SpeakerId } from './ids.js';
import { CanonicalInstant } from './scalars.js';

const Weight = z.number().min(0).max(1_000);

/** What each soft term of a plan costs; 0 leaves a term out. What is left out is as usual. */
export const PlanWeightsWanted = z.strictObject({
  equipment: Weight, roomFit: Weight, parallelTracks: Weight, speakersHours: Weight, audienceHours: Weight, trackRooms: Weight, change: Weight,
}).partial();

/** Starts the automatic schedule. */
export const NewPlanRun = z.strictObject({
  /** `tray`: all that has no slot; `all`: everything that is not fixed, cancelled or waived; or these. */
  sessions: z.union([z.enum(['tray', 'all']), z.array(SessionId).min(1).max(5_000)]).default('tray'),
  weights: PlanWeightsWanted.default({}),
  /** The same draft, seed and iterations give the same plan. */
  seed: z.number().int().min(0).max(2 ** 31 - 1).default(1),
  iterations: z.number().int().min(1_000).max(1_000_000_000).default(5_000_000),
  /** No run takes longer, however many iterations are left. */
  seconds: z.number().int().min(1).max(600).default(60),
});
export type NewPlanRun = z.infer<typeof NewPlanRun>;

const PlanRule = z.enum(['room', 'speaker', 'travel', 'uplink']);
const reason = <C extends string, F extends z.ZodRawShape>(code: C, facts: F) => z.object({ code: z.literal(code), facts: z.object(facts) });

/** Why a session has no place. Lengths are minutes. */
export const UnplacedReason = z.discriminatedUnion('code', [
  reason('no-uplink', { by: z.enum(['internet', 'satellite']) }),
  reason('longer-than-any-opening', { minutes: z.number(), longest: z.number() }),
  reason('longer-than-any-satellite-window', { minutes: z.number(), longest: z.number() }),
  reason('no-common-time', { speakers: z.array(SpeakerId), minutes: z.number(), longest: z.number() }),
  reason('no-room-when-speakers-can', { speakers: z.array(SpeakerId), minutes: z.number() }),
  reason('satellite-minutes-short', { needed: z.number(), booked: z.number() }),
  reason('all-places-taken', {
    places: z.number(), by: z.array(z.object({ rule: PlanRule, places: z.number() })), with: z.array(SessionId), rooms: z.array(RoomId),
  }),
]);

/** The soft cost, term by term, weights included. */
export const PlanScore = z.object({
  equipment: z.number(), roomFit: z.number(), parallelTracks: z.number(), speakersHours: z.number(), audienceHours: z.number(), trackRooms: z.number(), change: z.number(),
});

/** What a plan would change in the draft, and what it found no place for. */
export const PlanOutcome = z.object({
  /** `expected` is the session's draft edit when the run began; `to` null takes it out. */
  set: z.array(z.object({
    sessionId: SessionId, expected: z.number().int(),
    to: z.object({ roomId: RoomId, startsAt: CanonicalInstant, endsAt: CanonicalInstant }).nullable(),
  })),
  unplaced: z.array(z.object({ sessionId: SessionId, reasons: z.array(UnplacedReason) })),
  score: PlanScore,
  /** Its time was over, or somebody stopped it, before its iterations were: the same seed may find another plan. */
  cutShort: z.boolean(),
});
export type PlanOutcome = z.infer<typeof PlanOutcome>;

export const PlanProgressTold = z.object({
  iterations: z.number().int(), placed: z.number().int(), unplaced: z.number().int(),
  /** The soft cost so far; less is better. */
  soft: z.number(),
  /** The parts that it is the sum of. */
  score: PlanScore,
});
export type PlanProgressTold = z.infer<typeof PlanProgressTold>;

/** `taken`: its outcome is in the draft, or a part of it still; once it is undone, the run is `done` again. `failed`: its process ended before it did. */
export const PlanRunState = z.enum(['running', 'stopping', 'done', 'cancelled', 'failed', 'taken']);
export type PlanRunState = z.infer<typeof PlanRunState>;

export const PlanRun = z.object({
  id: z.uuid(),
  state: PlanRunState,
  by: z.string(),
  startedAt: CanonicalInstant,
  endedAt: CanonicalInstant.nullable(),
  wanted: NewPlanRun,
  /** How many sessions it plans. */
  sessions: z.number().int(),
  progress: PlanProgressTold.nullable(),
  outcome: PlanOutcome.nullable(),
});
export type PlanRun = z.infer<typeof PlanRun>;

/** The last run of a conference; null where there was none. */
export const LastPlanRun = z.object({ run: PlanRun.nullable() });
export type LastPlanRun = z.infer<typeof LastPlanRun>;

/** Ends a run before its time: with the best plan so far, or with none. */
export const StopPlanRun = z.strictObject({ keep: z.boolean().default(true) });
export type StopPlanRun = z.infer<typeof StopPlanRun>;

/** Made by the client, so that a request that is sent again is not done twice. */
export const TakePlanRun = z.strictObject({ requestId: z.uuid() });
export type TakePlanRun = z.infer<typeof TakePlanRun>;
