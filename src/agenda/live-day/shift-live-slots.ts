import type { EntityManager } from 'typeorm';
import type { ConferenceId, RoomId, SessionId } from '../../contract/ids.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordDraftEdit } from '../board/record-draft-edit.js';
import { readLiveSlots, refuseNewOverlap, waiveClashesOfDraft, writeLiveSlot, type HeldSlot } from '../live-slots.js';
import { publishedOverlaps } from '../overlaps.queries.js';
import { mustReachSessions } from '../session-reach.js';

/** Where a published session is put; instants in epoch milliseconds. */
export interface Target {
  roomId: RoomId;
  startsAt: number;
  endsAt: number;
  cancelled: boolean;
  cancelReason: string;
}

/**
 * Puts published sessions where they are to be, and shifts their draft slots by the same: who had planned another time in the
 * draft keeps the difference. To be called inside `publish`; taking it back by the opposite targets restores both plans.
 * @throws ProblemError `room-overlap`, `speaker-overlap`, `not-published`, `not-found` or `not-allowed` where a session is not the actor's
 */
export async function shiftLiveSlots(tx: EntityManager, actor: Actor, conferenceId: ConferenceId, targets: ReadonlyMap<SessionId, Target>): Promise<void> {
  const sessions = [...targets.keys()];
  await mustReachSessions(tx, actor, 'change-live-agenda', conferenceId, sessions, 'before');
  const slots = await readLiveSlots(tx, conferenceId, sessions);
  const published = new Map(slots.filter(({ plan }) => plan === 'published').map((slot) => [slot.sessionId, slot]));
  const before = await publishedOverlaps(tx, sessions);
  await recordDraftEdit(tx, { conferenceId, sessions, what: 'live-change', actor: actorName(actor) }, async () => {
    for (const slot of slots) {
      const [from, to] = [published.get(slot.sessionId), targets.get(slot.sessionId)];
      if (from !== undefined && to !== undefined) await writeLiveSlot(tx, slot.plan === 'published' ? { ...slot, ...to } : shifted(slot, from, to));
    }
    await mustReachSessions(tx, actor, 'change-live-agenda', conferenceId, sessions, 'after');
    refuseNewOverlap(before, await publishedOverlaps(tx, sessions));
    await waiveClashesOfDraft(tx, sessions, actorName(actor));
  });
}

function shifted(draft: HeldSlot, from: HeldSlot, to: Target): HeldSlot {
  const startsAt = draft.startsAt + to.startsAt - from.startsAt;
  const endsAt = draft.endsAt + to.endsAt - from.endsAt;
  const cancellation = from.cancelled === to.cancelled ? {} : { cancelled: to.cancelled, cancelReason: to.cancelReason };
  // a draft that was shorter than what is cut off keeps its length
  const fits = endsAt > startsAt;
  return { ...draft, ...cancellation, roomId: from.roomId === to.roomId ? draft.roomId : to.roomId, startsAt, endsAt: fits ? endsAt : startsAt + (draft.endsAt - draft.startsAt) };
}
