import type { EntityManager } from 'typeorm';
import type { Revision } from '../contract/changes.js';
import type { ConferenceId } from '../contract/ids.js';
import { publish } from './publish.js';
import { EVERYTHING } from './published.queries.js';

export interface ReleaseRequest {
  conferenceId: ConferenceId;
  note: string;
  actor: string;
}

/**
 * Publishes the draft as the next release: one revision with its differences. `prepare` may alter the draft first, in
 * the same transaction (an import does). Answers null where the draft is what is published already.
 * @throws ProblemError `room-overlap` or `speaker-overlap` where the draft double-books without a waiver
 */
export async function releaseAgenda(tx: EntityManager, request: ReleaseRequest, prepare?: () => Promise<void>): Promise<Revision | null> {
  const release = await nextRelease(tx, request.conferenceId);
  const revision = await publish(tx, { ...request, scope: EVERYTHING, kind: 'release', release }, async () => {
    await prepare?.();
    await publishDraft(tx, request.conferenceId);
  });
  if (revision !== null) {
    await tx.query(`INSERT INTO release (conference_id, number, revision) VALUES ($1, $2, $3)`, [request.conferenceId, release, revision.revision]);
  }
  return revision;
}

async function nextRelease(tx: EntityManager, id: ConferenceId): Promise<number> {
  // under the conference's lock, or two releases at once would take one number
  await tx.query(`SELECT FROM conference WHERE id = $1 FOR UPDATE`, [id]);
  const [row] = await tx.query<{ next: number }[]>(`SELECT coalesce(max(number), 0) + 1 AS next FROM release WHERE conference_id = $1`, [id]);
  return row?.next ?? 1;
}

const COPIED = ['room_id', 'starts_at', 'ends_at', 'anchor', 'cancelled', 'cancel_reason', 'waived_at', 'waived_by', 'waiver_reason'];

async function publishDraft(tx: EntityManager, id: ConferenceId): Promise<void> {
  await tx.query(
    `DELETE FROM slot p WHERE p.conference_id = $1 AND p.plan = 'published'
       AND NOT EXISTS (SELECT FROM slot d WHERE d.session_id = p.session_id AND d.plan = 'draft')`,
    [id],
  );
  const columns = COPIED.join(', ');
  const same = (alias: string): string => COPIED.map((column) => `${alias}.${column}`).join(', ');
  await tx.query(
    `INSERT INTO slot (conference_id, session_id, plan, ${columns})
     SELECT d.conference_id, d.session_id, 'published', ${same('d')} FROM slot d WHERE d.conference_id = $1 AND d.plan = 'draft'
     ON CONFLICT (session_id, plan) DO UPDATE SET (${columns}) = ROW (${same('excluded')})
     WHERE (${same('slot')}) IS DISTINCT FROM (${same('excluded')})`,
    [id],
  );
}
