import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Agenda, AgendaTexts } from '../contract/agenda.js';
import { ChangesSince } from '../contract/agenda-requests.js';
import { Access } from '../platform/access/access.decorator.js';
import { ACTORS, type Actors } from '../platform/access/actors.js';
import { may } from '../platform/access/policy.js';
import { ConferencePath } from '../platform/http/path-params.js';
import { problem } from '../platform/problems/problem-error.js';
import { AgendaCache } from './agenda-cache.js';
import { entityTag, matches } from './entity-tag.js';
import { chooseEncoding } from './encoded-body.js';
import type { HeldAgenda } from './held-agenda.js';

const Since = z.strictObject({ since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });
type Since = z.infer<typeof Since>;

/** The published agenda, from memory. A draft is there for its organizers only. */
@ApiTags('published agenda')
@Access('read-public')
@Controller('api/conferences/:slug/agenda')
export class AgendaController {
  constructor(
    private readonly cache: AgendaCache,
    @Inject(ACTORS) private readonly actors: Actors,
  ) {}

  /** The whole agenda at one revision, without long texts. */
  @Get()
  @ApiOkResponse({ standardSchema: Agenda })
  async agenda(@Param({ schema: ConferencePath }) path: ConferencePath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.send('agenda', await this.held(path, request), request, reply);
  }

  /** The long texts: abstracts, descriptions and biographies. */
  @Get('texts')
  @ApiOkResponse({ standardSchema: AgendaTexts })
  async texts(@Param({ schema: ConferencePath }) path: ConferencePath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.send('texts', await this.held(path, request), request, reply);
  }

  /** The revisions after `since`; 410 `changes-folded` when reading the agenda anew costs less or is the only way. */
  @Get('changes')
  @ApiOkResponse({ standardSchema: ChangesSince })
  async changes(
    @Param({ schema: ConferencePath }) path: ConferencePath,
    @Query({ schema: Since }) { since }: Since,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangesSince> {
    const held = await this.held(path, request);
    const revisions = held.changesSince(since);
    if (revisions === null) {
      throw problem('changes-folded', `The changes after revision ${since} are not kept one by one. Read the whole agenda, of revision ${held.revision}.`);
    }
    void reply.header('cache-control', 'no-cache');
    return { revision: held.revision, revisions };
  }

  private async held({ slug }: ConferencePath, request: FastifyRequest): Promise<HeldAgenda> {
    const held = await this.cache.bySlug(slug, { drafts: true });
    // who reads what is public is not looked up: it goes on without the database
    const drafts = held.isDraft && may(await this.actors.of(request), 'read-drafts', { conferenceSlug: slug }) === 'allowed';
    return held.isDraft ? await this.cache.bySlug(slug, { drafts }) : held;
  }

  private async send(part: 'agenda' | 'texts', held: HeldAgenda, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const body = held.body(part);
    const tag = entityTag(held.agenda);
    void reply
      .header('etag', tag)
      .header('vary', 'accept-encoding')
      .header('cache-control', held.isDraft ? 'private, no-cache' : 'no-cache');
    if (matches(request.headers['if-none-match'], tag)) {
      await reply.status(304).send();
      return;
    }
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    if (encoding !== 'identity') void reply.header('content-encoding', encoding);
    await reply.type('application/json; charset=utf-8').send(await body.as(encoding));
  }
}
