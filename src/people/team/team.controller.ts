import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Conferences } from '../../conferences/conference.queries.js';
import { LanguageTag } from '../../contract/scalars.js';
import { NewInvitation, RoleAt, Team } from '../../contract/team.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath, RowPath } from '../../platform/http/path-params.js';
import { ChangeTeam } from './change-team.js';
import { Invite } from './invite.js';
import { TeamQueries } from './team.queries.js';

const Resend = z.strictObject({ language: LanguageTag.default('en') });
type Resend = z.infer<typeof Resend>;

/** Who works on a conference, and who is asked to. Each write answers the team as it is then. */
@ApiTags('team')
@Access('manage-team')
@Controller('api/conferences/:slug/team')
export class TeamController {
  constructor(
    private readonly conferences: Conferences,
    private readonly queries: TeamQueries,
    private readonly changeTeam: ChangeTeam,
    private readonly invite: Invite,
  ) {}

  @Get()
  @Answers(Team)
  async team(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<Team> {
    const { id } = await this.conferences.bySlug(slug);
    return await this.queries.team(id, actor);
  }

  /** Gives a member another role. Refused above one's own, and for the last administrator. */
  @Put('members/:id')
  @Answers(Team)
  async change(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: RoleAt }) body: RoleAt, @CurrentActor() actor: Actor): Promise<Team> {
    await this.changeTeam.change(slug, id, body, actor);
    return await this.team({ slug }, actor);
  }

  @Delete('members/:id')
  @HttpCode(204)
  async remove(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.changeTeam.remove(slug, id, actor);
  }

  /** Sends a link that works for seven days, once, and for that address only. */
  @Post('invitations')
  @Answers(Team, 201)
  async add(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Body({ schema: NewInvitation }) body: NewInvitation,
    @CurrentActor() actor: Actor,
  ): Promise<Team> {
    await this.invite.invite(slug, body, actor);
    return await this.team({ slug }, actor);
  }

  @Post('invitations/:id/resend')
  @HttpCode(200)
  @Answers(Team)
  async resend(
    @Param({ schema: RowPath }) { slug, id }: RowPath,
    @Body({ schema: Resend }) body: Resend,
    @CurrentActor() actor: Actor,
  ): Promise<Team> {
    await this.invite.resend(slug, id, body.language, actor);
    return await this.team({ slug }, actor);
  }

  @Delete('invitations/:id')
  @HttpCode(204)
  async revoke(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.invite.revoke(slug, id, actor);
  }
}
