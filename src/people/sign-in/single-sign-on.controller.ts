import { Controller, Get, Inject, Logger, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ReturnPath } from '../../contract/account.js';
import { Access } from '../../platform/access/access.decorator.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { ProblemError } from '../../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { findOrMakeAccount } from '../accounts/find-or-make-account.js';
import { isSecure, ownAddress } from '../accounts/own-address.js';
import { handOver, openSession } from './open-session.js';
import { PendingSignOn, SingleSignOn } from './single-sign-on.js';

const PATH = '/api/sign-in/single-sign-on';
const COOKIE = 'meridian_sign_on';
const CONTEXT = 'single-sign-on';

const BeginQuery = z.strictObject({ returnTo: ReturnPath.optional() });
type BeginQuery = z.infer<typeof BeginQuery>;

/** The browser itself walks these two: they answer with places to go, and a refusal goes back to the page of sign-in. */
@ApiTags('account')
@Access('read-public')
@Controller(PATH.slice(1))
export class SingleSignOnController {
  private readonly logger = new Logger(SingleSignOnController.name);

  constructor(
    private readonly source: DataSource,
    private readonly signOn: SingleSignOn,
    @Inject(SEALING) private readonly sealing: Sealing,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  async begin(@Query({ schema: BeginQuery }) { returnTo }: BeginQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.orBack(reply, async () => {
      const { url, pending } = await this.signOn.begin(this.callback(request).href, returnTo ?? null);
      const sealed = this.sealing.seal(JSON.stringify(pending), CONTEXT).toString('base64url');
      const secure = isSecure(request, this.configuration.publicUrl);
      void reply.setCookie(COOKIE, sealed, { path: PATH, httpOnly: true, sameSite: 'lax', secure, maxAge: 600 });
      return url.href;
    });
  }

  @Get('callback')
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.clearCookie(COOKIE, { path: PATH });
    await this.orBack(reply, async () => {
      const pending = this.openCookie(request.cookies[COOKIE]);
      const callback = this.callback(request);
      callback.search = new URL(request.url, callback).search;
      const email = await this.signOn.finish(callback, pending);
      const secret = await this.source.transaction(async (tx) => {
        const { accountId } = await findOrMakeAccount(tx, this.sealing, email, 'en');
        return await openSession(tx, request, accountId);
      });
      handOver(reply, request, secret, this.configuration.publicUrl);
      return pending.returnTo ?? '/';
    });
  }

  private callback(request: FastifyRequest): URL {
    return new URL(`${PATH}/callback`, ownAddress(request, this.configuration.publicUrl));
  }

  private openCookie(cookie: string | undefined): PendingSignOn {
    return PendingSignOn.parse(JSON.parse(this.sealing.open(Buffer.from(cookie ?? '', 'base64url'), CONTEXT)));
  }

  private async orBack(reply: FastifyReply, walk: () => Promise<string>): Promise<void> {
    try {
      await reply.redirect(await walk(), 302);
    } catch (error) {
      // the message of the library names a check, never a value that was checked
      if (!(error instanceof ProblemError)) this.logger.warn(`single sign-on was refused: ${(error as Error).name}`);
      await reply.redirect('/sign-in?refused=single-sign-on', 302);
    }
  }
}
