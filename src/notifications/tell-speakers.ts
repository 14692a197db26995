import type { DataSource, EntityManager } from 'typeorm';
import { readRevisionsAfter } from '../agenda/revision.queries.js';
import type { Change } from '../contract/changes.js';
import type { ConferenceId, SessionId } from '../contract/ids.js';
import type { Sealing } from '../platform/sealing/sealing.js';
import { notify } from './notify.js';

const REVISIONS_AT_ONCE = 100;

/** What a revision says about somebody's slot. */
interface SlotNews {
  sessionId: SessionId;
  what: 'moved' | 'cancelled' | 'reinstated' | 'withdrawn';
  startsAt?: string;
}

/**
 * Tells speakers whose slots have changed, by the revision log of each conference: each revision once, since the cursor moves
 * in the transaction that tells of it. Answers how many sessions were told of.
 */
export async function tellSpeakers(source: DataSource, sealing: Sealing): Promise<number> {
  await source.query(`INSERT INTO notification_cursor (conference_id, revision) SELECT id, 0 FROM conference ON CONFLICT DO NOTHING`);
  const behind = await source.query<{ id: ConferenceId }[]>(`SELECT c.id FROM conference c JOIN notification_cursor n ON n.conference_id = c.id WHERE n.revision < c.revision`);
  let told = 0;
  for (const { id } of behind) told += await source.transaction(async (tx) => await tellOfOne(tx, sealing, id));
  return told;
}

async function tellOfOne(tx: EntityManager, sealing: Sealing, id: ConferenceId): Promise<number> {
  const [cursor] = await tx.query<{ revision: string }[]>(`SELECT revision FROM notification_cursor WHERE conference_id = $1 FOR UPDATE`, [id]);
  const [conference] = await tx.query<{ title: string; slug: string; zone: string }[]>(`SELECT title, slug, zone FROM conference WHERE id = $1`, [id]);
  if (cursor === undefined || conference === undefined) return 0;
  const revisions = await readRevisionsAfter(tx, id, Number(cursor.revision), REVISIONS_AT_ONCE);
  // of a session that was moved twice since, only where it stands now
  const news = new Map(revisions.flatMap(({ changes }) => changes.map(readNews)).filter((one) => one !== null).map((one) => [one.sessionId, one]));
  for (const one of news.values()) await tellOfSession(tx, sealing, { id, ...conference }, one);
  const last = revisions.at(-1);
  if (last !== undefined) await tx.query(`UPDATE notification_cursor SET revision = $2 WHERE conference_id = $1`, [id, last.revision]);
  return news.size;
}

function readNews(change: Change): SlotNews | null {
  switch (change.change) {
    case 'session.moved':
    case 'session.delayed':
    case 'session.extended':
      return { sessionId: change.sessionId, what: 'moved', startsAt: change.to.startsAt };
    case 'session.cancelled':
      return { sessionId: change.sessionId, what: 'cancelled' };
    case 'session.reinstated':
      return { sessionId: change.sessionId, what: 'reinstated' };
    case 'session.withdrawn':
      return { sessionId: change.sessionId, what: 'withdrawn' };
    default:
      return null;
  }
}

async function tellOfSession(tx: EntityManager, sealing: Sealing, at: { id: ConferenceId; title: string; slug: string; zone: string }, { sessionId, what, startsAt }: SlotNews): Promise<void> {
  const rows = await tx.query<{ accountId: string; title: string }[]>(
    `SELECT sp.account_id AS "accountId", s.title FROM appearance a JOIN speaker sp ON sp.id = a.speaker_id JOIN session s ON s.id = a.session_id
     WHERE a.session_id = $1 AND sp.account_id IS NOT NULL`,
    [sessionId],
  );
  const title = rows[0]?.title;
  if (title === undefined) return;
  await notify(tx, sealing, {
    accountIds: rows.map(({ accountId }) => accountId),
    kind: 'slot-changed',
    conferenceId: at.id,
    params: { conference: at.title, slug: at.slug, session: title, sessionId, what, ...(startsAt === undefined ? {} : { startsAt }) },
    mail: { template: 'slot-changed', params: { conference: at.title, session: title, what, startsAt: startsAt ?? null, zone: at.zone, path: `/${at.slug}/speak` } },
  });
}
