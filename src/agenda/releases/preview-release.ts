import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { Change } from '../../contract/changes.js';
import type { ConferenceId, SessionId, SpeakerId } from '../../contract/ids.js';
import type { ReleasePreview } from '../../contract/releases.js';
import { diffAgenda } from '../../rules/diff-agenda.js';
import { readCurrentEdits } from '../board/draft-edit.queries.js';
import { MOST_TOLD, tellFinding } from '../board/refuse-new-findings.js';
import { EVERYTHING, readPublished } from '../published.queries.js';
import { countChanges } from '../releases.queries.js';
import { readDraftAsPublished } from './agenda-at.queries.js';
import { namesIn } from './compare-releases.js';
import { readDraftFindings } from './draft-findings.js';

/** What a release would change, what stands in its way, and whom it concerns; nothing is written. */
@Injectable()
export class PreviewRelease {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  async run(slug: string): Promise<ReleasePreview> {
    return await this.source.transaction('REPEATABLE READ', async (tx) => {
      const { id } = await this.conferences.bySlug(slug, tx);
      const published = await readPublished(tx, id, EVERYTHING);
      const draft = await readDraftAsPublished(tx, id);
      const changes = diffAgenda(published, draft);
      const findings = await readDraftFindings(tx, id);
      const count = (severity: (typeof findings)[number]['severity']): number => findings.filter((finding) => finding.severity === severity).length;
      const names = namesIn(published, draft);
      const speakers = await affectedSpeakers(tx, id, changes);
      return {
        edit: (await readCurrentEdits(tx, [id])).get(id) ?? 0,
        changes, counts: countChanges(changes), names, speakers,
        findings: findings.filter(({ severity }, index) => severity !== 'warning' || index < MOST_TOLD).map(tellFinding),
        findingCounts: { blocking: count('blocking'), waived: count('waived'), warning: count('warning') },
      };
    });
  }
}

/** Sessions whose slot changes, and whether their speakers are told of it by mail or in the application. */
function slotsThatChange(changes: readonly Change[]): Map<SessionId, boolean> {
  const sessions = new Map<SessionId, boolean>();
  for (const change of changes) {
    switch (change.change) {
      case 'session.moved':
      case 'session.delayed':
      case 'session.extended':
      case 'session.cancelled':
      case 'session.reinstated':
      case 'session.withdrawn':
        sessions.set(change.sessionId, true);
        break;
      case 'session.added':
        sessions.set(change.session.id, false);
        break;
      default:
    }
  }
  return sessions;
}

interface SpeakerRow {
  id: SpeakerId;
  name: string;
  account: boolean;
  sessions: SessionId[];
}

async function affectedSpeakers(tx: EntityManager, id: ConferenceId, changes: readonly Change[]): Promise<ReleasePreview['speakers']> {
  const slots = slotsThatChange(changes);
  const rows = await tx.query<SpeakerRow[]>(
    `SELECT k.id, k.name, k.account_id IS NOT NULL AS account, array_agg(a.session_id::text ORDER BY a.session_id) AS sessions
     FROM speaker k JOIN appearance a ON a.speaker_id = k.id WHERE k.conference_id = $1 AND a.session_id = ANY($2::uuid[])
     GROUP BY k.id ORDER BY k.name, k.id`,
    [id, [...slots.keys()]],
  );
  return rows.map(({ account, ...row }) => ({ ...row, told: account && row.sessions.some((session) => slots.get(session) === true) }));
}
