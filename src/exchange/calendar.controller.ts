import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { matches } from '../agenda/entity-tag.js';
import { CalendarQuery } from '../contract/exchange.js';
import { Access } from '../platform/access/access.decorator.js';
import { ConferencePath } from '../platform/http/path-params.js';
import { chooseSessions } from './choose-sessions.js';
import { ExportedSchedules } from './exported-schedules.js';
import { writeIcs } from './write/write-ics.js';

/** A calendar that people subscribe to: of one session, of those that they chose, or of all that a filter lets through. */
@ApiTags('import and export')
@Controller('api/conferences/:slug/calendar.ics')
export class CalendarController {
  constructor(private readonly exported: ExportedSchedules) {}

  @Get()
  @Access('read-public')
  @ApiProduces('text/calendar')
  async calendar(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Query({ schema: CalendarQuery }) query: CalendarQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const held = await this.exported.bySlug(slug);
    void reply.header('etag', held.tag).header('cache-control', 'no-cache');
    if (matches(request.headers['if-none-match'], held.tag)) {
      await reply.status(304).send();
      return;
    }
    const sessions = chooseSessions(held.schedule.sessions, query);
    const [only, ...others] = sessions;
    const name = only !== undefined && others.length === 0 ? only.title : held.schedule.conference.title;
    await reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `inline; filename="${slug}.ics"`)
      .send(writeIcs(held.schedule, { sessions, name }));
  }
}
