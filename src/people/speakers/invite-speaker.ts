import type { EntityManager } from 'typeorm';
import type { ConferenceId, SpeakerId } from '../../contract/ids.js';
import { queueMail } from '../../notifications/queue-mail.js';
import type { Configuration } from '../../platform/configuration.js';
import { linkTo } from '../../platform/http/link-to.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { hashSecret, newSecret } from '../accounts/secrets.js';

/** What mails of speakers are made with. */
export interface Post {
  sealing: Sealing;
  configuration: Configuration;
}

export interface SpeakerToInvite {
  id: SpeakerId;
  conferenceId: ConferenceId;
  accountId: string | null;
}

const VALID = `interval '30 days'`;

/** Sends a link that makes whoever opens it this speaker, once. Earlier links of the same speaker stop working. */
export async function inviteSpeaker(tx: EntityManager, post: Post, speaker: SpeakerToInvite, email: string, invitedBy: string | null): Promise<void> {
  if (speaker.accountId !== null) throw problem('conflict', 'This speaker has joined already.');
  const { sealing } = post;
  await tx.query(`UPDATE invitation SET revoked_at = now() WHERE speaker_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL`, [speaker.id]);
  const id = newId<string>();
  const secret = newSecret();
  await tx.query(
    `INSERT INTO invitation (id, token_hash, role, conference_id, speaker_id, email_index, email_sealed, invited_by, expires_at)
     VALUES ($1, $2, 'speaker', $3, $4, $5, $6, $7, now() + ${VALID})`,
    [id, hashSecret(secret), speaker.conferenceId, speaker.id, sealing.emailIndex(email), sealing.seal(email, `invitation.email:${id}`), invitedBy],
  );
  await mailInvitation(tx, post, speaker, email, secret);
}

/** Sends the link again, as a new one: we keep only the old one's hash. @throws ProblemError `conflict` where there is none */
export async function resendInvitation(tx: EntityManager, post: Post, speaker: SpeakerToInvite): Promise<void> {
  const secret = newSecret();
  const [[row]] = await tx.query<[{ id: string; email: Buffer }[], number]>(
    `UPDATE invitation SET token_hash = $2, expires_at = now() + ${VALID}
     WHERE speaker_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL RETURNING id, email_sealed AS email`,
    [speaker.id, hashSecret(secret)],
  );
  if (row === undefined) throw problem('conflict', 'This speaker has no open invitation. Invite them with an e-mail address.');
  await mailInvitation(tx, post, speaker, post.sealing.open(row.email, `invitation.email:${row.id}`), secret);
}

async function mailInvitation(tx: EntityManager, { sealing, configuration }: Post, speaker: SpeakerToInvite, email: string, secret: string): Promise<void> {
  const [words] = await tx.query<{ speaker: string; conference: string; language: string }[]>(
    `SELECT k.name AS speaker, c.title AS conference, coalesce(c.languages[1], 'en') AS language
     FROM speaker k JOIN conference c ON c.id = k.conference_id WHERE k.id = $1`,
    [speaker.id],
  );
  if (words === undefined) throw new Error(`speaker ${speaker.id} does not exist`);
  const { language, ...names } = words;
  const link = linkTo(configuration, `/invitations/${secret}`);
  await queueMail(tx, sealing, { email, language, template: 'speaker-invitation', params: { ...names, link } });
}
