import type { EntityManager } from 'typeorm';
import type { ConferenceId, SessionId } from '../../contract/ids.js';
import type { Following } from '../../contract/notifications.js';

/** Whether an account keeps what it follows here, and how much that is. */
export async function readFollowing(tx: EntityManager, accountId: string): Promise<Following> {
  const [row] = await tx.query<[Following]>(
    `SELECT EXISTS (SELECT 1 FROM following WHERE account_id = $1) AS "isOn",
            (SELECT count(*)::int FROM followed_session WHERE account_id = $1) AS sessions,
            EXISTS (SELECT 1 FROM conference WHERE safety_mode AND status <> 'draft') AS "safetyMode"`,
    [accountId],
  );
  return row;
}

export async function readFollowedSessions(tx: EntityManager, accountId: string, conferenceId: ConferenceId): Promise<SessionId[]> {
  const rows = await tx.query<{ id: SessionId }[]>(`SELECT session_id AS id FROM followed_session WHERE account_id = $1 AND conference_id = $2 ORDER BY session_id`, [
    accountId,
    conferenceId,
  ]);
  return rows.map(({ id }) => id);
}

/** A followed session as it stands, and who follows it. */
export interface FollowedSession {
  sessionId: SessionId;
  title: string;
  /** Null where it is no longer in the agenda. */
  startsAt: Date | null;
  room: string | null;
  /** Of its city; the conference's where it has none. */
  zone: string;
  accountIds: string[];
}

/** Those of the given sessions that somebody follows and that are not over. Who speaks in one is told as a speaker, not twice. */
export async function readFollowers(tx: EntityManager, conferenceId: ConferenceId, sessionIds: readonly SessionId[]): Promise<FollowedSession[]> {
  return await tx.query<FollowedSession[]>(
    `SELECT s.id AS "sessionId", s.title, p.starts_at AS "startsAt", r.name AS room, coalesce(y.zone, c.zone) AS zone, f.ids AS "accountIds"
     FROM (SELECT session_id, array_agg(account_id) AS ids FROM followed_session x
           WHERE session_id = ANY($2::uuid[]) AND NOT EXISTS (
             SELECT 1 FROM appearance a JOIN speaker k ON k.id = a.speaker_id WHERE a.session_id = x.session_id AND k.account_id = x.account_id)
           GROUP BY session_id) f
     JOIN session s ON s.id = f.session_id JOIN conference c ON c.id = s.conference_id AND c.status IN ('published', 'live')
     LEFT JOIN slot p ON p.session_id = s.id AND p.plan = 'published'
     LEFT JOIN room r ON r.id = p.room_id LEFT JOIN venue v ON v.id = r.venue_id LEFT JOIN city y ON y.id = v.city_id
     WHERE s.conference_id = $1 AND (p.ends_at IS NULL OR p.ends_at > now()) ORDER BY s.id`,
    [conferenceId, sessionIds],
  );
}
