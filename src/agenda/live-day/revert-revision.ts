import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { AgendaSession } from '../../contract/agenda.js';
import type { Change, Revision } from '../../contract/changes.js';
import type { ConferenceId, SessionId } from '../../contract/ids.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { problem } from '../../platform/problems/problem-error.js';
import { invertRevision, stillStands, type Undoing } from '../../rules/invert-revision.js';
import { publish } from '../publish.js';
import { readPublished } from '../published.queries.js';
import { readCancelReasons } from './live-day.queries.js';
import { shiftLiveSlots, type Target } from './shift-live-slots.js';

/** Takes a live revision back, as one new revision. The log keeps both. */
@Injectable()
export class RevertRevision {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /** @throws ProblemError `not-revertible`, `changed-since`, `room-overlap`, `speaker-overlap`, `not-found`, `not-allowed` */
  async run(slug: string, number: number, reason: string, actor: Actor): Promise<Revision | null> {
    return await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      const undoings = await this.undoingsOf(tx, conferenceId, number);
      const sessions = undoings.map(({ sessionId }) => sessionId);
      const publication = { conferenceId, scope: { place: false, sessions }, kind: 'live', note: reason, actor: actorName(actor) } as const;
      const revision = await publish(tx, publication, async () => {
        await shiftLiveSlots(tx, actor, conferenceId, await targetsOf(tx, conferenceId, number, undoings));
      });
      await recordAudit(tx, {
        actor: actorName(actor), action: 'change-live-agenda.revert', conferenceId, subject: `conference:${conferenceId}`,
        details: { reverted: number, revision: revision?.revision ?? null },
      });
      return revision;
    });
  }

  private async undoingsOf(tx: EntityManager, conferenceId: ConferenceId, number: number): Promise<Undoing[]> {
    const [row] = await tx.query<{ kind: Revision['kind']; changes: Change[] }[]>(
      `SELECT kind, changes FROM revision WHERE conference_id = $1 AND revision = $2`, [conferenceId, number]);
    if (row === undefined) throw problem('not-found', `This conference has no revision ${number}.`);
    const undoings = row.kind === 'live' ? invertRevision(row.changes) : null;
    if (undoings === null) {
      throw problem('not-revertible', row.kind === 'release'
        ? 'A release is not taken back. Restore an earlier one into the draft and release that.'
        : 'Only changes of time, room and cancellation can be taken back. Edit the words or people of the session instead.');
    }
    return undoings;
  }
}

/** Under the conference's lock, or what stands now might not stand when it is written. */
async function targetsOf(tx: EntityManager, conferenceId: ConferenceId, number: number, undoings: readonly Undoing[]): Promise<Map<SessionId, Target>> {
  const sessions = undoings.map(({ sessionId }) => sessionId);
  const { agenda } = await readPublished(tx, conferenceId, { place: false, sessions });
  const held = new Map(Object.values(agenda.sessions).map((session) => [session.id, session]));
  refuseChanged(undoings, held);
  const reasons = await readCancelReasons(tx, conferenceId, number, sessions);
  return new Map(undoings.flatMap(({ sessionId, placement, status }): [SessionId, Target][] => {
    const session = held.get(sessionId);
    if (session === undefined) return [];
    const back = placement?.back ?? session;
    const cancelled = (status?.back ?? session.status) === 'cancelled';
    const cancelReason = status === undefined ? session.cancelReason : cancelled ? (reasons.get(sessionId) ?? '') : '';
    return [[sessionId, { roomId: back.roomId, startsAt: Date.parse(back.startsAt), endsAt: Date.parse(back.endsAt), cancelled, cancelReason }]];
  }));
}

function refuseChanged(undoings: readonly Undoing[], held: ReadonlyMap<SessionId, AgendaSession>): void {
  const changed = undoings.filter((undoing) => {
    const session = held.get(undoing.sessionId);
    return session === undefined || !stillStands(undoing, session);
  });
  if (changed.length === 0) return;
  const sessions = changed.map(({ sessionId }) => ({ id: sessionId, title: held.get(sessionId)?.title ?? '' }));
  const named = sessions.filter(({ title }) => title !== '').map(({ title }) => `“${title}”`).join(', ');
  throw problem('changed-since', `${named === '' ? 'A session that is no longer published' : named} was changed since; nothing was taken back. Take the later change back first, or change it anew.`, { sessions });
}
