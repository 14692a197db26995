import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { CheckInResults, CheckIns, DoorList } from '../contract/attendance.js';
import type { VenueId } from '../contract/ids.js';
import { Conferences } from '../conferences/conference.queries.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import { mustBeAllowed } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath, RowPath } from '../platform/http/path-params.js';
import { RateLimited } from '../platform/http/rate-limit.js';
import { CheckIn, findVenue } from './check-in.js';
import { DoorLists } from './door-list.queries.js';
import { UndoCheckIn } from './undo-check-in.js';

/** For those at the door. People are seen by their handle. */
@ApiTags('attendance')
@Access('check-in')
@Controller('api/conferences/:slug')
export class DoorController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly checkIn: CheckIn,
    private readonly undo: UndoCheckIn,
    private readonly doorLists: DoorLists,
  ) {}

  /** Lets one person in, or many whom a device let in without a network. Each item is answered, in order. */
  @RateLimited('check-in')
  @Post('check-ins')
  @HttpCode(200)
  @Answers(CheckInResults)
  async admit(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Body({ schema: CheckIns }) body: CheckIns,
    @CurrentActor() actor: Actor,
  ): Promise<CheckInResults> {
    return { results: await this.checkIn.run(slug, body, actor) };
  }

  @Delete('check-ins/:id')
  @HttpCode(204)
  async takeBack(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.undo.run(slug, id, actor);
  }

  /** What a device keeps to work without a network, of one venue. */
  @Get('venues/:id/door-list')
  @Answers(DoorList)
  async list(
    @Param({ schema: RowPath }) { slug, id }: RowPath,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoorList> {
    const conference = await this.conferences.bySlug(slug);
    const venueId = id as VenueId;
    const cityId = await findVenue(this.source.manager, conference.id, venueId);
    mustBeAllowed(actor, 'check-in', { conferenceId: conference.id, cityId, venueId });
    void reply.header('cache-control', 'private, no-store');
    return await this.doorLists.of(conference.id, venueId);
  }
}
