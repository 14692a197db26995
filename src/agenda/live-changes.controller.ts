import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LiveChange, RevisionReceipt } from '../contract/agenda-requests.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/policy.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath } from '../platform/http/path-params.js';
import { ChangeLiveAgenda } from './change-live-agenda.js';

@ApiTags('live day')
@Access('change-live-agenda')
@Controller('api/conferences/:slug/live-changes')
export class LiveChangesController {
  constructor(private readonly changeLiveAgenda: ChangeLiveAgenda) {}

  /** Delay, move, extend, cancel, reinstate or swap: one request, one revision. To edit title or speakers, patch the session. */
  @Post()
  @Answers(RevisionReceipt, 201)
  async change(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Body({ schema: LiveChange }) body: LiveChange,
    @CurrentActor() actor: Actor,
  ): Promise<RevisionReceipt> {
    return { revision: await this.changeLiveAgenda.run(slug, body, actor) };
  }
}
