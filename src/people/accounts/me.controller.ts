import { Body, Controller, Get, HttpCode, Inject, Patch, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Me, MePatch } from '../../contract/account.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import { ACTORS, type Actors } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { readMyAccount } from './account.queries.js';
import { personOf } from './signed-in-person.js';

@ApiTags('account')
@Controller('api/me')
export class MeController {
  constructor(
    private readonly source: DataSource,
    @Inject(ACTORS) private readonly actors: Actors,
    @Inject(SEALING) private readonly sealing: Sealing,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Who asks, with their roles. Anyone may ask: for those who are not signed in, `account` is null. */
  @Get()
  @Access('read-public')
  @Answers(Me)
  async read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    void reply.header('cache-control', 'no-store');
    const actor = await this.actors.of(request);
    const account = actor.kind === 'person' ? await readMyAccount(this.source.manager, this.sealing, actor) : null;
    const { singleSignOn, mail } = this.configuration;
    return { account, singleSignOn: singleSignOn !== undefined, deliversMail: mail !== undefined };
  }

  @Patch()
  @HttpCode(204)
  @Access('own-account')
  async change(@Body({ schema: MePatch }) { handle, zone, language }: MePatch, @CurrentActor() actor: Actor): Promise<void> {
    const { accountId } = personOf(actor);
    await this.source.query(
      `UPDATE account SET handle = coalesce($2, handle), zone = CASE WHEN $3 THEN $4 ELSE zone END, language = coalesce($5, language) WHERE id = $1`,
      [accountId, handle ?? null, zone !== undefined, zone ?? null, language ?? null],
    );
  }
}
