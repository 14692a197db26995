import type { EntityManager } from 'typeorm';
import type { DraftEdit } from '../../contract/board.js';
import type { ConferenceId, SessionId } from '../../contract/ids.js';

/** Milliseconds around what changed within which sessions of one venue can concern each other: changeover and uplinks. */
const AROUND = 86_400_000;

/** The changed sessions, and those that a rule of placement could find them in conflict with: in the same venues about that time, or with the same speakers at any. */
export async function readNeighbours(tx: EntityManager, id: ConferenceId, changes: DraftEdit['changes']): Promise<SessionId[]> {
  const slots = changes.flatMap(({ from, to }) => [from, to].filter((slot) => slot !== null));
  const sessions = changes.map(({ sessionId }) => sessionId);
  const from = new Date(Math.min(...slots.map(({ startsAt }) => Date.parse(startsAt))) - AROUND);
  const until = new Date(Math.max(...slots.map(({ endsAt }) => Date.parse(endsAt))) + AROUND);
  const rows = await tx.query<{ id: SessionId }[]>(
    `SELECT unnest($2::uuid[]) AS id
     UNION
     SELECT s.session_id FROM slot s JOIN room r ON r.id = s.room_id
     WHERE s.conference_id = $1 AND s.plan = 'draft' AND s.starts_at < $5 AND s.ends_at > $4
       AND r.venue_id IN (SELECT venue_id FROM room WHERE id = ANY($3::uuid[]))
     UNION
     SELECT b.session_id FROM appearance a JOIN appearance b ON b.speaker_id = a.speaker_id WHERE a.session_id = ANY($2::uuid[])`,
    [id, sessions, [...new Set(slots.map(({ roomId }) => roomId))], from, until],
  );
  return rows.map((row) => row.id);
}
