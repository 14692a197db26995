import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import { placeReach } from '../../conferences/place-reach.queries.js';
import type { Board } from '../../contract/board.js';
import type { ConferenceId } from '../../contract/ids.js';
import type { Actor } from '../../platform/access/policy.js';
import { readBoardPlace } from './board-place.queries.js';
import { readAudiences, readBoardSessions, readBoardSpeakers } from './board-sessions.queries.js';

/** The board: everything that is planned, at one draft edit. */
@Injectable()
export class Boards {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /** A city host sees all of it, so that they know what theirs meets, and may move what is in their city. */
  async read(slug: string, actor: Actor): Promise<Board> {
    return await this.source.transaction('REPEATABLE READ', async (tx) => {
      const { id } = await this.conferences.bySlug(slug, tx);
      const reach = await placeReach(tx, actor, 'edit-sessions', id);
      return { ...(await readWholeBoard(tx, id)), mayMove: reach === null ? null : [...reach.cityIds] };
    });
  }
}

/** A fixed number of queries. In a repeatable-read transaction, or under the conference's lock, it is of one draft edit. */
export async function readWholeBoard(tx: EntityManager, id: ConferenceId): Promise<Omit<Board, 'mayMove'>> {
  return {
    ...(await readBoardPlace(tx, id)),
    speakers: await readBoardSpeakers(tx, id, 'all'),
    sessions: await readBoardSessions(tx, id, 'all'),
    audiences: await readAudiences(tx, id),
  };
}
