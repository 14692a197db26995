import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { NewRelease } from '../../contract/agenda-requests.js';
import type { Revision } from '../../contract/changes.js';
import type { ConferenceId } from '../../contract/ids.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { problem } from '../../platform/problems/problem-error.js';
import { readCurrentEdits } from '../board/draft-edit.queries.js';
import { MOST_TOLD, tellFinding } from '../board/refuse-new-findings.js';
import { lockConference } from '../publish.js';
import { releaseAgenda } from '../release-agenda.js';
import { readDraftFindings } from './draft-findings.js';

/** Publishes the draft as the next release, when nothing in it is blocking that nobody waived. */
@Injectable()
export class ReleaseDraft {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /**
   * Answers null where the draft is what is published already.
   * @throws ProblemError `draft-edited` where it is past the edit that was looked at; `blocking-findings` with what the rules found
   */
  async run(slug: string, { note, expected }: NewRelease, actor: Actor): Promise<Revision | null> {
    return await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      await lockConference(tx, conferenceId);
      if (expected !== undefined) await refuseEdited(tx, conferenceId, expected);
      await refuseBlocking(tx, conferenceId);
      const revision = await releaseAgenda(tx, { conferenceId, note, actor: actorName(actor) });
      await recordAudit(tx, {
        actor: actorName(actor), action: 'release-agenda', conferenceId, subject: `conference:${conferenceId}`, details: { revision: revision?.revision ?? null },
      });
      return revision;
    });
  }
}

/** Under the conference's lock: what is public is what somebody looked at, never what another organizer was just about to move on. */
async function refuseEdited(tx: EntityManager, id: ConferenceId, expected: number): Promise<void> {
  const edit = (await readCurrentEdits(tx, [id])).get(id) ?? 0;
  if (edit === expected) return;
  const sessions = await tx.query<{ id: string; title: string }[]>(
    `SELECT id, title FROM session WHERE conference_id = $1 AND draft_edit > $2 ORDER BY title, id LIMIT $3`,
    [id, expected, MOST_TOLD],
  );
  throw problem('draft-edited', 'The draft was edited since you looked at it; nothing was released. Look at what a release would do now, and release again.', { sessions });
}

async function refuseBlocking(tx: EntityManager, id: ConferenceId): Promise<void> {
  const findings = (await readDraftFindings(tx, id)).filter(({ severity }) => severity === 'blocking');
  if (findings.length === 0) return;
  const concerned = [...new Set(findings.flatMap(({ sessions }) => sessions))].slice(0, MOST_TOLD);
  const titles = await tx.query<{ id: string; title: string }[]>(`SELECT id, title FROM session WHERE id = ANY($1::uuid[]) ORDER BY title, id`, [concerned]);
  throw problem('blocking-findings', 'Sessions of the draft break rules that nobody waived. Move them, or say why they are right, and release again.', {
    findings: findings.slice(0, MOST_TOLD).map(tellFinding), sessions: titles,
  });
}
