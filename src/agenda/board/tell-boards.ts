import type { EntityManager } from 'typeorm';
import type { ConferenceId } from '../../contract/ids.js';

/** On which processes tell each other of a draft's edits, and of boards that are to be read anew. */
export const DRAFT_CHANNEL = 'draft_edit';

/** Has every open board read anew, once this transaction is done: something that it shows besides slots of the draft has changed. */
export async function tellBoards(tx: EntityManager, conferenceId: ConferenceId): Promise<void> {
  await tx.query(`SELECT pg_notify($1, $2)`, [DRAFT_CHANNEL, JSON.stringify({ conference: conferenceId, stale: true })]);
}
