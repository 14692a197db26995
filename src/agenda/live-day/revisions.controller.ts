import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RevisionReceipt } from '../../contract/agenda-requests.js';
import { RevertRequest } from '../../contract/live-day.js';
import { Slug } from '../../contract/scalars.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { RevertRevision } from './revert-revision.js';

const RevisionPath = z.object({ slug: Slug, number: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
type RevisionPath = z.infer<typeof RevisionPath>;

@ApiTags('live day')
@Access('change-live-agenda')
@Controller('api/conferences/:slug/revisions')
export class RevisionsController {
  constructor(private readonly revertRevision: RevertRevision) {}

  /** Takes a live change back, as one new revision; refused where anything of it was changed since. */
  @Post(':number/revert')
  @Answers(RevisionReceipt, 201)
  async revert(
    @Param({ schema: RevisionPath }) { slug, number }: RevisionPath,
    @Body({ schema: RevertRequest }) { reason }: RevertRequest,
    @CurrentActor() actor: Actor,
  ): Promise<RevisionReceipt> {
    return { revision: await this.revertRevision.run(slug, number, reason, actor) };
  }
}
