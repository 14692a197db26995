import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PageQuery, pageOf, type Page } from '../contract/page.js';
import { Conference, ConferenceDetails, ConferencePatch, NewConference } from '../contract/place.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import { ACTORS, type Actors } from '../platform/access/actors.js';
import { may, type Actor } from '../platform/access/policy.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath } from '../platform/http/path-params.js';
import { ConferenceEditor, type SeenDrafts } from './edit-conference.js';

@ApiTags('conferences')
@Controller('api/conferences')
export class ConferencesController {
  constructor(
    private readonly editor: ConferenceEditor,
    @Inject(ACTORS) private readonly actors: Actors,
  ) {}

  /** A draft is listed for those who may read it. */
  @Get()
  @Access('read-public')
  @Answers(pageOf(Conference))
  async list(@Req() request: FastifyRequest, @Query({ schema: PageQuery }) page: PageQuery): Promise<Page<Conference>> {
    return await this.editor.list(page, await this.draftsFor(request));
  }

  @Get(':slug')
  @Access('read-drafts')
  @Answers(ConferenceDetails)
  async one(@Param({ schema: ConferencePath }) { slug }: ConferencePath): Promise<ConferenceDetails> {
    return await this.editor.one(slug);
  }

  @Post()
  @Access('create-conference')
  @Answers(ConferenceDetails, 201)
  async add(@Body({ schema: NewConference }) body: NewConference, @CurrentActor() actor: Actor): Promise<ConferenceDetails> {
    return await this.editor.add(body, actor);
  }

  @Patch(':slug')
  @Access('edit-conference')
  @Answers(ConferenceDetails)
  async change(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: ConferencePatch }) body: ConferencePatch, @CurrentActor() actor: Actor): Promise<ConferenceDetails> {
    return await this.editor.change(slug, body, actor);
  }

  /** Removes a conference with all that it holds. Asks for its slug again, since nothing brings it back. */
  @Delete(':slug')
  @Access('remove-conference')
  @HttpCode(204)
  async remove(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Query({ schema: z.strictObject({ confirm: z.string() }) }) { confirm }: { confirm: string },
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.editor.remove(slug, confirm, actor);
  }

  private async draftsFor(request: FastifyRequest): Promise<SeenDrafts> {
    const actor = await this.actors.of(request);
    if (may(actor, 'create-conference') === 'allowed') return 'all';
    if (actor.kind !== 'person') return [];
    return actor.grants.flatMap(({ conferenceId }) => (conferenceId !== null && may(actor, 'read-drafts', { conferenceId }) === 'allowed' ? [conferenceId] : []));
  }
}
