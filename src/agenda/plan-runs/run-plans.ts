import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { NewPlanRun, PlanRun, StopPlanRun } from '../../contract/plan-runs.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';
import { USUAL_WEIGHTS } from '../../rules/plan/plan.js';
import { planOfBoard } from '../../rules/plan/plan-of-board.js';
import { Boards } from '../board/board.queries.js';
import { giveUpSilentRuns, readLastPlanRun, readPlanRun } from './plan-run.queries.js';
import { PlanWorkers } from './plan-workers.js';

/** Starts, shows and ends runs of the automatic schedule. */
@Injectable()
export class RunPlans {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly boards: Boards,
    private readonly workers: PlanWorkers,
  ) {}

  /**
   * Starts a run over what the actor may move, on the draft as it is now.
   * @throws ProblemError `conflict` while another run of the conference goes on; `too-many-requests` where this process has enough of them
   */
  async start(slug: string, wanted: NewPlanRun, actor: Actor): Promise<PlanRun> {
    if (this.workers.isFull) throw problem('too-many-requests', 'Other schedules are being made on this server. Try again in a minute.', { retryAfter: 60 });
    const board = await this.boards.read(slug, actor);
    const { movable } = planOfBoard(board, { sessions: wanted.sessions, weights: USUAL_WEIGHTS });
    const id = newId<string>();
    const run = await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      await giveUpSilentRuns(tx, conference.id);
      const made: unknown[] = await tx.query(
        `INSERT INTO plan_run (id, conference_id, actor, state, wanted, sessions) VALUES ($1, $2, $3, 'running', $4, $5)
         ON CONFLICT (conference_id) WHERE state IN ('running', 'stopping') DO NOTHING RETURNING id`,
        [id, conference.id, actorName(actor), JSON.stringify(wanted), movable.size],
      );
      if (made.length === 0) throw problem('conflict', 'A schedule of this conference is being made already. Wait for it, or stop it.');
      await recordAudit(tx, {
        actor: actorName(actor), action: 'plan-sessions.start', conferenceId: conference.id, subject: `plan-run:${id}`, details: { sessions: movable.size, seed: wanted.seed },
      });
      return await readPlanRun(tx, conference.id, id);
    });
    this.workers.start(id, { board, wanted });
    return run;
  }

  async last(slug: string): Promise<PlanRun | null> {
    const { id } = await this.conferences.bySlug(slug);
    return await readLastPlanRun(this.source.manager, id);
  }

  async one(slug: string, runId: string): Promise<PlanRun> {
    const { id } = await this.conferences.bySlug(slug);
    return await readPlanRun(this.source.manager, id, runId);
  }

  /** Whichever process the run is in finds the wish in the database within a second. A run that is over stays as it is. */
  async stop(slug: string, runId: string, { keep }: StopPlanRun, actor: Actor): Promise<PlanRun> {
    return await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      const [rows] = await tx.query<[unknown[], number]>(
        `UPDATE plan_run SET state = $3, ended_at = CASE WHEN $3 = 'cancelled' THEN now() END
         WHERE id = $1 AND conference_id = $2 AND state IN ('running', 'stopping') RETURNING id`,
        [runId, conferenceId, keep ? 'stopping' : 'cancelled'],
      );
      if (rows.length > 0) {
        await recordAudit(tx, { actor: actorName(actor), action: 'plan-sessions.stop', conferenceId, subject: `plan-run:${runId}`, details: { keep } });
      }
      return await readPlanRun(tx, conferenceId, runId);
    });
  }
}
