import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import { FollowedChange, FollowedSessions, Following, FollowingChoice } from '../../contract/notifications.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath } from '../../platform/http/path-params.js';
import { ownerOf } from '../owner.js';
import { changeFollowed, chooseFollowing } from './follow-sessions.js';
import { readFollowedSessions, readFollowing } from './followed-sessions.queries.js';

/** The sessions that one follows: on one's devices alone, unless one chose that the account keeps them (docs/decisions/012). */
@ApiTags('account')
@Access('own-account')
@Controller('api/me')
export class FollowingController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  @Get('following')
  @Answers(Following)
  async read(@CurrentActor() actor: Actor): Promise<Following> {
    return await readFollowing(this.source.manager, ownerOf(actor).accountId);
  }

  /** Off: what was kept is deleted. */
  @Put('following')
  @HttpCode(204)
  async choose(@Body({ schema: FollowingChoice }) { isOn }: FollowingChoice, @CurrentActor() actor: Actor): Promise<void> {
    await chooseFollowing(this.source.manager, ownerOf(actor).accountId, isOn);
  }

  /** What this device added and took out; answers all that the account follows in that conference. */
  @Post('followed-sessions/:slug')
  @HttpCode(200)
  @Answers(FollowedSessions)
  async change(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Body({ schema: FollowedChange }) change: FollowedChange,
    @CurrentActor() actor: Actor,
  ): Promise<FollowedSessions> {
    const { accountId } = ownerOf(actor);
    const { id } = await this.conferences.publishedBySlug(slug);
    return await this.source.transaction(async (tx) => {
      await changeFollowed(tx, accountId, id, change);
      return { sessionIds: await readFollowedSessions(tx, accountId, id) };
    });
  }
}
