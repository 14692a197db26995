import { Body, Controller, Delete, HttpCode, Inject, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { NewPasskey, PasskeyPatch, WebAuthnOptions } from '../../contract/account.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { problem } from '../../platform/problems/problem-error.js';
import { ownAddress } from '../accounts/own-address.js';
import { personOf } from '../accounts/signed-in-person.js';
import { auditFactor, makeStrong, mustBeAllowedToChangeFactors, settleAfterRemoval } from './guard-factors.js';
import { addPasskey, beginPasskey } from './passkeys.js';

const PasskeyPath = z.object({ id: z.string().min(1).max(200) });
type PasskeyPath = z.infer<typeof PasskeyPath>;

@ApiTags('account')
@Access('own-account')
@Controller('api/me/passkeys')
export class PasskeysController {
  constructor(
    private readonly source: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Post('options')
  @HttpCode(200)
  @Answers(WebAuthnOptions)
  async begin(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<unknown> {
    const person = personOf(actor);
    return await this.source.transaction(async (tx) => {
      await mustBeAllowedToChangeFactors(tx, person);
      return await beginPasskey(tx, person.accountId, ownAddress(request, this.configuration.publicUrl));
    });
  }

  @Post()
  @HttpCode(204)
  async add(@Body({ schema: NewPasskey }) { label, answer }: z.infer<typeof NewPasskey>, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<void> {
    const person = personOf(actor);
    await this.source.transaction(async (tx) => {
      await mustBeAllowedToChangeFactors(tx, person);
      // the library reads it with care, and refuses what it is not
      await addPasskey(tx, person.accountId, ownAddress(request, this.configuration.publicUrl), label, answer as unknown as RegistrationResponseJSON);
      await makeStrong(tx, person.sessionId);
      await auditFactor(tx, person.accountId, 'add-passkey');
    });
  }

  @Patch(':id')
  @HttpCode(204)
  async rename(@Param({ schema: PasskeyPath }) { id }: PasskeyPath, @Body({ schema: PasskeyPatch }) { label }: z.infer<typeof PasskeyPatch>, @CurrentActor() actor: Actor): Promise<void> {
    const [, renamed] = await this.source.query<[unknown, number]>(`UPDATE passkey SET label = $3 WHERE account_id = $1 AND id = $2`, [personOf(actor).accountId, id, label]);
    if (renamed === 0) throw unknown();
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Param({ schema: PasskeyPath }) { id }: PasskeyPath, @CurrentActor() actor: Actor): Promise<void> {
    const person = personOf(actor);
    await this.source.transaction(async (tx) => {
      await mustBeAllowedToChangeFactors(tx, person);
      const [, removed] = await tx.query<[unknown, number]>(`DELETE FROM passkey WHERE account_id = $1 AND id = $2`, [person.accountId, id]);
      if (removed === 0) throw unknown();
      await settleAfterRemoval(tx, person.accountId);
      await auditFactor(tx, person.accountId, 'remove-passkey');
    });
  }
}

const unknown = () => problem('not-found', 'You have no such passkey.');
