import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PageQuery, pageOf, type Page } from '../contract/page.js';
import { Conference, ConferenceDetails, ConferencePatch, NewConference } from '../contract/place.js';
import { Access } from '../platform/access/access.decorator.js';
import { isAdministrator } from '../platform/access/access.guard.js';
import { ADMINISTRATOR_TOKEN, type AdministratorToken } from '../platform/access/administrator-token.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath } from '../platform/http/path-params.js';
import { ConferenceEditor } from './edit-conference.js';

@ApiTags('conferences')
@Controller('api/conferences')
export class ConferencesController {
  constructor(
    private readonly editor: ConferenceEditor,
    @Inject(ADMINISTRATOR_TOKEN) private readonly token: AdministratorToken,
  ) {}

  /** Drafts are listed for the administrator only. */
  @Get()
  @Access('public')
  @Answers(pageOf(Conference))
  async list(@Req() request: FastifyRequest, @Query({ schema: PageQuery }) page: PageQuery): Promise<Page<Conference>> {
    return await this.editor.list(page, { drafts: isAdministrator(request, this.token) });
  }

  @Get(':slug')
  @Access('administrator')
  @Answers(ConferenceDetails)
  async one(@Param({ schema: ConferencePath }) { slug }: ConferencePath): Promise<ConferenceDetails> {
    return await this.editor.one(slug);
  }

  @Post()
  @Access('administrator')
  @Answers(ConferenceDetails, 201)
  async add(@Body({ schema: NewConference }) body: NewConference): Promise<ConferenceDetails> {
    return await this.editor.add(body);
  }

  @Patch(':slug')
  @Access('administrator')
  @Answers(ConferenceDetails)
  async change(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: ConferencePatch }) body: ConferencePatch): Promise<ConferenceDetails> {
    return await this.editor.change(slug, body);
  }

  /** Removes a conference with all that it holds. Asks for its slug again, since nothing brings it back. */
  @Delete(':slug')
  @Access('administrator')
  @HttpCode(204)
  async remove(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Query({ schema: z.strictObject({ confirm: z.string() }) }) { confirm }: { confirm: string },
  ): Promise<void> {
    await this.editor.remove(slug, confirm);
  }
}
