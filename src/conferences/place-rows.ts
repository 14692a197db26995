import { Inject, Injectable } from '@nestjs/common';
import { And, DataSource, Equal, FindOperator, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { publish } from '../agenda/publish.js';
import { moveUp } from '../attendance/move-up.js';
import type { VenueId } from '../contract/ids.js';
import type { Page, PageQuery } from '../contract/page.js';
import { actorName } from '../platform/access/actors.js';
import type { Action, Actor } from '../platform/access/policy.js';
import { recordAudit, type AuditEntry } from '../platform/audit/record-audit.js';
import { readPage } from '../platform/database/read-page.js';
import { problem } from '../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';
import { Conferences, type ConferenceKey } from './conference.queries.js';
import type { PlaceKind, PlaceRow } from './place-kinds.js';
import { placeReach } from './place-reach.queries.js';

interface NewRow {
  id: string;
  cityId?: unknown;
  venueId?: unknown;
}

/** What a write is called in the audit log. */
export type Told = Pick<AuditEntry, 'action' | 'subject' | 'details'>;

/**
 * Cities, venues, rooms and tracks of one conference: read in pages, and written so that each change is at once a
 * revision of the published agenda and an entry of the audit log. Rows of another conference, and those that the actor's
 * role does not reach, do not exist here, whatever id is asked for.
 */
@Injectable()
export class PlaceRows {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    @Inject(SEALING) private readonly sealing: Sealing,
  ) {}

  async list<E extends PlaceRow>(kind: PlaceKind<E>, slug: string, query: PageQuery, actor: Actor): Promise<Page<E>> {
    const conference = await this.conferences.bySlug(slug);
    return await readPage(this.source, kind.entity, await reachable(this.source.manager, kind, conference, actor, 'read-place'), query);
  }

  async one<E extends PlaceRow>(kind: PlaceKind<E>, slug: string, id: string, actor: Actor, action: Action = 'read-place'): Promise<E> {
    const conference = await this.conferences.bySlug(slug);
    return await findRow(this.source.manager, kind, conference, id, actor, action);
  }

  /** @throws ProblemError `not-found` also where the new row would lie outside of the actor's reach */
  async add<E extends PlaceRow>(kind: PlaceKind<E>, slug: string, row: NewRow, actor: Actor): Promise<E> {
    return await this.write(slug, actor, { action: `${kind.write}.add`, subject: `${kind.name}:${row.id}` }, async (tx, conference) => {
      await refuseOutside(tx, conference, row, actor);
      await tx.insert(kind.entity, { ...row, conferenceId: conference.id } as never);
      return await findRow(tx, kind, conference, row.id, actor, kind.write);
    });
  }

  async change<E extends PlaceRow>(kind: PlaceKind<E>, slug: string, id: string, patch: object, actor: Actor): Promise<E> {
    const told = { action: `${kind.write}.change`, subject: `${kind.name}:${id}`, details: { fields: Object.keys(patch).join(', ') } };
    return await this.write(slug, actor, told, async (tx, conference) => {
      await findRow(tx, kind, conference, id, actor, kind.write);
      if (Object.keys(patch).length > 0) await tx.update(kind.entity, { id }, patch);
      // more places are at once those of whoever waits
      if (kind.name === 'venue') await moveUp(tx, this.sealing, id as VenueId);
      return await findRow(tx, kind, conference, id, actor, kind.write);
    });
  }

  async remove<E extends PlaceRow>(kind: PlaceKind<E>, slug: string, id: string, actor: Actor): Promise<void> {
    await this.write(slug, actor, { action: `${kind.write}.remove`, subject: `${kind.name}:${id}` }, async (tx, conference) => {
      await findRow(tx, kind, conference, id, actor, kind.write);
      await tx.delete(kind.entity, { id });
    });
  }

  /** Any write of the conference's place, published as one revision. */
  async write<T>(slug: string, actor: Actor, told: Told, work: (tx: EntityManager, conference: ConferenceKey) => Promise<T>): Promise<T> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      const results: T[] = [];
      const publication = { conferenceId: conference.id, scope: { place: true, sessions: [] }, kind: 'live', note: '', actor: actorName(actor) } as const;
      await publish(tx, publication, async () => {
        results.push(await work(tx, conference));
      });
      await recordAudit(tx, { ...told, actor: actorName(actor), conferenceId: conference.id });
      return results[0] as T;
    });
  }
}

async function reachable<E extends PlaceRow>(
  tx: EntityManager, kind: PlaceKind<E>, conference: ConferenceKey, actor: Actor, action: Action,
): Promise<FindOptionsWhere<E>> {
  const reach = await placeReach(tx, actor, action, conference.id);
  return { conferenceId: conference.id, ...(reach === null ? {} : kind.within(reach)) } as FindOptionsWhere<E>;
}

async function findRow<E extends PlaceRow>(
  tx: EntityManager, kind: PlaceKind<E>, conference: ConferenceKey, id: string, actor: Actor, action: Action,
): Promise<E> {
  const allowed = await reachable(tx, kind, conference, actor, action);
  const { id: reached } = allowed as { id?: unknown };
  // asked for beside what is allowed, not in its place
  const asked = reached instanceof FindOperator ? And(reached as FindOperator<string>, Equal(id)) : id;
  const row = await tx.findOne(kind.entity, { where: { ...allowed, id: asked } });
  if (row === null) throw problem('not-found', 'There is nothing with that id in this conference. It may have been removed.');
  return row;
}

/** A new venue names its city, a new room or uplink its venue: one that the actor does not reach is not there for them. */
async function refuseOutside(tx: EntityManager, conference: ConferenceKey, row: NewRow, actor: Actor): Promise<void> {
  const reach = await placeReach(tx, actor, 'edit-place', conference.id);
  if (reach === null) return;
  if (row.cityId !== undefined && !reach.cityIds.some((id) => id === row.cityId)) throw notThere('/cityId', 'city');
  if (row.venueId !== undefined && !reach.venueIds.some((id) => id === row.venueId)) throw notThere('/venueId', 'venue');
}

const notThere = (path: string, what: string) =>
  problem('not-found', `There is no such ${what} among those that you look after.`, { errors: [{ path, message: `Not a ${what} of yours.` }] });
