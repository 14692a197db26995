import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HandOverNow, NewRunOfShow, RunOfShow as Show } from '../../contract/streams.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath } from '../../platform/http/path-params.js';
import { RunOfShow } from './run-of-show.js';

/** The conference's own channel, which is handed over from stage to stage. */
@ApiTags('streams')
@Access('direct-streams')
@Controller('api/conferences/:slug/programme')
export class ProgrammeController {
  constructor(private readonly runOfShow: RunOfShow) {}

  /** Every hand-over, past and to come. */
  @Get('run-of-show')
  @Access('read-streams')
  @Answers(Show)
  async read(@Param({ schema: ConferencePath }) { slug }: ConferencePath): Promise<Show> {
    return await this.runOfShow.read(slug);
  }

  @Put('run-of-show')
  @Answers(Show)
  async write(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: NewRunOfShow }) body: NewRunOfShow, @CurrentActor() actor: Actor): Promise<Show> {
    return await this.runOfShow.write(slug, body, actor);
  }

  @Post('hand-over')
  @HttpCode(200)
  @Answers(Show)
  async handOver(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: HandOverNow }) { to }: HandOverNow, @CurrentActor() actor: Actor): Promise<Show> {
    return await this.runOfShow.handOver(slug, to, actor);
  }
}
