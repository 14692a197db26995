import type { EntityManager } from 'typeorm';
import type { Revision } from '../contract/changes.js';
import type { ConferenceId, SpeakerId } from '../contract/ids.js';
import { diffAgenda } from '../rules/diff-agenda.js';
import { tellBoards } from './board/tell-boards.js';
import { refuseDoubleBooking } from './refuse-double-booking.js';
import { readPublished, type Scope } from './published.queries.js';

/** The channel on which processes tell each other that a conference has a new revision. */
export const REVISION_CHANNEL = 'agenda_revision';

export interface Publication {
  conferenceId: ConferenceId;
  /** All that `write` may touch of what is published. */
  scope: Scope;
  kind: Revision['kind'];
  /** The number of the release, when it is one. */
  release?: number;
  /** Why, in words for people. */
  note: string;
  /** Who, for the record; never published. */
  actor: string;
}

/**
 * Runs a write and records what it changed of the published agenda as ONE revision, in the same transaction, and tells
 * every process (delivered on commit). The facts are the difference of what is published before and after, so that the
 * log can never say other than the tables. Answers null where nothing published changed: no revision is spent.
 *
 * Serialised per conference by a lock on its row, which is also what makes revision numbers gapless.
 */
export async function publish(tx: EntityManager, publication: Publication, write: () => Promise<void>): Promise<Revision | null> {
  const { conferenceId, scope } = publication;
  const held = await lockConference(tx, conferenceId);
  const before = await readPublished(tx, conferenceId, scope);
  await write();
  await refuseDoubleBooking(tx, conferenceId);
  // A speaker taken out of one session may appear in another: ask for them by name, or they would seem gone.
  const speakers = Object.keys(before.agenda.speakers) as SpeakerId[];
  const after = await readPublished(tx, conferenceId, { ...scope, speakers: [...(scope.speakers ?? []), ...speakers] });
  const changes = diffAgenda(before, after);
  // also where nothing published changed: the board shows more of rooms and sessions than the audience sees; of channels, nothing
  if (scope.place || scope.sessions === 'all' || scope.sessions.length > 0) await tellBoards(tx, conferenceId);
  if (changes.length === 0) return null;

  const revision = held + 1;
  const [row] = await tx.query<[{ at: Date }]>(
    `INSERT INTO revision (conference_id, revision, kind, release_number, note, actor, changes) VALUES ($1, $2, $3, $4, $5, $6, $7)
     RETURNING at`,
    [conferenceId, revision, publication.kind, publication.release ?? null, publication.note, publication.actor, JSON.stringify(changes)],
  );
  await tx.query(`UPDATE conference SET revision = $2 WHERE id = $1`, [conferenceId, revision]);
  await tx.query(`SELECT pg_notify($1, $2)`, [REVISION_CHANNEL, JSON.stringify({ conference: conferenceId, revision })]);
  return {
    revision,
    at: row.at.toISOString(),
    kind: publication.kind,
    release: publication.release ?? null,
    note: publication.note,
    changes,
  };
}

/** Takes the conference's row for this transaction: every write of slots does. Answers its revision. */
export async function lockConference(tx: EntityManager, id: ConferenceId): Promise<number> {
  const [row] = await tx.query<{ revision: string }[]>(`SELECT revision FROM conference WHERE id = $1 FOR UPDATE`, [id]);
  if (row === undefined) throw new Error(`conference ${id} does not exist`);
  return Number(row.revision);
}
