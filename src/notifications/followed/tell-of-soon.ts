import type { DataSource, EntityManager } from 'typeorm';
import type { ConferenceId, SessionId } from '../../contract/ids.js';
import { linkTo } from '../../platform/http/link-to.js';
import { notifyAll, type News } from '../notify.js';
import type { Post } from '../post.js';

/** How long before its start people are told that a session is near. */
export const SOON_MINUTES = 10;

interface NearSession {
  sessionId: SessionId;
  conferenceId: ConferenceId;
  conference: string;
  slug: string;
  title: string;
  startsAt: Date;
  room: string;
  zone: string;
  accountIds: string[];
}

/**
 * Tells those who follow a session that it is about to start: each of them once a start, whatever number of processes looks
 * and however often they are started again, since that they were told is written in the transaction that tells them. A start that
 * moves by less than {@link SOON_MINUTES} is not told of again: that it moved is. Answers how many sessions.
 */
export async function tellOfSoon(source: DataSource, post: Post, now: Date): Promise<number> {
  return await source.transaction(async (tx) => {
    const near = await claimNear(tx, now);
    await notifyAll(tx, post.sealing, near.map((session) => toNews(post, session)));
    return near.length;
  });
}

async function claimNear(tx: EntityManager, now: Date): Promise<NearSession[]> {
  return await tx.query<NearSession[]>(
    `WITH near AS (
       UPDATE followed_session f SET told_of_start = p.starts_at FROM slot p JOIN conference c ON c.id = p.conference_id
       WHERE p.session_id = f.session_id AND p.plan = 'published' AND NOT p.cancelled AND c.status IN ('published', 'live')
         AND p.starts_at > $1 AND p.starts_at <= $1 + make_interval(mins => $2)
         AND (f.told_of_start IS NULL OR p.starts_at >= f.told_of_start + make_interval(mins => $2))
       RETURNING f.session_id, f.account_id
     )
     SELECT s.id AS "sessionId", c.id AS "conferenceId", c.title AS conference, c.slug, s.title, p.starts_at AS "startsAt", r.name AS room, y.zone, n.ids AS "accountIds"
     FROM (SELECT session_id, array_agg(account_id) AS ids FROM near GROUP BY session_id) n
     JOIN session s ON s.id = n.session_id JOIN conference c ON c.id = s.conference_id
     JOIN slot p ON p.session_id = s.id AND p.plan = 'published'
     JOIN room r ON r.id = p.room_id JOIN venue v ON v.id = r.venue_id JOIN city y ON y.id = v.city_id ORDER BY s.id`,
    [now, SOON_MINUTES],
  );
}

function toNews({ configuration }: Post, { sessionId, conferenceId, conference, slug, title, startsAt: start, room, zone, accountIds }: NearSession): News<'followed-session-soon'> {
  const startsAt = start.toISOString();
  return {
    accountIds,
    kind: 'followed-session-soon',
    conferenceId,
    params: { conference, slug, session: title, sessionId, startsAt, zone, room },
    mail: {
      template: 'followed-session-soon',
      params: { conference, session: title, startsAt, zone, room, link: linkTo(configuration, `/${slug}/sessions/${sessionId}`), choose: linkTo(configuration, '/account/notifications') },
    },
    until: start,
  };
}
