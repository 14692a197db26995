import type { EntityManager } from 'typeorm';

/**
 * Nobody follows anything of this conference any more, and what they were told of it is gone: it says who took an interest in
 * what. For a purge and for retention. Answers the accounts, for their waiting mails.
 */
export async function forgetFollowed(tx: EntityManager, conferenceId: string): Promise<string[]> {
  const [rows] = await tx.query<[{ id: string }[], number]>(`DELETE FROM followed_session WHERE conference_id = $1 RETURNING account_id AS id`, [conferenceId]);
  await tx.query(`DELETE FROM notification WHERE conference_id = $1 AND kind IN ('followed-session-moved', 'followed-session-soon')`, [conferenceId]);
  await tx.query(`DELETE FROM push_message WHERE conference_id = $1 AND kind NOT LIKE 'slot-%'`, [conferenceId]);
  return [...new Set(rows.map(({ id }) => id))];
}
