import type { EntityManager } from 'typeorm';
import type { Agenda, AgendaTexts } from '../../contract/agenda.js';
import type { ConferenceId } from '../../contract/ids.js';
import { problem } from '../../platform/problems/problem-error.js';
import { applyChanges, applyTextChanges } from '../../rules/apply-changes.js';
import type { Published } from '../../rules/diff-agenda.js';
import { EVERYTHING, readPublished } from '../published.queries.js';
import { readRevisionsAfter } from '../revision.queries.js';

const ROWS_AT_ONCE = 100;

/** The revision of a release. @throws ProblemError `not-found` */
export async function revisionOfRelease(tx: EntityManager, id: ConferenceId, number: number): Promise<number> {
  const [row] = await tx.query<{ revision: string }[]>(`SELECT revision FROM release WHERE conference_id = $1 AND number = $2`, [id, number]);
  if (row === undefined) throw problem('not-found', `This conference has no release ${number}.`);
  return Number(row.revision);
}

/** What was published at a revision, from the log by the reducer that carries every client. */
export async function readAgendaAt(tx: EntityManager, id: ConferenceId, revision: number): Promise<Published> {
  const { agenda: { conference } } = await readPublished(tx, id, { place: false, sessions: [] });
  let agenda: Agenda = { revision: 0, conference, cities: {}, venues: {}, rooms: {}, tracks: {}, speakers: {}, sessions: {}, channels: {} };
  let texts: AgendaTexts = { revision: 0, sessions: {}, biographies: {}, photos: {} };
  for (let held = 0; held < revision; ) {
    const rows = await readRevisionsAfter(tx, id, held, Math.min(ROWS_AT_ONCE, revision - held));
    const last = rows.at(-1);
    if (last === undefined) throw new Error(`the log of conference ${id} ends before revision ${revision}`);
    const changes = rows.flatMap((row) => row.changes);
    agenda = applyChanges(agenda, changes);
    texts = applyTextChanges(texts, changes);
    held = last.revision;
  }
  return { agenda, texts };
}

/** What would be published if the draft were released now. */
export const readDraftAsPublished = async (tx: EntityManager, id: ConferenceId): Promise<Published> => await readPublished(tx, id, { ...EVERYTHING, plan: 'draft' });
