import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { SignedIn, SignInProof, SignInRequest } from '../../contract/account.js';
import { Access } from '../../platform/access/access.decorator.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { RateLimited } from '../../platform/http/rate-limit.js';
import { isSecure, ownAddress } from '../accounts/own-address.js';
import { clearSessionCookie } from '../accounts/session-cookie.js';
import { markBrowser, readBrowserCookie } from './browser-cookie.js';
import { endHeldSession, handOver, openSession } from './open-session.js';
import { RequestSignIn } from './request-sign-in.js';
import { VerifySignIn } from './verify-sign-in.js';

@ApiTags('account')
@Access('read-public')
@Controller('api')
export class SignInController {
  constructor(
    private readonly source: DataSource,
    private readonly request: RequestSignIn,
    private readonly verify: VerifySignIn,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Sends a link and a code by mail, good for 15 minutes in this browser. The answer is the same for every address. */
  @Post('sign-in')
  @RateLimited('sign-in')
  @HttpCode(202)
  async ask(@Body({ schema: SignInRequest }) body: SignInRequest, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { publicUrl } = this.configuration;
    const browser = markBrowser(reply, request, isSecure(request, publicUrl));
    await this.request.run(body, { browser, origin: ownAddress(request, publicUrl).origin });
  }

  /** Takes the code, or the link's secret, and opens a session. */
  @Post('sign-in/verify')
  @RateLimited('prove-sign-in')
  @HttpCode(200)
  @Answers(SignedIn)
  async show(@Body({ schema: SignInProof }) body: SignInProof, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedIn> {
    const { secret, returnTo } = await this.verify.run(body, readBrowserCookie(request), async (tx, verified) => ({
      secret: await openSession(tx, request, verified.accountId),
      returnTo: verified.returnTo,
    }));
    handOver(reply, request, secret, this.configuration.publicUrl);
    return { returnTo };
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await endHeldSession(this.source.manager, request);
    clearSessionCookie(reply);
  }
}
