import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { ReleaseComparison } from '../../contract/releases.js';
import { diffAgenda, type Published } from '../../rules/diff-agenda.js';
import { countChanges } from '../releases.queries.js';
import { readAgendaAt, readDraftAsPublished, revisionOfRelease } from './agenda-at.queries.js';

/** Compares any two releases, in either order, or one with the draft. */
@Injectable()
export class CompareReleases {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /** @throws ProblemError `not-found` */
  async run(slug: string, from: number, to: number | 'draft'): Promise<ReleaseComparison> {
    return await this.source.transaction('REPEATABLE READ', async (tx) => {
      const { id } = await this.conferences.bySlug(slug, tx);
      const before = await readAgendaAt(tx, id, await revisionOfRelease(tx, id, from));
      const after = to === 'draft' ? await readDraftAsPublished(tx, id) : await readAgendaAt(tx, id, await revisionOfRelease(tx, id, to));
      // what is on air is of no release
      const changes = diffAgenda(before, after).filter(({ change }) => !change.startsWith('channel.'));
      return { from, to, changes, counts: countChanges(changes), names: namesIn(before, after) };
    });
  }
}

/** The names of what either of them speaks of; where both know it, as it is called later. */
export function namesIn(before: Published, after: Published): ReleaseComparison['names'] {
  const names = ({ agenda }: Published) => ({
    sessions: Object.fromEntries(Object.values(agenda.sessions).map(({ id, title }) => [id, title])),
    rooms: Object.fromEntries(Object.values(agenda.rooms).map(({ id, name }) => [id, name])),
  });
  const [earlier, later] = [names(before), names(after)];
  return { sessions: { ...earlier.sessions, ...later.sessions }, rooms: { ...earlier.rooms, ...later.rooms } };
}
