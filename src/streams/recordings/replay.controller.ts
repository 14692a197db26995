import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RecordingId } from '../../contract/ids.js';
import { Replay } from '../../contract/recordings.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import { ACTORS, type Actors } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { RowPath } from '../../platform/http/path-params.js';
import { RateLimited } from '../../platform/http/rate-limit.js';
import { IssueReplay } from './issue-replay.js';
import { noPlaylist, sendPlaylist } from './send-recorded.js';
import { ReplayPlaylists } from './replay-playlists.js';

const PreviewPath = RowPath.extend({ file: z.string().max(80) });
type PreviewPath = z.infer<typeof PreviewPath>;

@ApiTags('recordings')
@Controller('api/conferences/:slug/recordings/:id')
export class ReplayController {
  constructor(
    private readonly issueReplay: IssueReplay,
    private readonly playlists: ReplayPlaylists,
    @Inject(ACTORS) private readonly actors: Actors,
  ) {}

  /** Addresses to watch a published recording for an hour. */
  @Post('playback')
  @HttpCode(200)
  @RateLimited('watch')
  @Access('read-public')
  @Answers(Replay)
  async issue(@Param({ schema: RowPath }) { slug, id }: RowPath, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Replay> {
    void reply.header('cache-control', 'no-store');
    return await this.issueReplay.run(slug, id as RecordingId, await this.actors.of(request));
  }

  /** Addresses to watch one that need not be published. */
  @Post('preview')
  @HttpCode(200)
  @Access('edit-recordings')
  @Answers(Replay)
  async preview(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<Replay> {
    return await this.issueReplay.preview(slug, id as RecordingId, actor);
  }

  /** Its playlists, for who is signed in as one who looks after it. */
  @Get('preview/:file')
  @Access('edit-recordings')
  async previewPlaylist(@Param({ schema: PreviewPath }) { slug, id, file }: PreviewPath, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const text = await this.playlists.text(await this.issueReplay.previewed(slug, id as RecordingId, actor), file);
    if (text === null) throw noPlaylist();
    void sendPlaylist(reply, text, 'no-store');
  }
}
