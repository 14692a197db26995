import type { EntityManager } from 'typeorm';
import type { BoardSlot, DraftEdit } from '../../contract/board.js';
import type { ConferenceId, SessionId } from '../../contract/ids.js';
import { minutesOf } from '../../rules/apply-draft-edits.js';
import { sameValue } from '../../rules/same-value.js';
import { lockConference } from '../publish.js';
import { SEEN_NAME } from './draft-edit.queries.js';
import { readBoardSlots } from './draft-slots.queries.js';
import { DRAFT_CHANNEL } from './tell-boards.js';

export interface DraftWrite {
  conferenceId: ConferenceId;
  /** All whose draft slots `write` may touch. */
  sessions: 'all' | readonly SessionId[];
  what: DraftEdit['what'];
  /** `actorName(actor)`: for the record. */
  actor: string;
  requestId?: string;
}

/**
 * Runs a write and records what it changed of the draft's slots as ONE edit, in the same transaction, and tells every
 * process (delivered on commit). EVERY write of draft slots goes through here, so that no open board misses one. The
 * changes are the difference of the slots before and after, as with `publish`; edits are numbered without a gap under
 * the conference's lock. Answers null where nothing changed: no edit is spent.
 */
export async function recordDraftEdit(tx: EntityManager, draft: DraftWrite, write: () => Promise<void>): Promise<DraftEdit | null> {
  const { conferenceId, sessions, what, actor, requestId = null } = draft;
  await lockConference(tx, conferenceId);
  const before = await readBoardSlots(tx, conferenceId, 'draft', sessions);
  await write();
  const changes = difference(before, await readBoardSlots(tx, conferenceId, 'draft', sessions));
  if (changes.length === 0) return null;

  const [[{ edit }]] = await tx.query<[[{ edit: string }], number]>(`UPDATE conference SET draft_edit = draft_edit + 1 WHERE id = $1 RETURNING draft_edit AS edit`, [conferenceId]);
  const [{ at, by }] = await tx.query<[{ at: Date; by: string }]>(
    `INSERT INTO draft_edit (conference_id, edit, actor, what, request_id, changes) VALUES ($1, $2, $3, $4, $5, $6) RETURNING at, ${SEEN_NAME} AS by`,
    [conferenceId, edit, actor, what, requestId, JSON.stringify(changes)],
  );
  await tx.query(
    `UPDATE session s SET draft_edit = $2, duration_minutes = coalesce(c.minutes, s.duration_minutes)
     FROM jsonb_to_recordset($3) AS c(id uuid, minutes int) WHERE s.conference_id = $1 AND s.id = c.id`,
    [conferenceId, edit, JSON.stringify(changes.map(({ sessionId, from, to }) => ({ id: sessionId, minutes: to === null && from !== null ? minutesOf(from) : null })))],
  );
  await tx.query(`SELECT pg_notify($1, $2)`, [DRAFT_CHANNEL, JSON.stringify({ conference: conferenceId, edit: Number(edit) })]);
  return { edit: Number(edit), at: at.toISOString(), by, what, requestId, changes };
}

function difference(before: ReadonlyMap<SessionId, BoardSlot>, after: ReadonlyMap<SessionId, BoardSlot>): DraftEdit['changes'] {
  const changes: DraftEdit['changes'] = [];
  for (const [sessionId, to] of after) {
    const from = before.get(sessionId) ?? null;
    if (!sameValue(from, to)) changes.push({ sessionId, from, to });
  }
  for (const [sessionId, from] of before) if (!after.has(sessionId)) changes.push({ sessionId, from, to: null });
  return changes;
}
