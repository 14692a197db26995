import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../conferences/conference.queries.js';
import type { SingleChange } from '../contract/agenda-requests.js';
import type { Revision } from '../contract/changes.js';
import type { ConferenceId, RoomId } from '../contract/ids.js';
import { actorName } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { recordAudit } from '../platform/audit/record-audit.js';
import { problem } from '../platform/problems/problem-error.js';
import { changeSlot, swapSlots, type SlotChange } from '../rules/live-change.js';
import { recordDraftEdit } from './board/record-draft-edit.js';
import { readLiveSlots, refuseNewOverlap, waiveClashesOfDraft, writeLiveSlot, type HeldSlot } from './live-slots.js';
import { publishedOverlaps } from './overlaps.queries.js';
import { publish } from './publish.js';
import { mustReachSessions } from './session-reach.js';

/** Changes the published agenda while the conference runs: one revision. The draft follows, so that the next release does not revert it. */
@Injectable()
export class ChangeLiveAgenda {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /** Answers null where the agenda is so already. @throws ProblemError `not-published`, `room-overlap`, `speaker-overlap`, `not-found` */
  async run(slug: string, change: SingleChange, actor: Actor): Promise<Revision | null> {
    return await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      const sessions = change.change === 'swap' ? [change.sessionId, change.withSessionId] : [change.sessionId];
      if (change.change === 'move') await refuseForeignRoom(tx, conferenceId, change.roomId);
      const scope = { place: false, sessions };
      const revision = await publish(tx, { conferenceId, scope, kind: 'live', note: change.reason, actor: actorName(actor) }, async () => {
        await mustReachSessions(tx, actor, 'change-live-agenda', conferenceId, sessions, 'before');
        const slots = await readLiveSlots(tx, conferenceId, sessions);
        const before = await publishedOverlaps(tx, sessions);
        await recordDraftEdit(tx, { conferenceId, sessions, what: 'live-change', actor: actorName(actor) }, async () => {
          for (const slot of applyTo(slots, change)) await writeLiveSlot(tx, slot);
          await mustReachSessions(tx, actor, 'change-live-agenda', conferenceId, sessions, 'after');
          refuseNewOverlap(before, await publishedOverlaps(tx, sessions));
          await waiveClashesOfDraft(tx, sessions, actorName(actor));
        });
      });
      await recordAudit(tx, { actor: actorName(actor), action: `change-live-agenda.${change.change}`, conferenceId, subject: `session:${sessions.join(',')}` });
      return revision;
    });
  }
}

function applyTo(slots: readonly HeldSlot[], change: SingleChange): HeldSlot[] {
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

function changed(slot: HeldSlot, change: Exclude<SingleChange, { change: 'swap' }>): HeldSlot {
  const result = changeSlot(slot, toSlotChange(change));
  if (result !== null) return result;
  throw problem('invalid-input', 'That would leave nothing of the session. Cancel it instead.', {
    errors: [{ path: '/minutes', message: 'Shorten it by less than its length.' }],
  });
}

function toSlotChange(change: Exclude<SingleChange, { change: 'swap' }>): SlotChange {
  if (change.change !== 'move') return change;
  return { change: 'move', roomId: change.roomId, startsAt: change.startsAt === undefined ? undefined : Date.parse(change.startsAt) };
}

async function refuseForeignRoom(tx: EntityManager, conferenceId: ConferenceId, roomId: RoomId | undefined): Promise<void> {
  if (roomId === undefined) return;
  const [room] = await tx.query<object[]>(`SELECT 1 FROM room WHERE id = $1 AND conference_id = $2`, [roomId, conferenceId]);
  if (room === undefined) throw problem('not-found', 'This conference has no such room.', { errors: [{ path: '/roomId', message: 'Not a room of this conference.' }] });
}
