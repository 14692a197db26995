import type { EntityManager } from 'typeorm';
import type { BoardSlot } from '../../contract/board.js';
import type { ConferenceId, SessionId } from '../../contract/ids.js';
import type { Plan } from '../slot.entity.js';

interface SlotRow extends Omit<BoardSlot, 'startsAt' | 'endsAt'> {
  sessionId: SessionId;
  startsAt: Date;
  endsAt: Date;
}

/** The slots of a plan as the board has them, by session: of all sessions, or of these. */
export async function readBoardSlots(
  tx: EntityManager, conferenceId: ConferenceId, plan: Plan, sessions: 'all' | readonly SessionId[],
): Promise<Map<SessionId, BoardSlot>> {
  const rows = await tx.query<SlotRow[]>(
    `SELECT session_id AS "sessionId", room_id AS "roomId", starts_at AS "startsAt", ends_at AS "endsAt", anchor, cancelled, waiver_reason AS waiver
     FROM slot WHERE conference_id = $1 AND plan = $2 ${sessions === 'all' ? '' : 'AND session_id = ANY($3::uuid[])'} ORDER BY session_id`,
    sessions === 'all' ? [conferenceId, plan] : [conferenceId, plan, sessions],
  );
  return new Map(rows.map(({ sessionId, startsAt, endsAt, ...row }) => [sessionId, { ...row, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }]));
}
