import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ChannelId } from '../../contract/ids.js';
import { ChannelDetails, ChannelPatch, Channels as ChannelList, NewChannel, SwitchStage } from '../../contract/streams.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath, RowPath } from '../../platform/http/path-params.js';
import { Channels } from './channels.queries.js';
import { EditChannels } from './edit-channels.js';

/** What a conference sends: its stages' channels and its programme. */
@ApiTags('streams')
@Access('edit-streams')
@Controller('api/conferences/:slug/channels')
export class ChannelsController {
  constructor(
    private readonly channels: Channels,
    private readonly editChannels: EditChannels,
  ) {}

  /** All that one looks after, with their inputs. */
  @Get()
  @Access('read-streams')
  @Answers(ChannelList)
  async list(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<ChannelList> {
    return await this.channels.list(slug, actor);
  }

  @Post()
  @Answers(ChannelDetails, 201)
  async add(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: NewChannel }) body: NewChannel, @CurrentActor() actor: Actor): Promise<ChannelDetails> {
    return await this.editChannels.add(slug, body, actor);
  }

  @Patch(':id')
  @Answers(ChannelDetails)
  async change(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: ChannelPatch }) body: ChannelPatch, @CurrentActor() actor: Actor): Promise<ChannelDetails> {
    return await this.editChannels.change(slug, id as ChannelId, body, actor);
  }

  /** With its inputs and their keys. Who watches it is cut off. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.editChannels.remove(slug, id as ChannelId, actor);
  }

  /** By hand to one path or the slate, until `automatic` is chosen again. */
  @Post(':id/switch')
  @HttpCode(200)
  @Access('direct-streams')
  @Answers(ChannelDetails)
  async switch(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: SwitchStage }) { choice }: SwitchStage, @CurrentActor() actor: Actor): Promise<ChannelDetails> {
    return await this.editChannels.choose(slug, id as ChannelId, choice, actor);
  }
}
