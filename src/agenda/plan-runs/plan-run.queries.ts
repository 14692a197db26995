import type { EntityManager } from 'typeorm';
import type { ConferenceId } from '../../contract/ids.js';
import type { PlanRun } from '../../contract/plan-runs.js';
import { problem } from '../../platform/problems/problem-error.js';
import { readBoardSlots } from '../board/draft-slots.queries.js';
import { PlanRunEntity } from './plan-run.entity.js';

/** A run whose process has said nothing for so long is over. */
const SILENT_SECONDS = 30;

/** Runs whose process is gone are marked so: the next may start. */
export async function giveUpSilentRuns(tx: EntityManager, conferenceId: ConferenceId): Promise<void> {
  await tx.query(
    `UPDATE plan_run SET state = 'failed', ended_at = now()
     WHERE conference_id = $1 AND state IN ('running', 'stopping') AND alive_at < now() - make_interval(secs => $2)`,
    [conferenceId, SILENT_SECONDS],
  );
}

export async function readLastPlanRun(tx: EntityManager, conferenceId: ConferenceId): Promise<PlanRun | null> {
  await giveUpSilentRuns(tx, conferenceId);
  const row = await tx.findOne(PlanRunEntity, { where: { conferenceId }, order: { startedAt: 'DESC', id: 'DESC' } });
  return row === null ? null : await shaped(tx, row);
}

/** @throws ProblemError `not-found` */
export async function readPlanRun(tx: EntityManager, conferenceId: ConferenceId, id: string): Promise<PlanRun> {
  await giveUpSilentRuns(tx, conferenceId);
  const row = await tx.findOneBy(PlanRunEntity, { conferenceId, id });
  if (row === null) throw problem('not-found', 'There is no such run of the automatic schedule in this conference.');
  return await shaped(tx, row);
}

async function shaped(tx: EntityManager, row: PlanRunEntity): Promise<PlanRun> {
  const { id, actor, startedAt, endedAt, wanted, sessions, progress, outcome } = row;
  const state = row.state === 'taken' && !(await isInDraft(tx, row)) ? 'done' : row.state;
  return { id, state, by: actor, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, wanted, sessions, progress, outcome };
}

/** Whether the draft has something as the run put it. Asked of the draft itself: an undo is an edit like any other, and so is doing it again. */
async function isInDraft(tx: EntityManager, { conferenceId, outcome }: PlanRunEntity): Promise<boolean> {
  if (outcome === null || outcome.set.length === 0) return outcome !== null;
  const slots = await readBoardSlots(tx, conferenceId, 'draft', outcome.set.map(({ sessionId }) => sessionId));
  return outcome.set.some(({ sessionId, to }) => {
    const slot = slots.get(sessionId) ?? null;
    return to === null ? slot === null : slot?.roomId === to.roomId && slot.startsAt === to.startsAt && slot.endsAt === to.endsAt;
  });
}
