import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { ErasureConfirmation, ErasureNeed } from '../../contract/attendance.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { problem } from '../../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { clearSessionCookie } from '../accounts/session-cookie.js';
import { personOf } from '../accounts/signed-in-person.js';
import { checkErasureCode, sendErasureCode } from './confirm-erasure.js';
import { eraseAccount } from './erase-account.js';
import { exportAccount } from './export-account.js';

/** What is stored about oneself: to take along, and to have forgotten. */
@ApiTags('account')
@Access('own-account')
@Controller('api/me')
export class PrivacyController {
  constructor(
    private readonly source: DataSource,
    @Inject(SEALING) private readonly sealing: Sealing,
  ) {}

  /** Everything, as a JSON file. */
  @Get('export')
  async export(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { accountId } = personOf(actor);
    // one look at all tables, so that they fit together
    const data = await this.source.transaction('REPEATABLE READ', async (tx) => await exportAccount(tx, this.sealing, accountId));
    await reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="meridian-my-data-${new Date().toISOString().slice(0, 10)}.json"`)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(data, null, 2));
  }

  /** Sends a code by mail, unless the session has shown a second factor: then nothing more is needed. */
  @Post('erasure-code')
  @HttpCode(200)
  @Answers(ErasureNeed)
  async code(@CurrentActor() actor: Actor): Promise<ErasureNeed> {
    const { accountId, strong } = personOf(actor);
    if (strong) return { confirmBy: 'nothing' };
    await this.source.transaction(async (tx) => await sendErasureCode(tx, this.sealing, accountId));
    return { confirmBy: 'code' };
  }

  /** Erases the account, for good. */
  @Post('erasure')
  @HttpCode(204)
  async erase(
    @Body({ schema: ErasureConfirmation }) { code }: ErasureConfirmation,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { accountId, strong } = personOf(actor);
    if (!strong) {
      if (code === undefined) throw problem('invalid-input', 'Type the code of the mail.', { errors: [{ path: '/code', message: 'Type the code of the mail.' }] });
      await checkErasureCode(this.source.manager, accountId, code);
    }
    await this.source.transaction(async (tx) => await eraseAccount(tx, this.sealing, accountId));
    clearSessionCookie(reply);
  }
}
