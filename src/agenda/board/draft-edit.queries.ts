import type { EntityManager } from 'typeorm';
import type { DraftEdit } from '../../contract/board.js';
import type { ConferenceId } from '../../contract/ids.js';

interface EditRow extends Omit<DraftEdit, 'edit' | 'at'> {
  edit: string;
  at: Date;
}

/** What other organizers see of who made an edit: their handle; nothing once they are erased. */
export const SEEN_NAME = `CASE WHEN actor LIKE 'account:%'
  THEN coalesce((SELECT handle FROM account WHERE id = substring(actor FROM 9)::uuid), '') ELSE actor END`;

const COLUMNS = `edit, at, ${SEEN_NAME} AS by, what, request_id AS "requestId", changes`;

/** The edits after `since`, ascending, at most `limit`. */
export async function readDraftEditsAfter(tx: EntityManager, id: ConferenceId, since: number, limit: number): Promise<DraftEdit[]> {
  const rows = await tx.query<EditRow[]>(`SELECT ${COLUMNS} FROM draft_edit WHERE conference_id = $1 AND edit > $2 ORDER BY edit LIMIT $3`, [id, since, limit]);
  return rows.map(toDraftEdit);
}

/** The edit that a request made already; null where it made none. */
export async function readDraftEditOf(tx: EntityManager, id: ConferenceId, requestId: string): Promise<DraftEdit | null> {
  const [row] = await tx.query<EditRow[]>(`SELECT ${COLUMNS} FROM draft_edit WHERE conference_id = $1 AND request_id = $2`, [id, requestId]);
  return row === undefined ? null : toDraftEdit(row);
}

/** The number of each conference's last edit; one that is gone has no entry. */
export async function readCurrentEdits(tx: EntityManager, ids: readonly ConferenceId[]): Promise<Map<ConferenceId, number>> {
  const rows = await tx.query<{ id: ConferenceId; edit: string }[]>(`SELECT id, draft_edit AS edit FROM conference WHERE id = ANY($1::uuid[])`, [ids]);
  return new Map(rows.map((row) => [row.id, Number(row.edit)]));
}

const toDraftEdit = ({ edit, at, by, what, requestId, changes }: EditRow): DraftEdit => ({ edit: Number(edit), at: at.toISOString(), by, what, requestId, changes });
