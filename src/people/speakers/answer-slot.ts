import type { EntityManager } from 'typeorm';
import type { ConferenceId, SessionId } from '../../contract/ids.js';
import type { NewSlotAnswer } from '../../contract/speaking.js';
import type { Actor } from '../../platform/access/policy.js';
import { notify } from '../../notifications/notify.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { findOwnSpeaker, type OwnSpeaker } from './own-speaker.js';
import { readSpeakerSlots, type SpeakerSlot } from './slots-of-speakers.queries.js';

/**
 * Records a speaker's answer to one of their own published slots, with the placement as they saw it.
 * @throws ProblemError `not-found` for a session in which they do not appear; `conflict` where it has moved since they looked
 */
export async function answerSlot(tx: EntityManager, conferenceId: ConferenceId, sessionId: SessionId, answer: NewSlotAnswer, actor: Actor, sealing: Sealing): Promise<void> {
  const { speaker, slot } = await ownSlot(tx, conferenceId, sessionId, actor);
  if (slot.cancelled) throw problem('conflict', 'This session is cancelled: there is nothing to answer.');
  if (slot.startsAt.toISOString() !== answer.startsAt) throw problem('conflict', 'This slot was moved just now. Look at its new time, and answer again.');
  await tx.query(
    `INSERT INTO slot_answer (id, conference_id, session_id, speaker_id, state, reason, starts_at, ends_at, city_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [newId(), conferenceId, sessionId, speaker.id, answer.state, answer.state === 'confirmed' ? '' : answer.reason, slot.startsAt, slot.endsAt, slot.cityId],
  );
  await tellOrganizers(tx, sealing, conferenceId, sessionId, answer.state);
}

async function tellOrganizers(tx: EntityManager, sealing: Sealing, conferenceId: ConferenceId, sessionId: SessionId, answer: NewSlotAnswer['state']): Promise<void> {
  const organizers = await tx.query<{ id: string }[]>(`SELECT DISTINCT account_id AS id FROM membership WHERE role = 'organizer' AND conference_id = $1`, [conferenceId]);
  const [about] = await tx.query<{ conference: string; slug: string; session: string }[]>(
    `SELECT c.title AS conference, c.slug, s.title AS session FROM session s JOIN conference c ON c.id = s.conference_id WHERE s.id = $1`,
    [sessionId],
  );
  if (about === undefined) return;
  const { conference, slug, session } = about;
  await notify(tx, sealing, {
    accountIds: organizers.map(({ id }) => id),
    kind: 'slot-answered',
    conferenceId,
    params: { conference, slug, session, sessionId, what: answer },
    mail: { template: 'slot-answered', params: { conference, session, answer, path: `/${slug}/organize/speakers` } },
  });
}

/** Takes the last answer back: the one before it counts again. */
export async function undoAnswer(tx: EntityManager, conferenceId: ConferenceId, sessionId: SessionId, actor: Actor): Promise<void> {
  const { slot } = await ownSlot(tx, conferenceId, sessionId, actor);
  if (slot.last === null) throw problem('conflict', 'This slot has no answer to take back.');
  await tx.query(`DELETE FROM slot_answer WHERE id = $1`, [slot.last.id]);
}

async function ownSlot(tx: EntityManager, conferenceId: ConferenceId, sessionId: SessionId, actor: Actor): Promise<{ speaker: OwnSpeaker; slot: SpeakerSlot }> {
  const speaker = await findOwnSpeaker(tx, conferenceId, actor);
  // answers of one speaker come one after another, so that each undo takes back what its reader saw
  await tx.query(`SELECT FROM speaker WHERE id = $1 FOR NO KEY UPDATE`, [speaker.id]);
  const [slot] = await readSpeakerSlots(tx, { conferenceId, speakerId: speaker.id, sessionId });
  if (slot === undefined) throw problem('not-found', 'You do not appear in this session, or it is not published.');
  return { speaker, slot };
}
