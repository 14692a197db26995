import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../conferences/conference.queries.js';
import type { SessionDetails, SlotTarget } from '../contract/agenda-requests.js';
import type { DraftEdit } from '../contract/board.js';
import type { ConferenceId, SessionId } from '../contract/ids.js';
import { actorName } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { recordAudit } from '../platform/audit/record-audit.js';
import { problem } from '../platform/problems/problem-error.js';
import { planDraft } from './board/plan-draft.js';
import { keepWithCity } from './city-of-session.js';
import { lockConference } from './publish.js';
import { findSession, Sessions } from './sessions.queries.js';
import { SlotEntity } from './slot.entity.js';

/** Puts sessions into the draft. What the audience sees changes with the next release only. */
@Injectable()
export class PlanSession {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly sessions: Sessions,
  ) {}

  /** @throws ProblemError `room-overlap`, `speaker-overlap` */
  async put(slug: string, sessionId: SessionId, target: SlotTarget, actor: Actor): Promise<SessionDetails> {
    return await this.write(slug, sessionId, actor, 'move', 'put', async (tx, conferenceId) => {
      const [room] = await tx.query<object[]>(`SELECT 1 FROM room WHERE id = $1 AND conference_id = $2`, [target.roomId, conferenceId]);
      if (room === undefined) {
        throw problem('invalid-input', 'This conference has no such room.', { errors: [{ path: '/roomId', message: 'Not a room of this conference.' }] });
      }
      const { roomId, anchor } = target;
      const slot = { conferenceId, sessionId, plan: 'draft' as const, roomId, anchor, startsAt: new Date(target.startsAt), endsAt: new Date(target.endsAt) };
      await tx.upsert(SlotEntity, slot, ['sessionId', 'plan']);
    });
  }

  async unschedule(slug: string, sessionId: SessionId, actor: Actor): Promise<SessionDetails> {
    return await this.write(slug, sessionId, actor, 'unschedule', 'unschedule', async (tx, conferenceId) => {
      await keepWithCity(tx, actor, conferenceId, [sessionId]);
      await tx.delete(SlotEntity, { sessionId, plan: 'draft' });
    });
  }

  /** Lets a draft slot overlap others, on purpose: who, when, why. Give null to lift it; that is refused while it still overlaps. */
  async waive(slug: string, sessionId: SessionId, reason: string | null, actor: Actor): Promise<SessionDetails> {
    return await this.write(slug, sessionId, actor, 'waive', reason === null ? 'lift-waiver' : 'waive', async (tx) => {
      const waived = { waivedAt: reason === null ? null : new Date(), waivedBy: reason === null ? null : actorName(actor), waiverReason: reason };
      const { affected } = await tx.update(SlotEntity, { sessionId, plan: 'draft' }, waived);
      if (affected !== 1) throw problem('conflict', 'This session is not in the draft, so there is no overlap to waive. Give it a room and a time first.');
    });
  }

  private async write(
    slug: string, id: SessionId, actor: Actor, what: DraftEdit['what'], audited: string, work: (tx: EntityManager, conferenceId: ConferenceId) => Promise<void>,
  ): Promise<SessionDetails> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      await lockConference(tx, conference.id);
      await findSession(tx, conference.id, id);
      await planDraft(tx, { conferenceId: conference.id, sessions: [id], what, actor }, async () => {
        await work(tx, conference.id);
      });
      await recordAudit(tx, { actor: actorName(actor), action: `edit-sessions.${audited}`, conferenceId: conference.id, subject: `session:${id}` });
      return await this.sessions.one(conference.id, id, tx);
    });
  }
}
