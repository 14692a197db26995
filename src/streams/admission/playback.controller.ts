import { Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Playback } from '../../contract/channel.js';
import type { ChannelId } from '../../contract/ids.js';
import { Access } from '../../platform/access/access.decorator.js';
import { ACTORS, type Actors } from '../../platform/access/actors.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { RowPath } from '../../platform/http/path-params.js';
import { RateLimited } from '../../platform/http/rate-limit.js';
import { IssuePlayback } from './issue-playback.js';

@ApiTags('streams')
@Controller('api/conferences/:slug/channels/:id/playback')
export class PlaybackController {
  constructor(
    private readonly issuePlayback: IssuePlayback,
    @Inject(ACTORS) private readonly actors: Actors,
  ) {}

  /** Addresses to watch one channel for an hour. Of a public channel anyone has them; of another who has a ticket, speaks, or is of the staff. */
  @Post()
  @HttpCode(200)
  @RateLimited('watch')
  @Access('read-public')
  @Answers(Playback)
  async issue(@Param({ schema: RowPath }) { slug, id }: RowPath, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Playback> {
    void reply.header('cache-control', 'no-store');
    return await this.issuePlayback.run(slug, id as ChannelId, await this.actors.of(request));
  }
}
