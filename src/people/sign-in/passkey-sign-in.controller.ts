import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { PasskeyProof, WebAuthnOptions } from '../../contract/account.js';
import { Access } from '../../platform/access/access.decorator.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { RateLimited } from '../../platform/http/rate-limit.js';
import { isSecure, ownAddress } from '../accounts/own-address.js';
import { markBrowser, readBrowserCookie } from './browser-cookie.js';
import { handOver, openSession } from './open-session.js';
import { accountOfPasskey, beginPasskeySignIn, takeSignInChallenge } from './passkey-sign-in.js';

/** Sign-in by a passkey alone, without a mail: what it opens is as strong as mail and passkey together. */
@ApiTags('account')
@Access('read-public')
@Controller('api/sign-in/passkey')
export class PasskeySignInController {
  constructor(
    private readonly source: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Post('options')
  @RateLimited('prove-sign-in')
  @HttpCode(200)
  @Answers(WebAuthnOptions)
  async begin(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    const { publicUrl } = this.configuration;
    const party = ownAddress(request, publicUrl);
    return await beginPasskeySignIn(this.source.manager, markBrowser(reply, request, isSecure(request, publicUrl)), party);
  }

  @Post()
  @RateLimited('prove-sign-in')
  @HttpCode(204)
  async show(@Body({ schema: PasskeyProof }) { answer }: z.infer<typeof PasskeyProof>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { publicUrl } = this.configuration;
    const party = ownAddress(request, publicUrl);
    const challenge = await takeSignInChallenge(this.source.manager, readBrowserCookie(request));
    const secret = await this.source.transaction(async (tx) => {
      // the library reads it with care, and refuses what it is not
      const accountId = await accountOfPasskey(tx, challenge, party, answer as unknown as AuthenticationResponseJSON);
      return await openSession(tx, request, accountId, { strong: true });
    });
    handOver(reply, request, secret, publicUrl);
  }
}
