import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SocketToken } from '../contract/socket.js';
import { Access } from '../platform/access/access.decorator.js';
import { isAdministrator } from '../platform/access/access.guard.js';
import { ADMINISTRATOR_TOKEN, type AdministratorToken } from '../platform/access/administrator-token.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { SocketTokens } from './socket-tokens.js';

@ApiTags('live')
@Controller('api/socket-token')
export class SocketTokenController {
  constructor(
    private readonly tokens: SocketTokens,
    @Inject(ADMINISTRATOR_TOKEN) private readonly administrator: AdministratorToken,
  ) {}

  /** A token for the socket's handshake, good for two minutes. With the administrator's token the socket sees drafts too. */
  @Post()
  @HttpCode(200)
  @Access('public')
  @Answers(SocketToken)
  async make(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SocketToken> {
    void reply.header('cache-control', 'no-store');
    return await this.tokens.make({ administrator: isAdministrator(request, this.administrator) });
  }
}
