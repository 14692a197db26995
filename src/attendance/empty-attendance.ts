import type { EntityManager } from 'typeorm';

/**
 * Removes every registration, ticket and check-in of a conference, in the transaction that forgets its attendees. Of each
 * venue the counts are left. Answers how many registrations there were, and whose.
 */
export async function emptyAttendance(tx: EntityManager, conferenceId: string): Promise<{ accountIds: string[] }> {
  // whoever registers, or is let in, holds it meanwhile
  await tx.query(`SELECT 1 FROM conference WHERE id = $1 FOR UPDATE`, [conferenceId]);
  await tx.query(
    `INSERT INTO erased_attendance AS e (conference_id, venue_id, registered)
     SELECT conference_id, venue_id, count(*) FROM registration WHERE conference_id = $1 AND state = 'confirmed' GROUP BY conference_id, venue_id
     ON CONFLICT (conference_id, venue_id) DO UPDATE SET registered = e.registered + excluded.registered`,
    [conferenceId],
  );
  await tx.query(
    `INSERT INTO erased_attendance AS e (conference_id, venue_id, checked_in)
     SELECT conference_id, venue_id, count(*) FROM check_in WHERE conference_id = $1 AND undone_at IS NULL GROUP BY conference_id, venue_id
     ON CONFLICT (conference_id, venue_id) DO UPDATE SET checked_in = e.checked_in + excluded.checked_in`,
    [conferenceId],
  );
  const [rows] = await tx.query<[{ accountId: string }[], number]>(`DELETE FROM registration WHERE conference_id = $1 RETURNING account_id AS "accountId"`, [conferenceId]);
  return { accountIds: rows.map(({ accountId }) => accountId) };
}
