import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { DraftEdit, NewDraftEdit } from '../../contract/board.js';
import type { ConferenceId, RoomId, SessionId } from '../../contract/ids.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { problem } from '../../platform/problems/problem-error.js';
import { keepWithCity } from '../city-of-session.js';
import { lockConference } from '../publish.js';
import { readDraftEditOf } from './draft-edit.queries.js';
import { planDraft } from './plan-draft.js';
import { refuseConflict } from './refuse-conflict.js';
import { writeDraftSlots } from './write-draft-slots.js';

/** Edits the draft from a board: all of the edit or nothing, and once, however often the request is sent. */
@Injectable()
export class EditDraft {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /**
   * Answers null where the draft is so already.
   * @throws ProblemError `draft-conflict` where somebody else moved a session meanwhile; and as `planDraft` does
   */
  async run(slug: string, { set, what, requestId }: NewDraftEdit, actor: Actor): Promise<DraftEdit | null> {
    refuseTwice(set);
    return await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      await lockConference(tx, conferenceId);
      const done = await readDraftEditOf(tx, conferenceId, requestId);
      if (done !== null) return done;
      const sessions = set.map(({ sessionId }) => sessionId);
      const edit = await planDraft(tx, { conferenceId, sessions, what, requestId, actor }, async () => {
        await refuseConflict(tx, conferenceId, set);
        await refuseUnknownRooms(tx, conferenceId, set);
        await keepWithCity(tx, actor, conferenceId, set.flatMap(({ sessionId, to }) => (to === null ? [sessionId] : [])));
        await writeDraftSlots(tx, conferenceId, set, actorName(actor));
      });
      if (edit !== null) {
        await recordAudit(tx, {
          actor: actorName(actor), action: `edit-sessions.${what}`, conferenceId, subject: `conference:${conferenceId}`, details: { draftEdit: edit.edit, sessions: edit.changes.length },
        });
      }
      return edit;
    });
  }
}

function refuseTwice(set: NewDraftEdit['set']): void {
  const seen = new Set<SessionId>();
  const errors = set.flatMap(({ sessionId }, index) => {
    if (!seen.has(sessionId)) {
      seen.add(sessionId);
      return [];
    }
    return [{ path: `/set/${index}/sessionId`, message: 'This session is named twice.' }];
  });
  if (errors.length > 0) throw problem('invalid-input', 'Name each session once in an edit.', { errors });
}

async function refuseUnknownRooms(tx: EntityManager, conferenceId: ConferenceId, set: NewDraftEdit['set']): Promise<void> {
  const rows = await tx.query<{ id: RoomId }[]>(`SELECT id FROM room WHERE conference_id = $1`, [conferenceId]);
  const known = new Set(rows.map(({ id }) => id));
  const errors = set.flatMap(({ to }, index) => (to === null || known.has(to.roomId) ? [] : [{ path: `/set/${index}/to/roomId`, message: 'Not a room of this conference.' }]));
  if (errors.length > 0) throw problem('invalid-input', 'This conference has no such room. It may have been removed: read the board again.', { errors });
}
