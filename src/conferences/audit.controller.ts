import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { AuditPage, AuditQuery } from '../contract/safety.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import { mustBeAllowed } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { readAudit } from '../platform/audit/audit.queries.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath } from '../platform/http/path-params.js';
import { Conferences } from './conference.queries.js';

/** What the staff did, the newest first. Actors are ids: who they are is in the team's list. */
@ApiTags('site')
@Controller('api')
export class AuditController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  @Get('audit')
  @Access('read-site-audit')
  @Answers(AuditPage)
  async all(@Query({ schema: AuditQuery }) query: AuditQuery): Promise<AuditPage> {
    return await readAudit(this.source.manager, null, query);
  }

  @Get('conferences/:slug/audit')
  @Access('read-audit')
  @Answers(AuditPage)
  async ofConference(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Query({ schema: AuditQuery }) query: AuditQuery, @CurrentActor() actor: Actor): Promise<AuditPage> {
    const { id } = await this.conferences.bySlug(slug);
    mustBeAllowed(actor, 'read-audit', { conferenceId: id });
    return await readAudit(this.source.manager, id, query);
  }
}
