import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { matches } from '../agenda/entity-tag.js';
import { ExportFormat } from '../contract/exchange.js';
import { Slug } from '../contract/scalars.js';
import { Access } from '../platform/access/access.decorator.js';
import { ExportedSchedules } from './exported-schedules.js';
import { MEDIA_TYPES } from './write/write-file.js';

const ExportPath = z.object({ slug: Slug, format: ExportFormat });
type ExportPath = z.infer<typeof ExportPath>;

@ApiTags('import and export')
@Controller('api/conferences/:slug/export')
export class ExportsController {
  constructor(private readonly exported: ExportedSchedules) {}

  /** The published agenda in one of the formats that others read. */
  @Get(':format')
  @Access('read-public')
  @ApiProduces(...Object.values(MEDIA_TYPES).map(({ type }) => type))
  async export(@Param({ schema: ExportPath }) { slug, format }: ExportPath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const held = await this.exported.bySlug(slug);
    void reply.header('etag', held.tag).header('cache-control', 'no-cache');
    if (matches(request.headers['if-none-match'], held.tag)) {
      await reply.status(304).send();
      return;
    }
    const { type, name } = MEDIA_TYPES[format];
    await reply.type(type).header('content-disposition', `attachment; filename="${slug}-${name}"`).send(held.file(format));
  }
}
