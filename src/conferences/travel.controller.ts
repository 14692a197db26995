import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import type { ConferenceId, VenueId } from '../contract/ids.js';
import { NewVenueTravel, VenueTravel } from '../contract/place.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/policy.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath } from '../platform/http/path-params.js';
import { problem } from '../platform/problems/problem-error.js';
import { Conferences } from './conference.queries.js';
import { PlaceRows } from './place-rows.js';
import { VenueTravelEntity } from './venue-travel.entity.js';

/** How long it takes from venue to venue, where the organizers know better than the distance. */
@ApiTags('place')
@Controller('api/conferences/:slug/travel')
export class TravelController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly rows: PlaceRows,
  ) {}

  @Get()
  @Access('read-drafts')
  @Answers(VenueTravel)
  async read(@Param({ schema: ConferencePath }) { slug }: ConferencePath): Promise<VenueTravel> {
    const { id } = await this.conferences.bySlug(slug);
    return await readTravel(this.source.manager, id);
  }

  /** Replaces all of it. Ways lead from city to city, so they are the organizers'. */
  @Put()
  @Access('edit-conference')
  @Answers(VenueTravel)
  async write(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: NewVenueTravel }) { items }: NewVenueTravel, @CurrentActor() actor: Actor): Promise<VenueTravel> {
    return await this.rows.write(slug, actor, { action: 'edit-place.travel', subject: 'travel', details: { ways: items.length } }, async (tx, { id }) => {
      await refuseForeignVenues(tx, id, items);
      const ways = new Map(items.map(({ from, to, minutes }) => {
        const [fromVenue, toVenue] = from < to ? [from, to] : [to, from];
        return [`${fromVenue} ${toVenue}`, { conferenceId: id, fromVenue, toVenue, minutes }];
      }));
      await tx.delete(VenueTravelEntity, { conferenceId: id });
      if (ways.size > 0) await tx.insert(VenueTravelEntity, [...ways.values()]);
      return await readTravel(tx, id);
    });
  }
}

async function readTravel(tx: EntityManager, id: ConferenceId): Promise<VenueTravel> {
  const rows = await tx.find(VenueTravelEntity, { where: { conferenceId: id }, order: { fromVenue: 'ASC', toVenue: 'ASC' } });
  return { items: rows.map(({ fromVenue, toVenue, minutes }) => ({ from: fromVenue, to: toVenue, minutes })) };
}

async function refuseForeignVenues(tx: EntityManager, id: ConferenceId, items: NewVenueTravel['items']): Promise<void> {
  const rows = await tx.query<{ id: VenueId }[]>(`SELECT id FROM venue WHERE conference_id = $1`, [id]);
  const known = new Set(rows.map((row) => row.id));
  const errors = items.flatMap((item, index) =>
    (['from', 'to'] as const).flatMap((end) => (known.has(item[end]) ? [] : [{ path: `/items/${index}/${end}`, message: 'Not a venue of this conference.' }])),
  );
  if (errors.length > 0) throw problem('invalid-input', 'This conference has no such venue. It may have been removed.', { errors });
}
