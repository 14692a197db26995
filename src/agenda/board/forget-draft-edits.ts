import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeriodicJobs } from '../../platform/periodic/periodic-jobs.js';

/** How long draft edits are kept: for boards that were away, and so that a request which is sent again is known. */
const KEPT = { days: 14, edits: 5_000 };

/** Forgets old draft edits: who was away for longer reads the board anew. What was published is in the revision log, for ever. */
@Injectable()
export class ForgetDraftEdits {
  constructor(jobs: PeriodicJobs, source: DataSource) {
    jobs.add({ name: 'forget-draft-edits', everySeconds: 3_600, run: async (now) => ({ forgotten: await forgetDraftEdits(source, now) }) });
  }
}

/** Answers how many. */
export async function forgetDraftEdits(source: DataSource, now: Date): Promise<number> {
  const [, forgotten] = await source.query<[unknown[], number]>(
    `DELETE FROM draft_edit d USING conference c
     WHERE c.id = d.conference_id AND (d.at < $1::timestamptz - make_interval(days => $2) OR d.edit <= c.draft_edit - $3)`,
    [now, KEPT.days, KEPT.edits],
  );
  return forgotten;
}
