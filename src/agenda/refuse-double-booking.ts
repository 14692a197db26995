import { QueryFailedError, type EntityManager } from 'typeorm';
import type { ConferenceId } from '../contract/ids.js';
import { problem, type ProblemError } from '../platform/problems/problem-error.js';
import type { PublishedOverlap } from './overlaps.queries.js';

interface Clash {
  aId: string;
  aTitle: string;
  bId: string;
  bTitle: string;
  what: string;
}

/**
 * Has the database check its exclusion constraints now rather than at commit, and turns a violation into a problem that
 * names the sessions that clash. The transaction must then be given up.
 * @throws ProblemError `room-overlap` or `speaker-overlap`
 */
export async function refuseDoubleBooking(tx: EntityManager, conferenceId: ConferenceId): Promise<void> {
  await tx.query('SAVEPOINT bookings');
  try {
    await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
    await tx.query('SET CONSTRAINTS ALL DEFERRED');
    await tx.query('RELEASE SAVEPOINT bookings');
  } catch (error) {
    const constraint = violatedExclusion(error);
    if (constraint === null) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT bookings');
    throw await explain(tx, conferenceId, constraint);
  }
}

function violatedExclusion(error: unknown): 'room' | 'speaker' | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  if (code !== '23P01') return null;
  return constraint === 'slot_room_free' ? 'room' : constraint === 'speaker_booking_free' ? 'speaker' : null;
}

async function explain(tx: EntityManager, conferenceId: ConferenceId, resource: 'room' | 'speaker'): Promise<ProblemError> {
  const clashes: Clash[] = await tx.query(resource === 'room' ? ROOM_CLASHES : SPEAKER_CLASHES, [conferenceId]);
  const [first] = clashes;
  if (first === undefined) {
    return problem(`${resource}-overlap`, 'Another change took that time just now. Read the agenda again and choose another time.');
  }
  const { aId: id, aTitle: title, bId: otherId, bTitle: otherTitle, what } = first;
  return doubleBooking({ id, title, otherId, otherTitle, what, resource });
}

/** The problem that names two sessions which would be in one room, or with one speaker, at the same time. */
export function doubleBooking(clash: Omit<PublishedOverlap, 'id' | 'otherId'> & { id: string; otherId: string }): ProblemError {
  const { title, otherTitle, what, resource } = clash;
  const detail =
    resource === 'room'
      ? `“${title}” and “${otherTitle}” would both be in ${what} at the same time. Choose another time or room, or waive the overlap.`
      : `${what} would be in “${title}” and “${otherTitle}” at the same time. Choose another time, or waive the overlap.`;
  return problem(`${resource}-overlap`, detail, { sessions: [{ id: clash.id, title }, { id: clash.otherId, title: otherTitle }] });
}

// xmin of this transaction's own rows tells which of the two was just written: it is named first.
const WRITTEN_HERE = `(a.xmin::text::bigint = (pg_current_xact_id()::text::bigint & 4294967295)) DESC`;

const ROOM_CLASHES = `
  SELECT sa.id AS "aId", sa.title AS "aTitle", sb.id AS "bId", sb.title AS "bTitle", r.name AS what
  FROM slot a
  JOIN slot b ON b.room_id = a.room_id AND b.plan = a.plan AND b.session_id <> a.session_id AND a.occupied && b.occupied
  JOIN room r ON r.id = a.room_id
  JOIN session sa ON sa.id = a.session_id JOIN session sb ON sb.id = b.session_id
  WHERE a.conference_id = $1 AND NOT (a.cancelled OR a.room_shared OR b.cancelled OR b.room_shared)
    AND a.waived_at IS NULL AND b.waived_at IS NULL
  ORDER BY ${WRITTEN_HERE}, a.starts_at, a.session_id LIMIT 1`;

const SPEAKER_CLASHES = `
  SELECT sa.id AS "aId", sa.title AS "aTitle", sb.id AS "bId", sb.title AS "bTitle", k.name AS what
  FROM speaker_booking a
  JOIN speaker_booking b ON b.speaker_id = a.speaker_id AND b.plan = a.plan AND b.session_id <> a.session_id AND a.during && b.during
  JOIN speaker k ON k.id = a.speaker_id
  JOIN session sa ON sa.id = a.session_id JOIN session sb ON sb.id = b.session_id
  WHERE k.conference_id = $1
  ORDER BY ${WRITTEN_HERE}, lower(a.during), a.session_id LIMIT 1`;
