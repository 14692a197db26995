import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ReleaseDetails, ReleaseSummary } from '../contract/agenda-requests.js';
import type { Change, ChangeCode } from '../contract/changes.js';
import type { ConferenceId } from '../contract/ids.js';
import { problem } from '../platform/problems/problem-error.js';

interface ReleaseRow {
  number: number;
  revision: string;
  at: Date;
  note: string;
  /** How many changes of each code it holds. */
  codes: Partial<Record<ChangeCode, number>> | null;
}

@Injectable()
export class Releases {
  constructor(private readonly source: DataSource) {}

  /** The newest first. */
  async list(conferenceId: ConferenceId, limit: number, before: number | undefined): Promise<{ items: ReleaseSummary[]; total: number; next: string | null }> {
    const rows: ReleaseRow[] = await this.source.query(`${SELECT} AND r.number < $2 ORDER BY r.number DESC LIMIT $3`, [conferenceId, before ?? 2 ** 31 - 1, limit + 1]);
    const items = rows.slice(0, limit).map(toSummary);
    const [{ total }] = await this.source.query<[{ total: number }]>(`SELECT count(*)::int AS total FROM release WHERE conference_id = $1`, [conferenceId]);
    return { items, total, next: rows.length > limit ? String(items.at(-1)?.number) : null };
  }

  async one(conferenceId: ConferenceId, number: number): Promise<ReleaseDetails> {
    const [row] = await this.source.query<ReleaseRow[]>(`${SELECT} AND r.number = $2`, [conferenceId, number]);
    if (row === undefined) throw problem('not-found', `This conference has no release ${number}.`);
    const [{ changes }] = await this.source.query<[{ changes: Change[] }]>(
      `SELECT changes FROM revision WHERE conference_id = $1 AND revision = $2`,
      [conferenceId, row.revision],
    );
    return { ...toSummary(row), changes };
  }
}

// counted where they are: a release may hold megabytes of changes, and a page a hundred releases
const SELECT = `
  SELECT r.number, r.revision, v.at, v.note,
         (SELECT jsonb_object_agg(code, uses) FROM (
            SELECT fact->>'change' AS code, count(*)::int AS uses FROM jsonb_array_elements(v.changes) fact GROUP BY 1) counted) AS codes
  FROM release r JOIN revision v ON v.conference_id = r.conference_id AND v.revision = r.revision
  WHERE r.conference_id = $1`;

function toSummary(row: ReleaseRow): ReleaseSummary {
  return { number: row.number, revision: Number(row.revision), at: row.at.toISOString(), note: row.note, counts: countsOf(row.codes ?? {}) };
}

const COUNTED: Partial<Record<ChangeCode, keyof ReleaseSummary['counts']>> = {
  'session.added': 'added',
  'session.moved': 'moved',
  'session.delayed': 'moved',
  'session.extended': 'moved',
  'session.cancelled': 'cancelled',
  'session.edited': 'edited',
  'session.withdrawn': 'withdrawn',
};

/** The same of changes that are at hand. */
export function countChanges(changes: readonly Change[]): ReleaseSummary['counts'] {
  const codes: Partial<Record<ChangeCode, number>> = {};
  for (const { change } of changes) codes[change] = (codes[change] ?? 0) + 1;
  return countsOf(codes);
}

/** How many changes of each sort a release holds: sessions only. */
function countsOf(codes: Partial<Record<ChangeCode, number>>): ReleaseSummary['counts'] {
  const counts = { added: 0, moved: 0, cancelled: 0, edited: 0, withdrawn: 0 };
  for (const [code, uses] of Object.entries(codes)) {
    const counted = COUNTED[code as ChangeCode];
    if (counted !== undefined) counts[counted] += uses;
  }
  return counts;
}
