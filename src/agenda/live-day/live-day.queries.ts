import type { EntityManager } from 'typeorm';
import type { Board } from '../../contract/board.js';
import type { Change, Revision } from '../../contract/changes.js';
import type { ConferenceId, SessionId } from '../../contract/ids.js';
import { slotOf, worldOfBoard } from '../../rules/placement/world-of-board.js';
import { openDay, type Day } from '../../rules/ripple/day.js';
import { plannedBefore } from '../../rules/ripple/preview.js';
import { SEEN_NAME } from '../board/draft-edit.queries.js';
import { readWholeBoard } from '../board/board.queries.js';

export interface RevisionWithName {
  revision: Revision;
  /** What other organizers see of who did it. */
  by: string;
}

/** Of one day's log; what is older is in the releases. */
const MOST_REVISIONS = 200;

/** The live revisions since the last release, the newest first. Those that say only what is on air are not of this log. */
export async function readLiveRevisions(tx: EntityManager, id: ConferenceId): Promise<RevisionWithName[]> {
  const rows = await tx.query<{ revision: string; at: Date; note: string; changes: Change[]; by: string }[]>(
    `SELECT revision, at, note, changes, ${SEEN_NAME} AS by FROM revision
     WHERE conference_id = $1 AND kind = 'live' AND revision > coalesce((SELECT max(revision) FROM revision WHERE conference_id = $1 AND kind = 'release'), 0)
       AND EXISTS (SELECT FROM jsonb_array_elements(changes) fact WHERE fact->>'change' NOT LIKE 'channel.%')
     ORDER BY revision DESC LIMIT $2`,
    [id, MOST_REVISIONS],
  );
  return rows.map(({ revision, at, note, changes, by }) => ({
    by, revision: { revision: Number(revision), at: at.toISOString(), kind: 'live', release: null, note, changes },
  }));
}

/** The day as it stands, for the rules. In a repeatable-read transaction, or under the conference's lock, it is of one revision. */
export async function readDay(tx: EntityManager, id: ConferenceId, now: Date): Promise<{ day: Day; revision: number; board: Omit<Board, 'mayMove'> }> {
  const board = await readWholeBoard(tx, id);
  const { world } = worldOfBoard({ ...board, mayMove: null });
  const published = new Map(board.sessions.flatMap(({ id: sessionId, published: slot }) => (slot === null ? [] : [[sessionId, slotOf(slot)] as const])));
  const since = (await readLiveRevisions(tx, id)).map(({ revision }) => revision).reverse();
  return { board, revision: board.conference.revision, day: openDay({ world, published, planned: plannedBefore(published, since), now: now.getTime() }) };
}

/** Why a session was last cancelled, before that revision; empty where nobody said. */
export async function readCancelReasons(tx: EntityManager, id: ConferenceId, before: number, sessions: readonly SessionId[]): Promise<Map<SessionId, string>> {
  const rows = await tx.query<{ sessionId: SessionId; reason: string }[]>(
    `SELECT DISTINCT ON (1) coalesce(fact->>'sessionId', fact->'session'->>'id') AS "sessionId", coalesce(fact->>'reason', fact->'session'->>'cancelReason') AS reason
     FROM revision, jsonb_array_elements(changes) fact
     WHERE conference_id = $1 AND revision < $2 AND fact->>'change' IN ('session.cancelled', 'session.added')
       AND coalesce(fact->>'sessionId', fact->'session'->>'id') = ANY($3::text[])
     ORDER BY 1, revision DESC`,
    [id, before, sessions],
  );
  return new Map(rows.map(({ sessionId, reason }) => [sessionId, reason]));
}
