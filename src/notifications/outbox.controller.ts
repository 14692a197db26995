import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Outbox } from '../contract/outbox.js';
import { PageQuery } from '../contract/page.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import { actorName } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { recordAudit } from '../platform/audit/record-audit.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';
import { readOutbox } from './outbox.queries.js';

@ApiTags('site')
@Controller('api/outbox')
export class OutboxController {
  constructor(
    private readonly source: DataSource,
    @Inject(SEALING) private readonly sealing: Sealing,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** The mails that wait, opened; of those that were sent, only that they were. Reading other people's mail is put on record. */
  @Get()
  @Access('read-outbox')
  @Header('cache-control', 'no-store')
  @Answers(Outbox)
  async read(@Query({ schema: PageQuery }) query: PageQuery, @CurrentActor() actor: Actor): Promise<Outbox> {
    return await this.source.transaction(async (tx) => {
      const page = await readOutbox(tx, this.sealing, query);
      const opened = page.items.filter(({ mail }) => mail !== null).length;
      if (opened > 0) await recordAudit(tx, { actor: actorName(actor), action: 'read-outbox', conferenceId: null, subject: 'outbox', details: { opened } });
      return { ...page, isDelivering: this.configuration.mail !== undefined };
    });
  }
}
