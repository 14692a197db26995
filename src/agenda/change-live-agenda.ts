import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Conferences } from '../conferences/conference.queries.js';
import type { LiveChange } from '../contract/agenda-requests.js';
import type { Revision } from '../contract/changes.js';
import type { ConferenceId, RoomId, SessionId } from '../contract/ids.js';
import { actorName } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { recordAudit } from '../platform/audit/record-audit.js';
import { problem } from '../platform/problems/problem-error.js';
import { changeSlot, swapSlots, type LiveSlot, type SlotChange } from '../rules/live-change.js';
import { publishedOverlaps, type PublishedOverlap } from './overlaps.queries.js';
import { publish } from './publish.js';
import { doubleBooking } from './refuse-double-booking.js';
import { mustReachSessions } from './session-reach.js';
import { SlotEntity, type Plan } from './slot.entity.js';

interface HeldSlot extends LiveSlot {
  sessionId: SessionId;
  plan: Plan;
}

/** Changes the published agenda while the conference runs: one revision. The draft follows, so that the next release does not revert it. */
@Injectable()
export class ChangeLiveAgenda {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /** Answers null where the agenda is so already. @throws ProblemError `not-published`, `room-overlap`, `speaker-overlap`, `not-found` */
  async run(slug: string, change: LiveChange, actor: Actor): Promise<Revision | null> {
    return await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      const sessions = change.change === 'swap' ? [change.sessionId, change.withSessionId] : [change.sessionId];
      if (change.change === 'move') await refuseForeignRoom(tx, conferenceId, change.roomId);
      const scope = { place: false, sessions };
      const revision = await publish(tx, { conferenceId, scope, kind: 'live', note: change.reason, actor: actorName(actor) }, async () => {
        await mustReachSessions(tx, actor, 'change-live-agenda', conferenceId, sessions, 'before');
        const slots = await readSlots(tx, conferenceId, sessions);
        const before = await publishedOverlaps(tx, sessions);
        for (const slot of applyTo(slots, change)) await writeSlot(tx, slot);
        await mustReachSessions(tx, actor, 'change-live-agenda', conferenceId, sessions, 'after');
        refuseNewOverlap(before, await publishedOverlaps(tx, sessions));
        await waiveClashesOfDraft(tx, sessions, actorName(actor));
      });
      await recordAudit(tx, { actor: actorName(actor), action: `change-live-agenda.${change.change}`, conferenceId, subject: `session:${sessions.join(',')}` });
      return revision;
    });
  }
}

function applyTo(slots: readonly HeldSlot[], change: LiveChange): HeldSlot[] {
  if (change.change !== 'swap') return slots.map((slot) => changed(slot, change));
  if (change.sessionId === change.withSessionId) {
    throw problem('invalid-input', 'Choose two different sessions to swap.', { errors: [{ path: '/withSessionId', message: 'This is the same session.' }] });
  }
  return (['published', 'draft'] as const).flatMap((plan) => {
    const a = slots.find((slot) => slot.plan === plan && slot.sessionId === change.sessionId);
    const b = slots.find((slot) => slot.plan === plan && slot.sessionId === change.withSessionId);
    return a === undefined || b === undefined ? [] : swapSlots(a, b);
  });
}

function changed(slot: HeldSlot, change: Exclude<LiveChange, { change: 'swap' }>): HeldSlot {
  const result = changeSlot(slot, toSlotChange(change));
  if (result !== null) return result;
  throw problem('invalid-input', 'That would leave nothing of the session. Cancel it instead.', {
    errors: [{ path: '/minutes', message: 'Shorten it by less than its length.' }],
  });
}

function toSlotChange(change: Exclude<LiveChange, { change: 'swap' }>): SlotChange {
  if (change.change !== 'move') return change;
  return { change: 'move', roomId: change.roomId, startsAt: change.startsAt === undefined ? undefined : Date.parse(change.startsAt) };
}

async function readSlots(tx: EntityManager, conferenceId: ConferenceId, sessions: readonly SessionId[]): Promise<HeldSlot[]> {
  const rows = await tx.find(SlotEntity, { where: { conferenceId, sessionId: In(sessions) } });
  for (const session of sessions) {
    if (rows.some((row) => row.sessionId === session && row.plan === 'published')) continue;
    throw problem('not-published', 'This session is not on the published agenda. Put it in the draft and release that first.', {
      errors: [{ path: session === sessions[0] ? '/sessionId' : '/withSessionId', message: 'Not a published session of this conference.' }],
    });
  }
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() }));
}

async function writeSlot(tx: EntityManager, slot: HeldSlot): Promise<void> {
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
function refuseNewOverlap(before: readonly PublishedOverlap[], after: readonly PublishedOverlap[]): void {
  const pair = ({ id, otherId, resource, what }: PublishedOverlap): string => [...[id, otherId].sort(), resource, what].join(' ');
  const known = new Set(before.map(pair));
  const found = after.find((overlap) => !known.has(pair(overlap)));
  if (found !== undefined) throw doubleBooking(found);
}

async function refuseForeignRoom(tx: EntityManager, conferenceId: ConferenceId, roomId: RoomId | undefined): Promise<void> {
  if (roomId === undefined) return;
  const [room] = await tx.query<object[]>(`SELECT 1 FROM room WHERE id = $1 AND conference_id = $2`, [roomId, conferenceId]);
  if (room === undefined) throw problem('not-found', 'This conference has no such room.', { errors: [{ path: '/roomId', message: 'Not a room of this conference.' }] });
}

/**
 * The day comes before the plan: where the draft holds something else at the new time, the live change is not refused but
 * waived there, with the reason, for the organizer to settle before the next release. A clash on the PUBLISHED agenda is
 * never waived so: it is refused by its own constraint, and takes this with it.
 */
async function waiveClashesOfDraft(tx: EntityManager, sessions: readonly SessionId[], actor: string): Promise<void> {
  await tx.query(
    `UPDATE slot d SET waived_at = now(), waived_by = $2, waiver_reason = 'A live change put it here; the draft had planned otherwise.'
     WHERE d.plan = 'draft' AND d.session_id = ANY($1::uuid[]) AND d.waived_at IS NULL AND NOT d.cancelled AND (
       EXISTS (SELECT FROM slot o WHERE o.plan = 'draft' AND o.session_id <> d.session_id AND o.room_id = d.room_id AND o.occupied && d.occupied
                 AND NOT (o.cancelled OR o.room_shared) AND o.waived_at IS NULL AND NOT d.room_shared)
       OR EXISTS (SELECT FROM speaker_booking m JOIN speaker_booking o ON o.speaker_id = m.speaker_id AND o.plan = 'draft'
                    AND o.session_id <> m.session_id AND o.during && m.during
                  WHERE m.session_id = d.session_id AND m.plan = 'draft'))`,
    [sessions, actor],
  );
}
