import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Conferences } from '../conferences/conference.queries.js';
import { NewSession, SessionDetails, SessionPatch, SessionQuery, SlotTarget, WaiverRequest } from '../contract/agenda-requests.js';
import type { SessionId } from '../contract/ids.js';
import { pageOf, type Page } from '../contract/page.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/policy.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath, RowPath } from '../platform/http/path-params.js';
import { EditSession } from './edit-session.js';
import { PlanSession } from './plan-session.js';
import { Sessions } from './sessions.queries.js';

@ApiTags('sessions')
@Access('edit-sessions')
@Controller('api/conferences/:slug/sessions')
export class SessionsController {
  constructor(
    private readonly conferences: Conferences,
    private readonly sessions: Sessions,
    private readonly editSession: EditSession,
    private readonly planSession: PlanSession,
  ) {}

  @Get()
  @Access('read-sessions')
  @Answers(pageOf(SessionDetails))
  async list(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Query({ schema: SessionQuery }) query: SessionQuery, @CurrentActor() actor: Actor): Promise<Page<SessionDetails>> {
    const conference = await this.conferences.bySlug(slug);
    return await this.sessions.page(conference.id, query, actor);
  }

  @Get(':id')
  @Access('read-sessions')
  @Answers(SessionDetails)
  async one(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<SessionDetails> {
    const conference = await this.conferences.bySlug(slug);
    return await this.sessions.oneFor(actor, conference.id, id as SessionId);
  }

  @Post()
  @Answers(SessionDetails, 201)
  async add(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: NewSession }) body: NewSession, @CurrentActor() actor: Actor): Promise<SessionDetails> {
    return await this.editSession.add(slug, body, actor);
  }

  @Patch(':id')
  @Answers(SessionDetails)
  async change(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: SessionPatch }) body: SessionPatch, @CurrentActor() actor: Actor): Promise<SessionDetails> {
    return await this.editSession.change(slug, id as SessionId, body, actor);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.editSession.remove(slug, id as SessionId, actor);
  }

  /** Puts the session into the draft, or moves it there. */
  @Put(':id/slot')
  @Answers(SessionDetails)
  async put(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: SlotTarget }) body: SlotTarget, @CurrentActor() actor: Actor): Promise<SessionDetails> {
    return await this.planSession.put(slug, id as SessionId, body, actor);
  }

  @Delete(':id/slot')
  @Answers(SessionDetails)
  async unschedule(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<SessionDetails> {
    return await this.planSession.unschedule(slug, id as SessionId, actor);
  }

  @Put(':id/slot/waiver')
  @Answers(SessionDetails)
  async waive(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: WaiverRequest }) body: WaiverRequest, @CurrentActor() actor: Actor): Promise<SessionDetails> {
    return await this.planSession.waive(slug, id as SessionId, body.reason, actor);
  }

  @Delete(':id/slot/waiver')
  @Answers(SessionDetails)
  async liftWaiver(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<SessionDetails> {
    return await this.planSession.waive(slug, id as SessionId, null, actor);
  }
}
