import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { Agenda, AgendaSession } from '../../contract/agenda.js';
import type { DraftEdit } from '../../contract/board.js';
import type { ConferenceId, SessionId } from '../../contract/ids.js';
import type { RestoreReceipt } from '../../contract/releases.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { readDraftEditOf } from '../board/draft-edit.queries.js';
import { readBoardSlots } from '../board/draft-slots.queries.js';
import { recordDraftEdit } from '../board/record-draft-edit.js';
import { writeDraftSlots, type WantedSlot } from '../board/write-draft-slots.js';
import { waiveClashesOfDraft } from '../live-slots.js';
import { lockConference } from '../publish.js';
import { refuseDoubleBooking } from '../refuse-double-booking.js';
import { readAgendaAt, revisionOfRelease } from './agenda-at.queries.js';

/** Puts the slots of a release back into the draft: one draft edit. Words and people have no draft and stay as they are. */
@Injectable()
export class RestoreRelease {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /** @throws ProblemError `not-found` */
  async run(slug: string, number: number, requestId: string, actor: Actor): Promise<RestoreReceipt> {
    return await this.source.transaction(async (tx) => {
      const { id } = await this.conferences.bySlug(slug, tx);
      await lockConference(tx, id);
      const { agenda } = await readAgendaAt(tx, id, await revisionOfRelease(tx, id, number));
      const { wanted, gone } = await plan(tx, id, agenda, number);
      const edit = (await readDraftEditOf(tx, id, requestId)) ?? (await this.write(tx, id, wanted, { number, requestId, actor }));
      return { edit, gone, waived: edit === null ? [] : waivedBy(edit, number) };
    });
  }

  private async write(
    tx: EntityManager, conferenceId: ConferenceId, wanted: readonly WantedSlot[], { number, requestId, actor }: { number: number; requestId: string; actor: Actor },
  ): Promise<DraftEdit | null> {
    const by = actorName(actor);
    const edit = await recordDraftEdit(tx, { conferenceId, sessions: 'all', what: 'restore', actor: by, requestId }, async () => {
      await writeDraftSlots(tx, conferenceId, wanted, by);
      // a speaker who joined another session since, a room that is no longer shared: brought back all the same, and shown
      await waiveClashesOfDraft(tx, wanted.map(({ sessionId }) => sessionId), by, overlapReason(number));
    });
    await refuseDoubleBooking(tx, conferenceId);
    await recordAudit(tx, {
      actor: by, action: 'release-agenda.restore', conferenceId, subject: `conference:${conferenceId}`, details: { release: number, draftEdit: edit?.edit ?? null },
    });
    return edit;
  }
}

const overlapReason = (number: number): string => `Restored from release ${number}; it overlaps as things are now.`;

async function plan(tx: EntityManager, id: ConferenceId, agenda: Pick<Agenda, 'sessions'>, number: number): Promise<{ wanted: WantedSlot[]; gone: RestoreReceipt['gone'] }> {
  const sessions = await readIds<SessionId>(tx, 'session', id);
  const rooms = await readIds(tx, 'room', id);
  const held = await readBoardSlots(tx, id, 'draft', 'all');
  const wanted: WantedSlot[] = [];
  const gone: RestoreReceipt['gone'] = [];
  for (const session of Object.values(agenda.sessions)) {
    const what = !sessions.has(session.id) ? 'session' : !rooms.has(session.roomId) ? 'room' : null;
    if (what === null) wanted.push({ sessionId: session.id, to: slotOf(session, held.get(session.id)?.waiver ?? `As in release ${number}, where it was let to.`) });
    else gone.push({ sessionId: session.id, title: session.title, what });
  }
  // what that release did not have is taken out; where it had it in a room that is gone, it stays where it is now
  for (const sessionId of held.keys()) if (agenda.sessions[sessionId] === undefined) wanted.push({ sessionId, to: null });
  return { wanted, gone };
}

const slotOf = ({ roomId, startsAt, endsAt, anchor, status, cancelReason, overlapWaived }: AgendaSession, reason: string): WantedSlot['to'] => ({
  roomId, startsAt, endsAt, anchor, cancelled: status === 'cancelled', cancelReason, waiver: overlapWaived ? reason : null,
});

async function readIds<Id extends string>(tx: EntityManager, table: 'session' | 'room', id: ConferenceId): Promise<Set<Id>> {
  const rows = await tx.query<{ id: Id }[]>(`SELECT id FROM ${table} WHERE conference_id = $1`, [id]);
  return new Set(rows.map((row) => row.id));
}

const waivedBy = ({ changes }: DraftEdit, number: number): SessionId[] =>
  changes.flatMap(({ sessionId, to }) => (to?.waiver === overlapReason(number) ? [sessionId] : []));
