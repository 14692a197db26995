import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { Revision } from '../../contract/changes.js';
import type { ConferenceId } from '../../contract/ids.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { problem } from '../../platform/problems/problem-error.js';
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

  /** Answers null where the draft is what is published already. @throws ProblemError `blocking-findings` with what the rules found */
  async run(slug: string, note: string, actor: Actor): Promise<Revision | null> {
    return await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      await lockConference(tx, conferenceId);
      await refuseBlocking(tx, conferenceId);
      const revision = await releaseAgenda(tx, { conferenceId, note, actor: actorName(actor) });
      await recordAudit(tx, {
        actor: actorName(actor), action: 'release-agenda', conferenceId, subject: `conference:${conferenceId}`, details: { revision: revision?.revision ?? null },
      });
      return revision;
    });
  }
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
