import type { EntityManager } from 'typeorm';
import type { Change, Revision } from '../contract/changes.js';
import type { ConferenceId } from '../contract/ids.js';

interface RevisionRow {
  revision: string;
  at: Date;
  kind: Revision['kind'];
  release: number | null;
  note: string;
  changes: Change[];
}

const COLUMNS = `revision, at, kind, release_number AS release, note, changes`;

/** The rows after `since`, ascending, at most `limit`. */
export async function readRevisionsAfter(tx: EntityManager, id: ConferenceId, since: number, limit: number): Promise<Revision[]> {
  const rows: RevisionRow[] = await tx.query(
    `SELECT ${COLUMNS} FROM revision WHERE conference_id = $1 AND revision > $2 ORDER BY revision LIMIT $3`,
    [id, since, limit],
  );
  return rows.map(toRevision);
}

/** The newest rows that fit in `limit` rows and `bytes` of stored text, ascending: what a starting process keeps for catch-up. */
export async function readNewestRevisions(tx: EntityManager, id: ConferenceId, limit: number, bytes: number): Promise<Revision[]> {
  const rows: RevisionRow[] = await tx.query(
    `WITH newest AS (SELECT ${COLUMNS} FROM revision WHERE conference_id = $1 ORDER BY revision DESC LIMIT $2),
          weighed AS (SELECT *, sum(octet_length(changes::text)) OVER (ORDER BY revision DESC) AS weight FROM newest)
     SELECT revision, at, kind, release, note, changes FROM weighed WHERE weight <= $3 ORDER BY revision`,
    [id, limit, bytes],
  );
  return rows.map(toRevision);
}

/** The published revision of each conference; one that is gone has no entry. */
export async function readCurrentRevisions(tx: EntityManager, ids: readonly ConferenceId[]): Promise<Map<ConferenceId, number>> {
  const rows: { id: ConferenceId; revision: string }[] = await tx.query(`SELECT id, revision FROM conference WHERE id = ANY($1::uuid[])`, [ids]);
  return new Map(rows.map((row) => [row.id, Number(row.revision)]));
}

function toRevision(row: RevisionRow): Revision {
  return { revision: Number(row.revision), at: row.at.toISOString(), kind: row.kind, release: row.release, note: row.note, changes: row.changes };
}
