import type { EntityManager } from 'typeorm';
import type { BoardSlot } from '../../contract/board.js';
import type { ConferenceId, SessionId } from '../../contract/ids.js';

export interface WantedSlot {
  sessionId: SessionId;
  /** Null: out of the draft. `cancelled` and its reason stay as they are where they are not given. */
  to: (Omit<BoardSlot, 'cancelled'> & { cancelled?: boolean; cancelReason?: string }) | null;
}

/**
 * Puts sessions where they are wanted in the draft: two statements, however many. Who waived what is kept as long as the
 * reason stays. What comes back into the draft is cancelled where it is published so: only the live day takes that back.
 */
export async function writeDraftSlots(tx: EntityManager, conferenceId: ConferenceId, wanted: readonly WantedSlot[], actor: string): Promise<void> {
  const out = wanted.filter(({ to }) => to === null).map(({ sessionId }) => sessionId);
  if (out.length > 0) await tx.query(`DELETE FROM slot WHERE conference_id = $1 AND plan = 'draft' AND session_id = ANY($2::uuid[])`, [conferenceId, out]);
  const put = wanted.flatMap(({ sessionId, to }) => (to === null ? [] : [{ sessionId, ...to }]));
  if (put.length === 0) return;
  await tx.query(
    `INSERT INTO slot (conference_id, session_id, plan, room_id, starts_at, ends_at, anchor, cancelled, cancel_reason, waived_at, waived_by, waiver_reason)
     SELECT $1, w."sessionId", 'draft', w."roomId", w."startsAt", w."endsAt", w.anchor,
       coalesce(w.cancelled, d.cancelled, p.cancelled, false), coalesce(w."cancelReason", d.cancel_reason, p.cancel_reason, ''),
       CASE WHEN w.waiver IS NULL THEN NULL WHEN w.waiver = d.waiver_reason THEN d.waived_at ELSE now() END,
       CASE WHEN w.waiver IS NULL THEN NULL WHEN w.waiver = d.waiver_reason THEN d.waived_by ELSE $3 END,
       w.waiver
     FROM jsonb_to_recordset($2) AS w("sessionId" uuid, "roomId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, anchor text, waiver text, cancelled boolean, "cancelReason" text)
     LEFT JOIN slot d ON d.session_id = w."sessionId" AND d.plan = 'draft'
     LEFT JOIN slot p ON p.session_id = w."sessionId" AND p.plan = 'published'
     ON CONFLICT (session_id, plan) DO UPDATE SET room_id = excluded.room_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at, anchor = excluded.anchor,
       cancelled = excluded.cancelled, cancel_reason = excluded.cancel_reason,
       waived_at = excluded.waived_at, waived_by = excluded.waived_by, waiver_reason = excluded.waiver_reason`,
    [conferenceId, JSON.stringify(put), actor],
  );
}
