import type { DataSource, EntityManager } from 'typeorm';
import { readRevisionsAfter } from '../agenda/revision.queries.js';
import type { ConferenceId } from '../contract/ids.js';
import { tellFollowers } from './followed/tell-followers.js';
import type { Post, ToldConference } from './post.js';
import { readSessionNews } from './session-news.js';
import { tellSpeakers } from './tell-speakers.js';

const REVISIONS_AT_ONCE = 100;

/**
 * Tells speakers whose slots have changed, and people who follow these sessions, by the revision log of each conference: each
 * revision once, since the cursor moves in the transaction that tells of it. Answers how many sessions were told of.
 */
export async function tellOfRevisions(source: DataSource, post: Post): Promise<number> {
  await source.query(`INSERT INTO notification_cursor (conference_id, revision) SELECT id, 0 FROM conference ON CONFLICT DO NOTHING`);
  const behind = await source.query<{ id: ConferenceId }[]>(`SELECT c.id FROM conference c JOIN notification_cursor n ON n.conference_id = c.id WHERE n.revision < c.revision`);
  let told = 0;
  for (const { id } of behind) told += await source.transaction(async (tx) => await tellOfOne(tx, post, id));
  return told;
}

async function tellOfOne(tx: EntityManager, post: Post, id: ConferenceId): Promise<number> {
  const [cursor] = await tx.query<{ revision: string }[]>(`SELECT revision FROM notification_cursor WHERE conference_id = $1 FOR UPDATE`, [id]);
  const [conference] = await tx.query<ToldConference[]>(`SELECT id, title, slug, zone FROM conference WHERE id = $1`, [id]);
  if (cursor === undefined || conference === undefined) return 0;
  const revisions = await readRevisionsAfter(tx, id, Number(cursor.revision), REVISIONS_AT_ONCE);
  const news = readSessionNews(revisions);
  if (news.length > 0) {
    await tellSpeakers(tx, post.sealing, conference, news);
    await tellFollowers(tx, post, conference, news.filter(({ isOnlyLonger }) => !isOnlyLonger));
  }
  const last = revisions.at(-1);
  if (last !== undefined) await tx.query(`UPDATE notification_cursor SET revision = $2 WHERE conference_id = $1`, [id, last.revision]);
  return news.length;
}
