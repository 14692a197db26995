import type { EntityManager } from 'typeorm';
import { placeReach } from '../../conferences/place-reach.queries.js';
import type { ConferenceId, SpeakerId } from '../../contract/ids.js';
import type { SpeakerAnswers } from '../../contract/speaking.js';
import type { Actor } from '../../platform/access/policy.js';
import { answerOf, bySpeaker, readSpeakerSlots, type SpeakerSlot } from './slots-of-speakers.queries.js';

interface SpeakerRow {
  speakerId: SpeakerId;
  name: string;
  account: SpeakerAnswers['account'];
  remindedAt: Date | null;
}

/** Every speaker with what they answered, by name. To a city host: their own city's slots, and who appears in them. */
export async function readAnswers(tx: EntityManager, conferenceId: ConferenceId, actor: Actor): Promise<SpeakerAnswers[]> {
  const reach = await placeReach(tx, actor, 'read-speakers', conferenceId);
  const speakers = await tx.query<SpeakerRow[]>(
    `SELECT k.id AS "speakerId", k.name, r.reminded_at AS "remindedAt",
            CASE WHEN k.account_id IS NOT NULL THEN 'joined' WHEN i.expires_at > now() THEN 'invited' WHEN i.expires_at IS NOT NULL THEN 'expired' ELSE 'none' END AS account
     FROM speaker k
     LEFT JOIN speaker_reminder r ON r.speaker_id = k.id
     LEFT JOIN LATERAL (SELECT max(expires_at) AS expires_at FROM invitation i
                        WHERE i.speaker_id = k.id AND i.accepted_at IS NULL AND i.revoked_at IS NULL) i ON true
     WHERE k.conference_id = $1 ORDER BY k.name, k.id`,
    [conferenceId],
  );
  const read = await readSpeakerSlots(tx, { conferenceId });
  const slots = bySpeaker(reach === null ? read : read.filter((slot) => reach.cityIds.includes(slot.cityId)));
  return speakers.filter((speaker) => reach === null || slots.has(speaker.speakerId)).map((speaker) => ({
    ...speaker,
    remindedAt: speaker.remindedAt?.toISOString() ?? null,
    slots: (slots.get(speaker.speakerId) ?? []).filter((slot) => !slot.cancelled).map(toAnswered),
  }));
}

function toAnswered(slot: SpeakerSlot): SpeakerAnswers['slots'][number] {
  const { sessionId, title, roomId, room, city, zone } = slot;
  const { state, again, last } = answerOf(slot);
  return { sessionId, title, roomId, room, city, zone, state, again, reason: last?.reason ?? '', startsAt: slot.startsAt.toISOString(), endsAt: slot.endsAt.toISOString() };
}
