import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences, type ConferenceKey } from '../../conferences/conference.queries.js';
import type { SessionId } from '../../contract/ids.js';
import { MySlots, NewSlotAnswer } from '../../contract/speaking.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath, RowPath } from '../../platform/http/path-params.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { answerSlot, undoAnswer } from './answer-slot.js';
import { readMySlots } from './my-slots.queries.js';
import { findOwnSpeaker } from './own-speaker.js';

/** A speaker's own slots. There is no speaker's id in these addresses: who asks is who it is about. */
@ApiTags('speaking')
@Access('own-slots')
@Controller('api/conferences/:slug/my-slots')
export class MySlotsController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    @Inject(SEALING) private readonly sealing: Sealing,
  ) {}

  @Get()
  @Answers(MySlots)
  async list(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<MySlots> {
    return await this.after(slug, actor, async () => undefined);
  }

  /** Confirm, decline with a reason, or ask for a change. Answers all slots. */
  @Post(':id/answer')
  @Answers(MySlots, 201)
  async answer(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: NewSlotAnswer }) body: NewSlotAnswer, @CurrentActor() actor: Actor): Promise<MySlots> {
    return await this.after(slug, actor, async (tx, { id: conferenceId }) => await answerSlot(tx, conferenceId, id as SessionId, body, actor, this.sealing));
  }

  /** Takes the last answer back. */
  @Delete(':id/answer')
  @Answers(MySlots)
  async undo(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<MySlots> {
    return await this.after(slug, actor, async (tx, { id: conferenceId }) => await undoAnswer(tx, conferenceId, id as SessionId, actor));
  }

  private async after(slug: string, actor: Actor, work: (tx: EntityManager, conference: ConferenceKey) => Promise<void>): Promise<MySlots> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      await work(tx, conference);
      const speaker = await findOwnSpeaker(tx, conference.id, actor);
      return { slots: await readMySlots(tx, conference.id, speaker.id) };
    });
  }
}
