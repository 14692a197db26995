import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Attendance, AttendeeQuery, Attendees } from '../contract/attendance.js';
import { Conferences } from '../conferences/conference.queries.js';
import { placeReach } from '../conferences/place-reach.queries.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/policy.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath, RowPath } from '../platform/http/path-params.js';
import { AttendeeList } from './attendees.queries.js';
import { Registrations } from './registrations.queries.js';
import { ReplaceTicket } from './replace-ticket.js';
import { writeAttendanceCsv } from './write-attendance-csv.js';

/** For those who plan: how many come where, and who, by handle. A city host's is their city, and nobody who is remote. */
@ApiTags('attendance')
@Access('manage-attendance')
@Controller('api/conferences/:slug')
export class AttendeesController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly registrations: Registrations,
    private readonly attendees: AttendeeList,
    private readonly replaceTicket: ReplaceTicket,
  ) {}

  /** Counts of one's own venues. */
  @Get('attendance')
  @Access('read-attendance')
  @Answers(Attendance)
  async attendance(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<Attendance> {
    const { id } = await this.conferences.bySlug(slug);
    const reach = await placeReach(this.source.manager, actor, 'read-attendance', id);
    return await this.registrations.attendance(id, reach);
  }

  /** The same people one by one, in the order in which they registered. */
  @Get('attendees')
  @Answers(Attendees)
  async list(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Query({ schema: AttendeeQuery }) query: AttendeeQuery,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Attendees> {
    const { id } = await this.conferences.bySlug(slug);
    const reach = await placeReach(this.source.manager, actor, 'manage-attendance', id);
    void reply.header('cache-control', 'private, no-store');
    return await this.attendees.of(id, reach, query);
  }

  /** As a spreadsheet reads it. */
  @Get('attendance.csv')
  async csv(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { id } = await this.conferences.bySlug(slug);
    const reach = await placeReach(this.source.manager, actor, 'manage-attendance', id);
    await reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${slug}-attendance.csv"`)
      .type('text/csv; charset=utf-8')
      .send(await writeAttendanceCsv(this.source, id, reach));
  }

  @Post('tickets/:id/revocation')
  @HttpCode(204)
  async revoke(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.replaceTicket.revoke(slug, id, actor);
  }

  /** A new ticket for a registration; one that it has no longer admits. */
  @Post('attendees/:id/ticket')
  @HttpCode(204)
  async renew(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.replaceTicket.renew(slug, id, actor);
  }
}
