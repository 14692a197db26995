import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../access/access.decorator.js';
import { Metrics } from './metrics.js';

@ApiExcludeController()
@Access('read-public')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async expose(@Res() reply: FastifyReply): Promise<void> {
    const { type, text } = await this.metrics.expose();
    await reply.type(type).send(text);
  }
}
