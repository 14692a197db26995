import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AcceptedInvitation, InvitationOffer } from '../../contract/team.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { RateLimited } from '../../platform/http/rate-limit.js';
import { AcceptInvitation } from './accept-invitation.js';

const TokenPath = z.object({ token: z.string().regex(/^[\w-]{43}$/, { error: 'This link is not complete.' }) });
type TokenPath = z.infer<typeof TokenPath>;

/** Invitations as who received one sees them: of the team, and of speakers. */
@ApiTags('team')
@Controller('api/invitations/:token')
export class InvitationsController {
  constructor(private readonly acceptInvitation: AcceptInvitation) {}

  /** What is offered, for whoever holds the link: asked before they sign in. */
  @Get()
  @Access('read-public')
  @Answers(InvitationOffer)
  async offer(@Param({ schema: TokenPath }) { token }: TokenPath, @Res({ passthrough: true }) reply: FastifyReply): Promise<InvitationOffer> {
    void reply.header('cache-control', 'no-store');
    return await this.acceptInvitation.offer(token);
  }

  @RateLimited('accept-invitation')
  @Post('accept')
  @HttpCode(200)
  @Access('take-part')
  @Answers(AcceptedInvitation)
  async accept(@Param({ schema: TokenPath }) { token }: TokenPath, @CurrentActor() actor: Actor): Promise<AcceptedInvitation> {
    return await this.acceptInvitation.accept(token, actor);
  }
}
