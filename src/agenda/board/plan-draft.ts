import type { EntityManager } from 'typeorm';
import type { DraftEdit } from '../../contract/board.js';
import type { SessionId } from '../../contract/ids.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { refuseDoubleBooking } from '../refuse-double-booking.js';
import { mustReachSessions } from '../session-reach.js';
import { recordDraftEdit, type DraftWrite } from './record-draft-edit.js';
import { refuseNewFindings } from './refuse-new-findings.js';

interface DraftPlan extends Omit<DraftWrite, 'actor' | 'sessions'> {
  sessions: readonly SessionId[];
  actor: Actor;
}

/**
 * An organizer's write of draft slots: within their reach before and after, recorded as one draft edit, and without a new
 * conflict that nobody waived: double bookings by the database's own constraints, all others by the rules of placement.
 * @throws ProblemError `not-found` and `not-allowed` beyond the actor's reach, `room-overlap`, `speaker-overlap`,
 * or the code of another blocking finding
 */
export async function planDraft(tx: EntityManager, plan: DraftPlan, write: () => Promise<void>): Promise<DraftEdit | null> {
  const { actor, conferenceId, sessions } = plan;
  const edit = await recordDraftEdit(tx, { ...plan, actor: actorName(actor) }, async () => {
    await mustReachSessions(tx, actor, 'edit-sessions', conferenceId, sessions, 'before');
    await write();
  });
  await mustReachSessions(tx, actor, 'edit-sessions', conferenceId, sessions, 'after');
  await refuseDoubleBooking(tx, conferenceId);
  if (edit !== null) await refuseNewFindings(tx, conferenceId, edit);
  return edit;
}
