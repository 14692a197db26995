import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import { publish } from '../agenda/publish.js';
import type { ConferenceId } from '../contract/ids.js';
import type { Page, PageQuery } from '../contract/page.js';
import { readPage } from '../platform/database/read-page.js';
import { actorName } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { problem } from '../platform/problems/problem-error.js';
import { Conferences, type ConferenceKey } from './conference.queries.js';

export interface PlaceRow {
  id: string;
  conferenceId: ConferenceId;
}
type Kind<E extends PlaceRow> = EntityTarget<E>;

/**
 * Cities, venues, rooms and tracks of one conference: read in pages, and written so that each change is at once a
 * revision of the published agenda. Rows of another conference do not exist here, whatever id is asked for.
 */
@Injectable()
export class PlaceRows {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  async list<E extends PlaceRow>(kind: Kind<E>, slug: string, query: PageQuery): Promise<Page<E>> {
    const { id } = await this.conferences.bySlug(slug);
    return await readPage(this.source, kind, { conferenceId: id } as FindOptionsWhere<E>, query);
  }

  async one<E extends PlaceRow>(kind: Kind<E>, slug: string, id: string): Promise<E> {
    const conference = await this.conferences.bySlug(slug);
    return await findRow(this.source.manager, kind, conference.id, id);
  }

  async add<E extends PlaceRow>(kind: Kind<E>, slug: string, row: { id: string }, actor: Actor): Promise<E> {
    return await this.write(slug, actor, async (tx, conference) => {
      await tx.insert(kind, { ...row, conferenceId: conference.id } as never);
      return await findRow(tx, kind, conference.id, row.id);
    });
  }

  async change<E extends PlaceRow>(kind: Kind<E>, slug: string, id: string, patch: object, actor: Actor): Promise<E> {
    return await this.write(slug, actor, async (tx, conference) => {
      await findRow(tx, kind, conference.id, id);
      if (Object.keys(patch).length > 0) await tx.update(kind, { id }, patch);
      return await findRow(tx, kind, conference.id, id);
    });
  }

  async remove<E extends PlaceRow>(kind: Kind<E>, slug: string, id: string, actor: Actor): Promise<void> {
    await this.write(slug, actor, async (tx, conference) => {
      await findRow(tx, kind, conference.id, id);
      await tx.delete(kind, { id });
    });
  }

  /** Any write of the conference's place, published as one revision. */
  async write<T>(slug: string, actor: Actor, work: (tx: EntityManager, conference: ConferenceKey) => Promise<T>): Promise<T> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      const results: T[] = [];
      const publication = { conferenceId: conference.id, scope: { place: true, sessions: [] }, kind: 'live', note: '', actor: actorName(actor) } as const;
      await publish(tx, publication, async () => {
        results.push(await work(tx, conference));
      });
      return results[0] as T;
    });
  }
}

async function findRow<E extends PlaceRow>(tx: EntityManager, kind: Kind<E>, conferenceId: ConferenceId, id: string): Promise<E> {
  const row = await tx.findOne(kind, { where: { id, conferenceId } as FindOptionsWhere<E> });
  if (row === null) throw problem('not-found', 'There is nothing with that id in this conference. It may have been removed.');
  return row;
}
