import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { DraftEdit } from '../../contract/board.js';
import type { TakePlanRun } from '../../contract/plan-runs.js';
import type { Actor } from '../../platform/access/policy.js';
import { problem } from '../../platform/problems/problem-error.js';
import { EditDraft } from '../board/edit-draft.js';
import { readPlanRun } from './plan-run.queries.js';

/** Takes what a run found into the draft, as one edit that one undo takes back. */
@Injectable()
export class TakePlan {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly editDraft: EditDraft,
  ) {}

  /**
   * Null where the draft is so already.
   * @throws ProblemError `conflict` where the run has found nothing yet; `draft-conflict` where a session was moved since it began; and as the edit does
   */
  async run(slug: string, runId: string, { requestId }: TakePlanRun, actor: Actor): Promise<DraftEdit | null> {
    const { id: conferenceId } = await this.conferences.bySlug(slug);
    const { outcome } = await readPlanRun(this.source.manager, conferenceId, runId);
    if (outcome === null) throw problem('conflict', 'This schedule is not ready. Wait for it, or stop it and keep what it has found.');
    const set = outcome.set.map(({ sessionId, expected, to }) => ({ sessionId, expected, to: to === null ? null : { ...to, anchor: 'floating' as const, waiver: null } }));
    const edit = set.length === 0 ? null : await this.editDraft.run(slug, { set, what: 'plan', requestId }, actor);
    await this.source.query(`UPDATE plan_run SET state = 'taken' WHERE id = $1 AND conference_id = $2 AND state = 'done'`, [runId, conferenceId]);
    return edit;
  }
}
