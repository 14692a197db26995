import type { EntityManager } from 'typeorm';
import type { Appearance } from '../../contract/agenda.js';
import type { CityId, ConferenceId, RoomId, SessionId, SpeakerId } from '../../contract/ids.js';
import type { SlotAnswer } from '../../contract/speaking.js';
import { answerState, type GivenAnswer } from '../../rules/answer-state.js';

/** A published slot of a session in which a speaker appears, with the last answer that they gave. */
export interface SpeakerSlot {
  speakerId: SpeakerId;
  sessionId: SessionId;
  title: string;
  role: Appearance['role'];
  mode: Appearance['mode'];
  startsAt: Date;
  endsAt: Date;
  cancelled: boolean;
  cancelReason: string;
  roomId: RoomId;
  room: string;
  venue: string;
  address: string;
  accessNotes: string;
  cityId: CityId;
  city: string;
  zone: string;
  /** Minutes that a slot may move without being asked about again. */
  limit: number;
  last: { id: string; state: GivenAnswer; reason: string; startsAt: string; endsAt: string; cityId: string; at: string } | null;
}

/** Which slots: of one conference, and there of one speaker or one session where these are given. */
interface Wanted {
  conferenceId: ConferenceId;
  speakerId?: SpeakerId;
  sessionId?: SessionId;
}

/** In order of time. */
export async function readSpeakerSlots(tx: EntityManager, { conferenceId, speakerId, sessionId }: Wanted): Promise<SpeakerSlot[]> {
  return await tx.query<SpeakerSlot[]>(
    `SELECT a.speaker_id AS "speakerId", s.id AS "sessionId", s.title, a.role, a.mode, p.starts_at AS "startsAt", p.ends_at AS "endsAt",
            p.cancelled, p.cancel_reason AS "cancelReason", r.id AS "roomId", r.name AS room, v.name AS venue, v.address,
            v.access_notes AS "accessNotes", y.id AS "cityId", y.name AS city, y.zone, c.reconfirm_minutes AS "limit",
            (SELECT json_build_object('id', w.id, 'state', w.state, 'reason', w.reason, 'startsAt', w.starts_at, 'endsAt', w.ends_at,
                                      'cityId', w.city_id, 'at', w.answered_at)
             FROM slot_answer w WHERE w.session_id = s.id AND w.speaker_id = a.speaker_id ORDER BY w.id DESC LIMIT 1) AS last
     FROM appearance a
     JOIN session s ON s.id = a.session_id
     JOIN slot p ON p.session_id = s.id AND p.plan = 'published'
     JOIN room r ON r.id = p.room_id JOIN venue v ON v.id = r.venue_id JOIN city y ON y.id = v.city_id
     JOIN conference c ON c.id = a.conference_id
     WHERE a.conference_id = $1 AND ($2::uuid IS NULL OR a.speaker_id = $2) AND ($3::uuid IS NULL OR s.id = $3)
     ORDER BY p.starts_at, s.title`,
    [conferenceId, speakerId ?? null, sessionId ?? null],
  );
}

/** Whether the answer still holds is said at reading, from the placement that was answered to: no publish can forget to ask again. */
export function answerOf(slot: SpeakerSlot): SlotAnswer {
  const { last } = slot;
  const answered = last === null ? null : { state: last.state, startsAt: Date.parse(last.startsAt), endsAt: Date.parse(last.endsAt), cityId: last.cityId };
  const current = { startsAt: slot.startsAt.getTime(), endsAt: slot.endsAt.getTime(), cityId: slot.cityId };
  const instant = (text: string): string => new Date(text).toISOString();
  return {
    ...answerState(answered, current, slot.limit),
    last: last === null ? null : { state: last.state, reason: last.reason, startsAt: instant(last.startsAt), endsAt: instant(last.endsAt), at: instant(last.at) },
  };
}

/** A slot that waits for its speaker's word: published, not cancelled, not over, and not answered as it stands. */
export const waitsForAnswer = (slot: SpeakerSlot, now: number): boolean =>
  !slot.cancelled && slot.endsAt.getTime() > now && answerOf(slot).state === 'asked';

/** Each speaker's slots, in the order in which they were. */
export function bySpeaker(slots: readonly SpeakerSlot[]): Map<SpeakerId, SpeakerSlot[]> {
  const groups = new Map<SpeakerId, SpeakerSlot[]>();
  for (const slot of slots) groups.set(slot.speakerId, [...(groups.get(slot.speakerId) ?? []), slot]);
  return groups;
}
