import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { LiveLog } from '../../contract/live-day.js';
import { invertRevision, stillStands } from '../../rules/invert-revision.js';
import { readPublished } from '../published.queries.js';
import { readLiveRevisions } from './live-day.queries.js';

/** What was changed of the agenda since the last release, and what of it can be taken back. */
@Injectable()
export class LiveLogs {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  async read(slug: string): Promise<LiveLog> {
    return await this.source.transaction('REPEATABLE READ', async (tx) => {
      const { id } = await this.conferences.bySlug(slug, tx);
      const logged = (await readLiveRevisions(tx, id)).map((entry) => ({ ...entry, undoings: invertRevision(entry.revision.changes) }));
      const sessions = [...new Set(logged.flatMap(({ undoings }) => undoings?.map(({ sessionId }) => sessionId) ?? []))];
      const { agenda } = await readPublished(tx, id, { place: false, sessions });
      const stands = (undoing: NonNullable<(typeof logged)[number]['undoings']>[number]): boolean => {
        const session = agenda.sessions[undoing.sessionId];
        return session !== undefined && stillStands(undoing, session);
      };
      return { items: logged.map(({ revision, by, undoings }) => ({ revision, by, canRevert: undoings !== null && undoings.length > 0 && undoings.every(stands) })) };
    });
  }
}
