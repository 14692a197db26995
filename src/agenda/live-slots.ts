import { In, type EntityManager } from 'typeorm';
import type { ConferenceId, SessionId } from '../contract/ids.js';
import { problem } from '../platform/problems/problem-error.js';
import type { LiveSlot } from '../rules/live-change.js';
import type { PublishedOverlap } from './overlaps.queries.js';
import { doubleBooking } from './refuse-double-booking.js';
import { SlotEntity, type Plan } from './slot.entity.js';

/** A slot of either plan, as the changes of the live day read and write it. */
export interface HeldSlot extends LiveSlot {
  sessionId: SessionId;
  plan: Plan;
}

/**
 * The slots of these sessions in both plans.
 * @throws ProblemError `not-published` where one of them has no published slot
 */
export async function readLiveSlots(tx: EntityManager, conferenceId: ConferenceId, sessions: readonly SessionId[]): Promise<HeldSlot[]> {
  const rows = await tx.find(SlotEntity, { where: { conferenceId, sessionId: In(sessions) } });
  for (const session of sessions) {
    if (rows.some((row) => row.sessionId === session && row.plan === 'published')) continue;
    throw problem('not-published', 'This session is not on the published agenda. Put it in the draft and release that first.', {
      errors: [{ path: session === sessions[0] ? '/sessionId' : '/withSessionId', message: 'Not a published session of this conference.' }],
    });
  }
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() }));
}

export async function writeLiveSlot(tx: EntityManager, slot: HeldSlot): Promise<void> {
  await tx.update(
    SlotEntity,
    { sessionId: slot.sessionId, plan: slot.plan },
    {
      roomId: slot.roomId, startsAt: new Date(slot.startsAt), endsAt: new Date(slot.endsAt),
      cancelled: slot.cancelled, cancelReason: slot.cancelReason,
    },
  );
}

/**
 * A waiver lets a slot overlap those that it overlapped when it was given, not whatever it is moved onto: constraints spare
 * waived slots altogether, so what is new is refused here. (Between slots without a waiver the constraints find it first.)
 */
export function refuseNewOverlap(before: readonly PublishedOverlap[], after: readonly PublishedOverlap[]): void {
  const pair = ({ id, otherId, resource, what }: PublishedOverlap): string => [...[id, otherId].sort(), resource, what].join(' ');
  const known = new Set(before.map(pair));
  const found = after.find((overlap) => !known.has(pair(overlap)));
  if (found !== undefined) throw doubleBooking(found);
}

/**
 * The day comes before the plan: where the draft holds something else at the new time, the live change is not refused but
 * waived there, with the reason, for the organizer to settle before the next release. A clash on the PUBLISHED agenda is
 * never waived so: it is refused by its own constraint, and takes this with it.
 */
export async function waiveClashesOfDraft(tx: EntityManager, sessions: readonly SessionId[], actor: string, reason = LIVE_CHANGE_CAME_FIRST): Promise<void> {
  await tx.query(
    `UPDATE slot d SET waived_at = now(), waived_by = $2, waiver_reason = $3
     WHERE d.plan = 'draft' AND d.session_id = ANY($1::uuid[]) AND d.waived_at IS NULL AND NOT d.cancelled AND (
       EXISTS (SELECT FROM slot o WHERE o.plan = 'draft' AND o.session_id <> d.session_id AND o.room_id = d.room_id AND o.occupied && d.occupied
                 AND NOT (o.cancelled OR o.room_shared) AND o.waived_at IS NULL AND NOT d.room_shared)
       OR EXISTS (SELECT FROM speaker_booking m JOIN speaker_booking o ON o.speaker_id = m.speaker_id AND o.plan = 'draft'
                    AND o.session_id <> m.session_id AND o.during && m.during
                  WHERE m.session_id = d.session_id AND m.plan = 'draft'))`,
    [sessions, actor, reason],
  );
}

const LIVE_CHANGE_CAME_FIRST = 'A live change put it here; the draft had planned otherwise.';
