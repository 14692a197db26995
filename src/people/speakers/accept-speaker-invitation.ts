import type { EntityManager } from 'typeorm';
import type { ConferenceId, SpeakerId } from '../../contract/ids.js';
import { problem } from '../../platform/problems/problem-error.js';

export interface SpeakerInvitationRow {
  id: string;
  conferenceId: ConferenceId;
  speakerId: SpeakerId;
}

/**
 * Makes an account the speaker of an invitation, whose row the caller holds under lock and knows to be open, and marks it
 * accepted. @throws ProblemError `conflict` where the speaker has joined, or the account is another speaker there already
 */
export async function acceptSpeakerInvitation(tx: EntityManager, invitation: SpeakerInvitationRow, accountId: string): Promise<void> {
  const [other] = await tx.query<{ name: string }[]>(`SELECT name FROM speaker WHERE conference_id = $1 AND account_id = $2 AND id <> $3`, [
    invitation.conferenceId, accountId, invitation.speakerId,
  ]);
  if (other !== undefined) throw problem('conflict', `You are ${other.name} at this conference already. Sign in with another address to be someone else.`);
  const [, linked] = await tx.query<[object[], number]>(`UPDATE speaker SET account_id = $2 WHERE id = $1 AND (account_id IS NULL OR account_id = $2)`, [
    invitation.speakerId, accountId,
  ]);
  if (linked !== 1) throw problem('conflict', 'Somebody has joined as this speaker already. Ask the organizers.');
  // an earlier person's calendar address must not show what the next one speaks at
  await tx.query(`DELETE FROM speaker_feed WHERE speaker_id = $1`, [invitation.speakerId]);
  await tx.query(`UPDATE invitation SET accepted_at = now() WHERE id = $1`, [invitation.id]);
}
