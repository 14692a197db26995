import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/access/access.decorator.js';
import { RunStreams } from './run-streams.js';

/** For the proxy in front of several processes: `/streams/` goes to the one that answers 200. */
@ApiExcludeController()
@Access('read-public')
@Controller('health/streams')
export class StreamsHealthController {
  constructor(private readonly runStreams: RunStreams) {}

  @Get()
  async running(@Res() reply: FastifyReply): Promise<void> {
    const { isRunning } = this.runStreams;
    await reply.status(isRunning ? 200 : 503).header('cache-control', 'no-store').send({ status: isRunning ? 'running' : 'not here' });
  }
}
