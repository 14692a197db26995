import type { EntityManager } from 'typeorm';
import type { Board, BoardSession } from '../../contract/board.js';
import type { ConferenceId, SessionId, SpeakerId } from '../../contract/ids.js';
import { USUAL_MINUTES } from '../../rules/usual-minutes.js';
import { readBoardSlots } from './draft-slots.queries.js';

type SessionRow = Omit<BoardSession, 'minutes' | 'slot' | 'published' | 'edit'> & { minutes: number | null; edit: string };

/** Which sessions to read: all, or these. */
export type WhichSessions = 'all' | readonly SessionId[];

/** The sessions of the board with their slots in both plans: three queries, however many. */
export async function readBoardSessions(tx: EntityManager, id: ConferenceId, which: WhichSessions): Promise<BoardSession[]> {
  const rows = await tx.query<SessionRow[]>(
    `SELECT s.id, s.title, s.kind, s.language, s.track_id AS "trackId", s.city_id AS "cityId", s.duration_minutes AS minutes, s.sent_by AS "sentBy",
       s.needs_equipment AS "needsEquipment", s.expected_people AS "expectedPeople", s.draft_edit AS edit, coalesce(a.list, '[]') AS appearances
     FROM session s LEFT JOIN (
       SELECT session_id, json_agg(json_build_object('speakerId', speaker_id, 'role', role, 'mode', mode, 'interpretsInto', interprets_into) ORDER BY position) AS list
       FROM appearance WHERE conference_id = $1 GROUP BY session_id
     ) a ON a.session_id = s.id
     WHERE s.conference_id = $1 ${which === 'all' ? '' : 'AND s.id = ANY($2::uuid[])'} ORDER BY s.id`,
    which === 'all' ? [id] : [id, which],
  );
  const draft = await readBoardSlots(tx, id, 'draft', which);
  const published = await readBoardSlots(tx, id, 'published', which);
  return rows.map(({ minutes, edit, ...row }) => ({
    ...row, minutes: minutes ?? USUAL_MINUTES[row.kind], slot: draft.get(row.id) ?? null, edit: Number(edit), published: published.get(row.id) ?? null,
  }));
}

type SpeakerRow = Omit<Board['speakers'][number], 'available'>;

interface WindowRow {
  speakerId: SpeakerId;
  startsAt: Date;
  endsAt: Date;
}

/** Speakers with the windows that they gave; null where they gave none. All of them, or those of these sessions. */
export async function readBoardSpeakers(tx: EntityManager, id: ConferenceId, which: WhichSessions): Promise<Board['speakers']> {
  const rows = await tx.query<SpeakerRow[]>(
    `SELECT k.id, k.name, k.zone FROM speaker k
     ${which === 'all' ? '' : 'JOIN (SELECT DISTINCT a.speaker_id FROM unnest($2::uuid[]) AS w(id) JOIN appearance a ON a.session_id = w.id) c ON c.speaker_id = k.id'}
     WHERE k.conference_id = $1 ORDER BY k.name, k.id`,
    which === 'all' ? [id] : [id, which],
  );
  const windows = await tx.query<WindowRow[]>(
    `SELECT v.speaker_id AS "speakerId", v.starts_at AS "startsAt", v.ends_at AS "endsAt" FROM availability v
     WHERE v.speaker_id = ANY($1::uuid[]) ORDER BY v.speaker_id, v.starts_at`,
    [rows.map((row) => row.id)],
  );
  const available = new Map<SpeakerId, { startsAt: string; endsAt: string }[]>();
  for (const { speakerId, startsAt, endsAt } of windows) {
    const held = available.get(speakerId) ?? [];
    held.push({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
    available.set(speakerId, held);
  }
  return rows.map((row) => ({ ...row, available: available.get(row.id) ?? null }));
}

/** Counts under this are hidden in safety mode. */
const FEW = 5;

/** Who follows from where: the people registered at venues, in their city's zone, and those who follow from afar, in their own. */
export async function readAudiences(tx: EntityManager, id: ConferenceId): Promise<Board['audiences']> {
  const rows = await tx.query<(Board['audiences'][number] & { hides: boolean })[]>(
    `SELECT * FROM (
       SELECT coalesce(c.zone, a.zone, f.zone) AS zone, c.id AS "cityId", count(*)::int AS people, bool_or(f.safety_mode) AS hides
       FROM registration r JOIN account a ON a.id = r.account_id JOIN conference f ON f.id = r.conference_id
       LEFT JOIN venue v ON v.id = r.venue_id LEFT JOIN city c ON c.id = v.city_id
       WHERE r.conference_id = $1 AND r.state = 'confirmed' GROUP BY 1, 2
     ) counted WHERE NOT hides OR people >= $2 ORDER BY people DESC, zone`,
    [id, FEW],
  );
  return rows.map(({ zone, cityId, people }) => ({ zone, cityId, people }));
}
