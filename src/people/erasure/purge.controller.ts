import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import { PurgeConfirmation, Purged } from '../../contract/safety.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import { actorName, mustBeAllowed } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath } from '../../platform/http/path-params.js';
import { problem } from '../../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { purge } from './purge.js';

@ApiTags('attendance')
@Controller('api/conferences/:slug/purge')
export class PurgeController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    @Inject(SEALING) private readonly sealing: Sealing,
  ) {}

  /** Forgets all attendees, for good. `confirm` is the conference's slug, typed by hand. */
  @Post()
  @HttpCode(200)
  @Access('purge-attendees')
  @Answers(Purged)
  async run(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: PurgeConfirmation }) { confirm }: PurgeConfirmation, @CurrentActor() actor: Actor): Promise<Purged> {
    if (confirm !== slug) {
      throw problem('invalid-input', 'Nothing was erased.', { errors: [{ path: '/confirm', message: `Type the conference’s short name, ${slug}, to confirm.` }] });
    }
    return await this.source.transaction(async (tx) => {
      const { id } = await this.conferences.bySlug(slug, tx);
      mustBeAllowed(actor, 'purge-attendees', { conferenceId: id });
      return await purge(tx, this.sealing, id, actorName(actor));
    });
  }
}
