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
import { CITY, ROOM, TRACK, UPLINK, VENUE, type PlaceKind, type PlaceRow } from './place-kinds.js';
import { PlaceRows } from './place-rows.js';

interface PlaceRoutes<E extends PlaceRow> {
  path: string;
  kind: PlaceKind<E>;
  created: z.ZodType<object>;
  patch: z.ZodType<object>;
  view: z.ZodType;
}

/** The same five routes for each kind of thing that a conference's place is made of. */
function placeController<E extends PlaceRow>({ path, kind, created, patch, view }: PlaceRoutes<E>): Type {
  @ApiTags('place')
  @Access(kind.write)
  @Controller(`api/conferences/:slug/${path}`)
  class PlaceController {
    constructor(private readonly rows: PlaceRows) {}

    @Get()
    @Access('read-place')
    @Answers(pageOf(view))
    async list(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Query({ schema: PageQuery }) page: PageQuery, @CurrentActor() actor: Actor): Promise<Page<E>> {
      return await this.rows.list(kind, slug, page, actor);
    }

    @Get(':id')
    @Access('read-place')
    @Answers(view)
    async one(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<E> {
      return await this.rows.one(kind, slug, id, actor);
    }

    @Post()
    @Answers(view, 201)
    async add(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: created }) body: object, @CurrentActor() actor: Actor): Promise<E> {
      return await this.rows.add(kind, slug, { ...body, id: newId() }, actor);
    }

    @Patch(':id')
    @Answers(view)
    async change(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: patch }) body: object, @CurrentActor() actor: Actor): Promise<E> {
      return await this.rows.change(kind, slug, id, body, actor);
    }

    @Delete(':id')
    @HttpCode(204)
    async remove(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<void> {
      await this.rows.remove(kind, slug, id, actor);
    }
  }
  // the name is what OpenAPI's operation ids are made of
  Object.defineProperty(PlaceController, 'name', { value: `${path[0]?.toUpperCase()}${path.slice(1)}Controller` });
  return PlaceController;
}

export const PLACE_CONTROLLERS = [
  placeController({ path: 'cities', kind: CITY, created: NewCity, patch: CityPatch, view: City }),
  placeController({ path: 'venues', kind: VENUE, created: NewVenue, patch: VenuePatch, view: VenueDetails }),
  placeController({ path: 'rooms', kind: ROOM, created: NewRoom, patch: RoomPatch, view: RoomDetails }),
  placeController({ path: 'tracks', kind: TRACK, created: NewTrack, patch: TrackPatch, view: Track }),
  placeController({ path: 'uplinks', kind: UPLINK, created: NewUplink, patch: UplinkPatch, view: Uplink }),
];
