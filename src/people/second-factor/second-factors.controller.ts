import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { RecoveryCodes, SecondFactors, TotpCode, TotpSetup } from '../../contract/account.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { problem } from '../../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { personOf } from '../accounts/signed-in-person.js';
import { auditFactor, hasSecondFactor, makeStrong, mustBeAllowedToChangeFactors, settleAfterRemoval } from './guard-factors.js';
import { makeRecoveryCodes } from './recovery-codes.js';
import { beginTotp, useTotp } from './totp.js';
import { readSecondFactors } from './second-factor.queries.js';
import { checkCode } from './wrong-codes.js';

/** One's second factors: the list, the authenticator app and the recovery codes. Passkeys: passkeys.controller.ts. */
@ApiTags('account')
@Access('own-account')
@Controller('api/me')
export class SecondFactorsController {
  constructor(
    private readonly source: DataSource,
    @Inject(SEALING) private readonly sealing: Sealing,
  ) {}

  @Get('second-factors')
  @Answers(SecondFactors)
  async list(@CurrentActor() actor: Actor): Promise<SecondFactors> {
    return await readSecondFactors(this.source.manager, personOf(actor).accountId);
  }

  /** A secret for an authenticator app. It counts once one of its codes was shown: `totp/confirm`. */
  @Post('totp')
  @HttpCode(200)
  @Answers(TotpSetup)
  async beginTotp(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<TotpSetup> {
    const person = personOf(actor);
    void reply.header('cache-control', 'no-store');
    return await this.source.transaction(async (tx) => {
      await mustBeAllowedToChangeFactors(tx, person);
      return await beginTotp(tx, this.sealing, person.accountId);
    });
  }

  @Post('totp/confirm')
  @HttpCode(204)
  async confirmTotp(@Body({ schema: TotpCode }) { code }: z.infer<typeof TotpCode>, @CurrentActor() actor: Actor): Promise<void> {
    const person = personOf(actor);
    await checkCode(this.source, person.accountId, async (tx) => {
      await mustBeAllowedToChangeFactors(tx, person);
      if (!(await useTotp(tx, this.sealing, person.accountId, code, { confirmed: false }))) return false;
      await makeStrong(tx, person.sessionId);
      await auditFactor(tx, person.accountId, 'add-totp');
      return true;
    });
  }

  @Delete('totp')
  @HttpCode(204)
  async removeTotp(@CurrentActor() actor: Actor): Promise<void> {
    const person = personOf(actor);
    await this.source.transaction(async (tx) => {
      await mustBeAllowedToChangeFactors(tx, person);
      await tx.query(`DELETE FROM totp WHERE account_id = $1`, [person.accountId]);
      await settleAfterRemoval(tx, person.accountId);
      await auditFactor(tx, person.accountId, 'remove-totp');
    });
  }

  /** New recovery codes, shown this once. The ones from before stop working. */
  @Post('recovery-codes')
  @HttpCode(200)
  @Answers(RecoveryCodes)
  async makeRecoveryCodes(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<RecoveryCodes> {
    const person = personOf(actor);
    void reply.header('cache-control', 'no-store');
    return await this.source.transaction(async (tx) => {
      await mustBeAllowedToChangeFactors(tx, person);
      if (!(await hasSecondFactor(tx, person.accountId))) throw problem('conflict', 'Set up a passkey or an authenticator app first.');
      await auditFactor(tx, person.accountId, 'make-recovery-codes');
      return { codes: await makeRecoveryCodes(tx, person.accountId) };
    });
  }
}
