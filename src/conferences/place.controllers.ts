import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { PageQuery, pageOf, type Page } from '../contract/page.js';
import {
  City, CityPatch, NewCity, NewRoom, NewTrack, NewUplink, NewVenue, RoomDetails, RoomPatch, Track, TrackPatch, Uplink, UplinkPatch, VenueDetails, VenuePatch,
} from '../contract/place.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/policy.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath, RowPath } from '../platform/http/path-params.js';
import { newId } from '../platform/new-id.js';
import { CityEntity } from './city.entity.js';
import { PlaceRows, type PlaceRow } from './place-rows.js';
import { RoomEntity } from './room.entity.js';
import { TrackEntity } from './track.entity.js';
import { UplinkEntity } from './uplink.entity.js';
import { VenueEntity } from './venue.entity.js';

interface PlaceRoutes<E extends PlaceRow> {
  path: string;
  entity: Type<E>;
  created: z.ZodType<object>;
  patch: z.ZodType<object>;
  view: z.ZodType;
}

/** The same five routes for each kind of thing that a conference's place is made of. */
function placeController<E extends PlaceRow>({ path, entity, created, patch, view }: PlaceRoutes<E>): Type {
  @ApiTags('place')
  @Access('edit-place')
  @Controller(`api/conferences/:slug/${path}`)
  class PlaceController {
    constructor(private readonly rows: PlaceRows) {}

    @Get()
    @Access('read-place')
    @Answers(pageOf(view))
    async list(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Query({ schema: PageQuery }) page: PageQuery): Promise<Page<E>> {
      return await this.rows.list(entity, slug, page);
    }

    @Get(':id')
    @Access('read-place')
    @Answers(view)
    async one(@Param({ schema: RowPath }) { slug, id }: RowPath): Promise<E> {
      return await this.rows.one(entity, slug, id);
    }

    @Post()
    @Answers(view, 201)
    async add(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: created }) body: object, @CurrentActor() actor: Actor): Promise<E> {
      return await this.rows.add(entity, slug, { ...body, id: newId() }, actor);
    }

    @Patch(':id')
    @Answers(view)
    async change(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: patch }) body: object, @CurrentActor() actor: Actor): Promise<E> {
      return await this.rows.change(entity, slug, id, body, actor);
    }

    @Delete(':id')
    @HttpCode(204)
    async remove(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<void> {
      await this.rows.remove(entity, slug, id, actor);
    }
  }
  // the name is what OpenAPI's operation ids are made of
  Object.defineProperty(PlaceController, 'name', { value: `${path[0]?.toUpperCase()}${path.slice(1)}Controller` });
  return PlaceController;
}

export const PLACE_CONTROLLERS = [
  placeController({ path: 'cities', entity: CityEntity, created: NewCity, patch: CityPatch, view: City }),
  placeController({ path: 'venues', entity: VenueEntity, created: NewVenue, patch: VenuePatch, view: VenueDetails }),
  placeController({ path: 'rooms', entity: RoomEntity, created: NewRoom, patch: RoomPatch, view: RoomDetails }),
  placeController({ path: 'tracks', entity: TrackEntity, created: NewTrack, patch: TrackPatch, view: Track }),
  placeController({ path: 'uplinks', entity: UplinkEntity, created: NewUplink, patch: UplinkPatch, view: Uplink }),
];
