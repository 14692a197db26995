import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { ImportQuery, ImportReceipt } from '../contract/exchange.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import { actorName } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath } from '../platform/http/path-params.js';
import { problem } from '../platform/problems/problem-error.js';
import { importSchedule } from './apply/import-schedule.js';
import { IMPORTS_PATH } from './import-body.js';
import { CSV_TEMPLATE } from './read/csv-columns.js';
import { toImportProblem } from './import-problem.js';
import type { ImportedSchedule } from './read/imported-schedule.js';
import { readFile } from './read/read-file.js';

@ApiTags('import and export')
@Controller()
export class ImportsController {
  constructor(private readonly source: DataSource) {}

  /**
   * Imports a file, which is the body as it is, and releases what it changes. Makes the conference where there is none.
   * `import-refused` names the lines or paths at fault; `import-held` what an implausibly small file lacks. Both write nothing.
   */
  @Post(IMPORTS_PATH)
  @Access('import-schedule')
  @ApiConsumes('application/xml', 'application/json', 'text/calendar', 'text/csv', 'application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(ImportReceipt, 201)
  async import(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Query({ schema: ImportQuery }) query: ImportQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportReceipt> {
    const { format, dryRun, ...more } = query;
    if (dryRun) void reply.status(200);
    return await importSchedule(this.source, { ...more, dryRun, conferenceSlug: slug, schedule: read(request.body, format), actor: actorName(actor) });
  }

  /** A CSV with every column that is read, and examples. */
  @Get('api/imports/template.csv')
  @Access('read-public')
  template(@Res() reply: FastifyReply): void {
    void reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="agenda-template.csv"').send(CSV_TEMPLATE);
  }
}

function read(body: unknown, format: ImportQuery['format']): ImportedSchedule {
  if (!Buffer.isBuffer(body) || body.length === 0) throw problem('import-refused', 'Send the file as the body of the request.');
  try {
    return readFile(body, format);
  } catch (error) {
    throw toImportProblem(error);
  }
}
