import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LiveChange, RevisionReceipt } from '../contract/agenda-requests.js';
import { LiveLog, PreviewRequest, RipplePreview } from '../contract/live-day.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/policy.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath } from '../platform/http/path-params.js';
import { ChangeLiveAgenda } from './change-live-agenda.js';
import { ApplyRipple } from './live-day/apply-ripple.js';
import { LiveLogs } from './live-day/live-log.js';
import { PreviewRipple } from './live-day/preview-ripple.js';

@ApiTags('live day')
@Access('change-live-agenda')
@Controller('api/conferences/:slug/live-changes')
export class LiveChangesController {
  constructor(
    private readonly changeLiveAgenda: ChangeLiveAgenda,
    private readonly previewRipple: PreviewRipple,
    private readonly applyRipple: ApplyRipple,
    private readonly logs: LiveLogs,
  ) {}

  /** The live changes since the last release, the newest first, and which of them can be taken back. */
  @Get()
  @Answers(LiveLog)
  async log(@Param({ schema: ConferencePath }) { slug }: ConferencePath): Promise<LiveLog> {
    return await this.logs.read(slug);
  }

  /** Delay, move, extend, cancel, reinstate, swap or a ripple: one request, one revision. To edit title or speakers, patch the session. */
  @Post()
  @Answers(RevisionReceipt, 201)
  async change(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Body({ schema: LiveChange }) body: LiveChange,
    @CurrentActor() actor: Actor,
  ): Promise<RevisionReceipt> {
    return { revision: body.change === 'ripple' ? await this.applyRipple.run(slug, body, actor) : await this.changeLiveAgenda.run(slug, body, actor) };
  }

  /** What would follow from changes: what moves, who is concerned, what is in the way and the ways out. Nothing is written. */
  @Post('preview')
  @HttpCode(200)
  @Answers(RipplePreview)
  async preview(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Body({ schema: PreviewRequest }) body: PreviewRequest,
    @CurrentActor() actor: Actor,
  ): Promise<RipplePreview> {
    return await this.previewRipple.run(slug, body, actor);
  }
}
