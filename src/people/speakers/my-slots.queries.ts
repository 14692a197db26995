import type { EntityManager } from 'typeorm';
import type { ConferenceId, SpeakerId } from '../../contract/ids.js';
import type { MySlot } from '../../contract/speaking.js';
import { answerOf, readSpeakerSlots, type SpeakerSlot } from './slots-of-speakers.queries.js';

interface Around {
  sessionId: string;
  others: MySlot['others'];
  sessionNote: string | null;
  roomNote: string | null;
}

/** What a speaker sees of their slots, in order of time. */
export async function readMySlots(tx: EntityManager, conferenceId: ConferenceId, speakerId: SpeakerId): Promise<MySlot[]> {
  const slots = await readSpeakerSlots(tx, { conferenceId, speakerId });
  const around = await tx.query<Around[]>(
    `SELECT p.session_id AS "sessionId", n.text AS "sessionNote", m.text AS "roomNote",
            coalesce((SELECT json_agg(json_build_object('name', k.name, 'role', a.role) ORDER BY a.position)
                      FROM appearance a JOIN speaker k ON k.id = a.speaker_id WHERE a.session_id = p.session_id AND k.id <> $2), '[]') AS others
     FROM slot p
     LEFT JOIN technical_note n ON n.session_id = p.session_id
     LEFT JOIN technical_note m ON m.room_id = p.room_id
     WHERE p.plan = 'published' AND p.session_id = ANY($1::uuid[])`,
    [slots.map((slot) => slot.sessionId), speakerId],
  );
  const bySession = new Map(around.map((row) => [row.sessionId, row]));
  return slots.map((slot) => toMySlot(slot, bySession.get(slot.sessionId)));
}

function toMySlot(slot: SpeakerSlot, around: Around | undefined): MySlot {
  const { sessionId, title, role, mode, cancelled, cancelReason, room, venue, address, accessNotes, city, zone } = slot;
  const notes = [
    { about: 'session' as const, text: around?.sessionNote ?? '' },
    { about: 'room' as const, text: around?.roomNote ?? '' },
  ];
  return {
    sessionId, title, role, mode, cancelled, cancelReason, room, venue, address, accessNotes, city, zone,
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    others: around?.others ?? [],
    technicalNotes: notes.filter((note) => note.text !== ''),
    answer: answerOf(slot),
  };
}
