import type { EntityManager } from 'typeorm';
import type { ConferenceId, SpeakerId } from '../../contract/ids.js';
import type { Actor } from '../../platform/access/policy.js';
import { problem } from '../../platform/problems/problem-error.js';

export interface OwnSpeaker {
  id: SpeakerId;
  name: string;
  biography: string;
  /** IANA: their own choice, else their account's, else the conference's. */
  zone: string;
  photoHash: string | null;
}

/**
 * The speaker that an actor is at this conference. Everything of speakers starts from it, so that no id in an address can
 * name another one. @throws ProblemError `not-found`
 */
export async function findOwnSpeaker(tx: EntityManager, conferenceId: ConferenceId, actor: Actor): Promise<OwnSpeaker> {
  const accountId = actor.kind === 'person' ? actor.accountId : null;
  const [row] = await tx.query<OwnSpeaker[]>(
    `SELECT k.id, k.name, k.biography, coalesce(k.zone, a.zone, c.zone) AS zone, k.photo_hash AS "photoHash"
     FROM speaker k JOIN account a ON a.id = k.account_id JOIN conference c ON c.id = k.conference_id
     WHERE k.conference_id = $1 AND k.account_id = $2`,
    [conferenceId, accountId],
  );
  if (row === undefined) throw problem('not-found', 'You are not a speaker of this conference.');
  return row;
}
