import type { EntityManager } from 'typeorm';
import type { ConferenceId } from '../../contract/ids.js';
import type { FollowedChange } from '../../contract/notifications.js';
import { problem } from '../../platform/problems/problem-error.js';

/** From now on the account keeps what its devices bookmark; or no longer, and then nothing of it stays. */
export async function chooseFollowing(tx: EntityManager, accountId: string, isOn: boolean): Promise<void> {
  if (isOn) await tx.query(`INSERT INTO following (account_id) VALUES ($1) ON CONFLICT DO NOTHING`, [accountId]);
  else await tx.query(`DELETE FROM following WHERE account_id = $1`, [accountId]);
}

/**
 * Takes in what a device bookmarked and what it let go of. What is not in the published agenda is passed over: a device may hold
 * a session that was withdrawn since. @throws ProblemError `conflict` where the account keeps none
 */
export async function changeFollowed(tx: EntityManager, accountId: string, conferenceId: ConferenceId, { add, remove }: FollowedChange): Promise<void> {
  // held to the end, so that turning it off at the same moment leaves nothing behind
  const on: unknown[] = await tx.query(`SELECT 1 FROM following WHERE account_id = $1 FOR KEY SHARE`, [accountId]);
  if (on.length === 0) throw problem('conflict', 'Your account does not keep the sessions you follow. Turn it on in your notifications first.');
  await tx.query(`DELETE FROM followed_session WHERE account_id = $1 AND conference_id = $2 AND session_id = ANY($3::uuid[])`, [accountId, conferenceId, remove]);
  await tx.query(
    `INSERT INTO followed_session (account_id, conference_id, session_id)
     SELECT $1, p.conference_id, p.session_id FROM slot p WHERE p.conference_id = $2 AND p.plan = 'published' AND p.session_id = ANY($3::uuid[]) ON CONFLICT DO NOTHING`,
    [accountId, conferenceId, add],
  );
}
