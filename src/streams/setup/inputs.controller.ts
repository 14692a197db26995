import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ChannelId, StreamInputId } from '../../contract/ids.js';
import { NewStreamInput, StreamInput, StreamInputPatch, StreamInputWithSecret } from '../../contract/streams.js';
import { Slug } from '../../contract/scalars.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { EditInputs } from './edit-inputs.js';

const StagePath = z.object({ slug: Slug, id: ChannelId });
type StagePath = z.infer<typeof StagePath>;
const InputPath = StagePath.extend({ inputId: StreamInputId });
type InputPath = z.infer<typeof InputPath>;

/** The one or two paths by which a stage's picture arrives. */
@ApiTags('streams')
@Access('edit-streams')
@Controller('api/conferences/:slug/channels/:id/inputs')
export class InputsController {
  constructor(private readonly editInputs: EditInputs) {}

  /** Answers its stream key or passphrase, which is never told again. */
  @Post()
  @Answers(StreamInputWithSecret, 201)
  async add(
    @Param({ schema: StagePath }) { slug, id }: StagePath, @Body({ schema: NewStreamInput }) body: NewStreamInput, @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamInputWithSecret> {
    void reply.header('cache-control', 'no-store');
    return await this.editInputs.add(slug, id, body, actor);
  }

  @Patch(':inputId')
  @Answers(StreamInput)
  async change(@Param({ schema: InputPath }) { slug, id, inputId }: InputPath, @Body({ schema: StreamInputPatch }) body: StreamInputPatch, @CurrentActor() actor: Actor): Promise<StreamInput> {
    return await this.editInputs.change(slug, id, inputId, body, actor);
  }

  @Delete(':inputId')
  @HttpCode(204)
  async remove(@Param({ schema: InputPath }) { slug, id, inputId }: InputPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.editInputs.remove(slug, id, inputId, actor);
  }

  /** A new stream key or passphrase, told this once; the old one is worth nothing from now on. */
  @Post(':inputId/secret')
  @Answers(StreamInputWithSecret, 201)
  async rotate(
    @Param({ schema: InputPath }) { slug, id, inputId }: InputPath, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamInputWithSecret> {
    void reply.header('cache-control', 'no-store');
    return await this.editInputs.rotate(slug, id, inputId, actor);
  }
}
