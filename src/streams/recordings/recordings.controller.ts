import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ChannelId, RecordingId, SessionId } from '../../contract/ids.js';
import { Recording, Recordings as RecordingList, RecordingTrim, SessionRecordingChoice, StageRecordingRule } from '../../contract/recordings.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath, RowPath } from '../../platform/http/path-params.js';
import { EditRecordingRules } from './edit-recording-rules.js';
import { EditRecordings } from './edit-recordings.js';
import { Recordings } from './recordings.queries.js';

/** What was kept of the stages, and what is to be. */
@ApiTags('recordings')
@Access('edit-recordings')
@Controller('api/conferences/:slug')
export class RecordingsController {
  constructor(
    private readonly recordings: Recordings,
    private readonly editRecordings: EditRecordings,
    private readonly editRules: EditRecordingRules,
  ) {}

  @Get('recordings')
  @Answers(RecordingList)
  async list(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<RecordingList> {
    return await this.recordings.list(slug, actor);
  }

  /** Ends it before its session does. */
  @Post('recordings/:id/stop')
  @HttpCode(200)
  @Answers(Recording)
  async stop(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<Recording> {
    return await this.editRecordings.stop(slug, id as RecordingId, actor);
  }

  /** What is shown of it. Nothing that is kept is lost by it. */
  @Patch('recordings/:id')
  @Answers(Recording)
  async trim(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: RecordingTrim }) body: RecordingTrim, @CurrentActor() actor: Actor): Promise<Recording> {
    return await this.editRecordings.trim(slug, id as RecordingId, body, actor);
  }

  @Post('recordings/:id/publish')
  @HttpCode(200)
  @Answers(Recording)
  async publish(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<Recording> {
    return await this.editRecordings.publish(slug, id as RecordingId, actor);
  }

  /** Who watches it cannot go on. It can be published again. */
  @Post('recordings/:id/withdraw')
  @HttpCode(200)
  @Answers(Recording)
  async withdraw(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<Recording> {
    return await this.editRecordings.withdraw(slug, id as RecordingId, actor);
  }

  /** With its media, for ever. */
  @Delete('recordings/:id')
  @HttpCode(204)
  async remove(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.editRecordings.remove(slug, id as RecordingId, actor);
  }

  /** Whether a stage's sessions are recorded. */
  @Put('channels/:id/recording')
  @HttpCode(204)
  async ofStage(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: StageRecordingRule }) { recording }: StageRecordingRule, @CurrentActor() actor: Actor): Promise<void> {
    await this.editRules.ofStage(slug, id as ChannelId, recording, actor);
  }

  /** Whether one session is, whatever its stage does. */
  @Put('sessions/:id/recording')
  @HttpCode(204)
  async ofSession(
    @Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: SessionRecordingChoice }) { wanted }: SessionRecordingChoice, @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.editRules.ofSession(slug, id as SessionId, wanted, actor);
  }
}
