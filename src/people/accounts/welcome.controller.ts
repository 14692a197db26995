import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { WelcomeRequest } from '../../contract/account.js';
import { Access } from '../../platform/access/access.decorator.js';
import { ACTORS, type Actors } from '../../platform/access/actors.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { handOver, openSession } from '../sign-in/open-session.js';
import { acceptAdministratorLink } from './accept-administrator-link.js';

@ApiTags('account')
@Controller('api/welcome')
export class WelcomeController {
  constructor(
    private readonly source: DataSource,
    @Inject(SEALING) private readonly sealing: Sealing,
    @Inject(ACTORS) private readonly actors: Actors,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Makes whoever shows the operator's one-time link an administrator: who is signed in, or a new account of the given address. */
  @Post()
  @HttpCode(204)
  @Access('read-public')
  async accept(@Body({ schema: WelcomeRequest }) body: WelcomeRequest, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const actor = await this.actors.of(request);
    const secret = await this.source.transaction(async (tx) => {
      const { accountId, isNew } = await acceptAdministratorLink(tx, this.sealing, body, actor.kind === 'person' ? actor.accountId : null);
      return isNew ? await openSession(tx, request, accountId) : null;
    });
    if (secret !== null) handOver(reply, request, secret, this.configuration.publicUrl);
  }
}
