import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { ChannelId } from '../../contract/ids.js';
import { ControlRoom, StreamEvents } from '../../contract/streams.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath, RowPath } from '../../platform/http/path-params.js';
import { ControlRooms } from './control-rooms.js';
import { seenStages } from './seen-stages.js';
import { StreamLog } from './stream-log.js';

@ApiTags('streams')
@Access('read-streams')
@Controller('api/conferences/:slug')
export class ControlRoomController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly controlRooms: ControlRooms,
    private readonly log: StreamLog,
  ) {}

  /** How every channel that one looks after is at this moment. The socket (`streams:follow`) tells it each second. */
  @Get('control-room')
  @Answers(ControlRoom)
  async now(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<ControlRoom> {
    const { id } = await this.conferences.bySlug(slug);
    return { channels: await this.controlRooms.look(id, slug, await seenStages(this.source.manager, actor, id)) };
  }

  /** What happened to all channels that one looks after, the newest first. The socket tells what is added. */
  @Get('stream-events')
  @Answers(StreamEvents)
  async allEvents(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<StreamEvents> {
    return await this.log.readAll(slug, actor);
  }

  /** What happened to a channel and its inputs, the newest first. */
  @Get('channels/:id/events')
  @Answers(StreamEvents)
  async events(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<StreamEvents> {
    return await this.log.read(slug, id as ChannelId, actor);
  }
}
