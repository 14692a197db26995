import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SocketToken } from '../contract/socket.js';
import { Access } from '../platform/access/access.decorator.js';
import { ACTORS, type Actors } from '../platform/access/actors.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { SocketTokens } from './socket-tokens.js';

@ApiTags('live')
@Controller('api/socket-token')
export class SocketTokenController {
  constructor(
    private readonly tokens: SocketTokens,
    @Inject(ACTORS) private readonly actors: Actors,
  ) {}

  /** A token for the socket's handshake, good for two minutes. It says who asked, with the roles they hold now. */
  @Post()
  @HttpCode(200)
  @Access('read-public')
  @Answers(SocketToken)
  async make(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SocketToken> {
    void reply.header('cache-control', 'no-store');
    return await this.tokens.make(await this.actors.of(request));
  }
}
