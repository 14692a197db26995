import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { And, DataSource, Equal, FindOperator, type EntityManager } from 'typeorm';
import { publish } from '../agenda/publish.js';
import { NewSpeaker, SpeakerDetails, SpeakerPatch } from '../contract/agenda-requests.js';
import type { SpeakerId } from '../contract/ids.js';
import { PageQuery, pageOf, type Page } from '../contract/page.js';
import { Conferences, type ConferenceKey } from '../conferences/conference.queries.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import { actorName } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { recordAudit } from '../platform/audit/record-audit.js';
import { readPage } from '../platform/database/read-page.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath, RowPath } from '../platform/http/path-params.js';
import { newId } from '../platform/new-id.js';
import { problem } from '../platform/problems/problem-error.js';
import { reachedSpeakers } from './speaker-reach.js';
import { SpeakerEntity } from './speaker.entity.js';

/** Speakers as the agenda needs them. A change of one who is published is at once a revision. */
@ApiTags('people')
@Access('edit-speakers')
@Controller('api/conferences/:slug/speakers')
export class SpeakersController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  @Get()
  @Access('read-speakers')
  @Answers(pageOf(SpeakerDetails))
  async list(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Query({ schema: PageQuery }) page: PageQuery, @CurrentActor() actor: Actor): Promise<Page<SpeakerEntity>> {
    const conference = await this.conferences.bySlug(slug);
    return await readPage(this.source, SpeakerEntity, await reachedSpeakers(this.source.manager, actor, conference.id), page);
  }

  @Get(':id')
  @Access('read-speakers')
  @Answers(SpeakerDetails)
  async one(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<SpeakerEntity> {
    const conference = await this.conferences.bySlug(slug);
    const { id: reached } = await reachedSpeakers(this.source.manager, actor, conference.id);
    const asked = reached instanceof FindOperator ? And(reached as FindOperator<SpeakerId>, Equal(id as SpeakerId)) : (id as SpeakerId);
    return await findSpeaker(this.source.manager, conference, asked);
  }

  @Post()
  @Answers(SpeakerDetails, 201)
  async add(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: NewSpeaker }) body: NewSpeaker, @CurrentActor() actor: Actor): Promise<SpeakerEntity> {
    const id = newId<SpeakerId>();
    return await this.write(slug, id, actor, 'add', async (tx, conference) => {
      await tx.insert(SpeakerEntity, { ...body, id, conferenceId: conference.id });
    });
  }

  @Patch(':id')
  @Answers(SpeakerDetails)
  async change(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: SpeakerPatch }) body: SpeakerPatch, @CurrentActor() actor: Actor): Promise<SpeakerEntity> {
    return await this.write(slug, id as SpeakerId, actor, 'change', async (tx, conference) => {
      const speaker = await findSpeaker(tx, conference, id as SpeakerId);
      if (Object.keys(body).length > 0) await tx.update(SpeakerEntity, { id: speaker.id }, body);
    });
  }

  /** Refused while the speaker appears in a session: take them out of it first. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      const speaker = await findSpeaker(tx, conference, id as SpeakerId);
      const sessions: { id: string; title: string }[] = await tx.query(
        `SELECT s.id, s.title FROM appearance a JOIN session s ON s.id = a.session_id WHERE a.speaker_id = $1 ORDER BY s.title LIMIT 20`,
        [speaker.id],
      );
      if (sessions.length > 0) {
        throw problem('still-in-use', `${speaker.name} appears in ${sessions.length} sessions, “${sessions[0]?.title}” among them. Take them out of those first.`, { sessions });
      }
      await tx.delete(SpeakerEntity, { id: speaker.id });
      await recordAudit(tx, { actor: actorName(actor), action: 'edit-speakers.remove', conferenceId: conference.id, subject: `speaker:${speaker.id}` });
    });
  }

  private async write(slug: string, id: SpeakerId, actor: Actor, what: 'add' | 'change', work: (tx: EntityManager, conference: ConferenceKey) => Promise<void>): Promise<SpeakerEntity> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      const scope = { place: false, sessions: [], speakers: [id] };
      await publish(tx, { conferenceId: conference.id, scope, kind: 'live', note: '', actor: actorName(actor) }, async () => {
        await work(tx, conference);
      });
      await recordAudit(tx, { actor: actorName(actor), action: `edit-speakers.${what}`, conferenceId: conference.id, subject: `speaker:${id}` });
      return await findSpeaker(tx, conference, id);
    });
  }
}

async function findSpeaker(tx: EntityManager, conference: ConferenceKey, id: SpeakerId | FindOperator<SpeakerId>): Promise<SpeakerEntity> {
  const row = await tx.findOneBy(SpeakerEntity, { id, conferenceId: conference.id });
  if (row === null) throw problem('not-found', 'This conference has no such speaker.');
  return row;
}
