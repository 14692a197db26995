import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { PasskeyProof, RecoveryCode, TotpCode, WebAuthnOptions } from '../../contract/account.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { ownAddress } from '../accounts/own-address.js';
import { personOf } from '../accounts/signed-in-person.js';
import { auditFactor, makeStrong } from './guard-factors.js';
import { beginPasskeyProof, provePasskey } from './passkeys.js';
import { useRecoveryCode } from './recovery-codes.js';
import { useTotp } from './totp.js';
import { checkCode } from './wrong-codes.js';

/** Shows the second factor on top of the mail: from then on, this session may act for staff roles. */
@ApiTags('account')
@Access('own-account')
@Controller('api/me/step-up')
export class StepUpController {
  constructor(
    private readonly source: DataSource,
    @Inject(SEALING) private readonly sealing: Sealing,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Post('passkey/options')
  @HttpCode(200)
  @Answers(WebAuthnOptions)
  async begin(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<unknown> {
    return await beginPasskeyProof(this.source.manager, personOf(actor).accountId, ownAddress(request, this.configuration.publicUrl));
  }

  @Post('passkey')
  @HttpCode(204)
  async byPasskey(@Body({ schema: PasskeyProof }) { answer }: z.infer<typeof PasskeyProof>, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<void> {
    const { accountId, sessionId } = personOf(actor);
    await this.source.transaction(async (tx) => {
      await provePasskey(tx, accountId, ownAddress(request, this.configuration.publicUrl), answer as unknown as AuthenticationResponseJSON);
      await makeStrong(tx, sessionId);
    });
  }

  @Post('totp')
  @HttpCode(204)
  async byTotp(@Body({ schema: TotpCode }) { code }: z.infer<typeof TotpCode>, @CurrentActor() actor: Actor): Promise<void> {
    const { accountId, sessionId } = personOf(actor);
    await checkCode(this.source, accountId, async (tx) => {
      if (!(await useTotp(tx, this.sealing, accountId, code, { confirmed: true }))) return false;
      await makeStrong(tx, sessionId);
      return true;
    });
  }

  @Post('recovery')
  @HttpCode(204)
  async byRecoveryCode(@Body({ schema: RecoveryCode }) { code }: z.infer<typeof RecoveryCode>, @CurrentActor() actor: Actor): Promise<void> {
    const { accountId, sessionId } = personOf(actor);
    await checkCode(this.source, accountId, async (tx) => {
      if (!(await useRecoveryCode(tx, accountId, code))) return false;
      await makeStrong(tx, sessionId);
      await auditFactor(tx, accountId, 'use-recovery-code');
      return true;
    });
  }
}
