import type { EntityManager } from 'typeorm';
import type { SessionId } from '../contract/ids.js';

/** Two sessions that are published into one room, or with one speaker, at the same time. */
export interface PublishedOverlap {
  id: SessionId;
  title: string;
  otherId: SessionId;
  otherTitle: string;
  resource: 'room' | 'speaker';
  /** The room's or the speaker's name. */
  what: string;
}

/** The overlaps that these sessions have on the published agenda, waived ones too; shared rooms and cancelled sessions have none. */
export async function publishedOverlaps(tx: EntityManager, sessions: readonly SessionId[]): Promise<PublishedOverlap[]> {
  return await tx.query<PublishedOverlap[]>(
    `SELECT a.session_id AS id, sa.title, b.session_id AS "otherId", sb.title AS "otherTitle", x.resource, x.what
     FROM slot a
     JOIN slot b ON b.conference_id = a.conference_id AND b.plan = 'published' AND b.session_id <> a.session_id AND NOT b.cancelled
     JOIN session sa ON sa.id = a.session_id JOIN session sb ON sb.id = b.session_id
     CROSS JOIN LATERAL (
       SELECT 'room' AS resource, r.name AS what FROM room r
       WHERE r.id = a.room_id AND b.room_id = a.room_id AND NOT r.shared AND a.occupied && b.occupied
       UNION ALL
       SELECT 'speaker', k.name FROM appearance p JOIN appearance q ON q.speaker_id = p.speaker_id JOIN speaker k ON k.id = p.speaker_id
       WHERE p.session_id = a.session_id AND q.session_id = b.session_id AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
     ) x
     WHERE a.plan = 'published' AND a.session_id = ANY($1::uuid[]) AND NOT a.cancelled
     ORDER BY b.starts_at, b.session_id`,
    [sessions],
  );
}
