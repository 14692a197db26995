import type { EntityManager } from 'typeorm';
import type { NewDraftEdit } from '../../contract/board.js';
import type { ConferenceId, SessionId } from '../../contract/ids.js';
import { problem } from '../../platform/problems/problem-error.js';
import { SEEN_NAME } from './draft-edit.queries.js';
import { readBoardSlots } from './draft-slots.queries.js';

interface Held {
  id: SessionId;
  title: string;
  edit: string;
  by: string | null;
}

/**
 * Refuses to write over what somebody else did since the organizer looked: the answer has the slots as they are now.
 * Under the conference's lock, so of two edits at once the second one is refused.
 * @throws ProblemError `draft-conflict`; `not-found` where a session is gone
 */
export async function refuseConflict(tx: EntityManager, conferenceId: ConferenceId, set: NewDraftEdit['set']): Promise<void> {
  const rows = await tx.query<Held[]>(
    `SELECT s.id, s.title, s.draft_edit AS edit, (SELECT ${SEEN_NAME} FROM draft_edit e WHERE e.conference_id = $1 AND e.edit = s.draft_edit) AS by
     FROM session s WHERE s.conference_id = $1 AND s.id = ANY($2::uuid[])`,
    [conferenceId, set.map(({ sessionId }) => sessionId)],
  );
  const held = new Map(rows.map((row) => [row.id, row]));
  const gone = set.flatMap(({ sessionId }, index) => (held.has(sessionId) ? [] : [{ path: `/set/${index}/sessionId`, message: 'Not a session of this conference.' }]));
  if (gone.length > 0) throw problem('not-found', 'This conference has no such session. It may have been removed: read the board again.', { errors: gone });
  const changed = set.flatMap(({ sessionId, expected }) => {
    const row = held.get(sessionId);
    return row === undefined || Number(row.edit) === expected ? [] : [row];
  });
  if (changed.length === 0) return;
  const slots = await readBoardSlots(tx, conferenceId, 'draft', changed.map(({ id }) => id));
  throw problem('draft-conflict', 'Somebody else moved this meanwhile; nothing was changed. Look at where it is now, and move it again if you still want to.', {
    sessions: changed.map(({ id, title }) => ({ id, title })),
    slots: changed.map(({ id, edit, by }) => ({ sessionId: id, edit: Number(edit), by: by ?? '', slot: slots.get(id) ?? null })),
  });
}
