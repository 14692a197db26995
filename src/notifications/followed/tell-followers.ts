import type { EntityManager } from 'typeorm';
import { linkTo } from '../../platform/http/link-to.js';
import { notifyAll, type News } from '../notify.js';
import type { Post, ToldConference } from '../post.js';
import type { SessionNews } from '../session-news.js';
import { readFollowers, type FollowedSession } from './followed-sessions.queries.js';

/** Tells those who follow these sessions that they moved, were cancelled, or take place after all. */
export async function tellFollowers(tx: EntityManager, post: Post, conference: ToldConference, news: readonly SessionNews[]): Promise<void> {
  const byId = new Map(news.map((one) => [one.sessionId, one]));
  const followed = await readFollowers(tx, conference.id, [...byId.keys()]);
  const all = followed.map((session) => toNews(post, conference, session, byId.get(session.sessionId)));
  await notifyAll(tx, post.sealing, all.filter((one) => one !== null));
}

function toNews({ configuration }: Post, { id, title: name, slug }: ToldConference, session: FollowedSession, news: SessionNews | undefined): News<'followed-session-moved'> | null {
  if (news === undefined) return null;
  const { sessionId, title, zone, room, accountIds } = session;
  const startsAt = session.startsAt?.toISOString();
  const isHeld = news.what === 'moved' || news.what === 'reinstated';
  return {
    accountIds,
    kind: 'followed-session-moved',
    conferenceId: id,
    params: {
      conference: name, slug, session: title, sessionId, what: news.what,
      ...(isHeld && startsAt !== undefined ? { startsAt, zone } : {}),
      ...(isHeld && room !== null ? { room } : {}),
    },
    mail: {
      template: 'followed-session-moved',
      params: {
        conference: name, session: title, what: news.what, startsAt: startsAt ?? null, zone, room,
        link: linkTo(configuration, `/${slug}/sessions/${sessionId}`), choose: linkTo(configuration, '/account/notifications'),
      },
    },
  };
}
