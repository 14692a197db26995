import { Controller, Delete, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { Conferences } from '../../conferences/conference.queries.js';
import type { ConferenceId, SpeakerId } from '../../contract/ids.js';
import { SpeakerFeed } from '../../contract/speaking.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath } from '../../platform/http/path-params.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { hashSecret, newSecret } from '../accounts/secrets.js';
import { findOwnSpeaker } from './own-speaker.js';
import { readSpeakerSlots } from './slots-of-speakers.queries.js';
import { writeSlotsCalendar } from './write-slots-calendar.js';

const FeedPath = z.object({ file: z.string().regex(/^[\w-]{43}\.ics$/) });
type FeedPath = z.infer<typeof FeedPath>;

/** A calendar of one speaker's slots, for programs that cannot sign in: its address is its key. */
@ApiTags('speaking')
@Controller('api')
export class FeedController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    @Inject(SEALING) private readonly sealing: Sealing,
  ) {}

  @Get('conferences/:slug/my-feed')
  @Access('own-slots')
  @Answers(SpeakerFeed)
  async read(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<SpeakerFeed> {
    const conference = await this.conferences.bySlug(slug);
    const speaker = await findOwnSpeaker(this.source.manager, conference.id, actor);
    const [row] = await this.source.query<{ id: string; secret: Buffer }[]>(`SELECT id, secret_sealed AS secret FROM speaker_feed WHERE speaker_id = $1`, [speaker.id]);
    return { path: row === undefined ? null : pathOf(this.sealing.open(row.secret, contextOf(row.id))) };
  }

  /** Makes the address, or a new one: the one before stops working at once. */
  @Post('conferences/:slug/my-feed')
  @Access('own-slots')
  @Answers(SpeakerFeed, 201)
  async renew(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<SpeakerFeed> {
    const secret = newSecret();
    await this.replace(slug, actor, async (tx, speakerId) => {
      const id = newId<string>();
      const sealed = this.sealing.seal(secret, contextOf(id));
      await tx.query(`INSERT INTO speaker_feed (id, speaker_id, secret_hash, secret_sealed) VALUES ($1, $2, $3, $4)`, [id, speakerId, hashSecret(secret), sealed]);
    });
    return { path: pathOf(secret) };
  }

  @Delete('conferences/:slug/my-feed')
  @Access('own-slots')
  @Answers(SpeakerFeed)
  async revoke(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<SpeakerFeed> {
    await this.replace(slug, actor, async () => undefined);
    return { path: null };
  }

  @Get('calendar/:file')
  @Access('read-public')
  @ApiProduces('text/calendar')
  async calendar(@Param({ schema: FeedPath }) { file }: FeedPath, @Res() reply: FastifyReply): Promise<void> {
    const [feed] = await this.source.query<{ speakerId: SpeakerId; conferenceId: ConferenceId; title: string; revision: string }[]>(
      `SELECT k.id AS "speakerId", c.id AS "conferenceId", c.title, c.revision FROM speaker_feed f
       JOIN speaker k ON k.id = f.speaker_id JOIN conference c ON c.id = k.conference_id WHERE f.secret_hash = $1 AND k.account_id IS NOT NULL`,
      [hashSecret(file.slice(0, -'.ics'.length))],
    );
    if (feed === undefined) throw problem('not-found', 'This calendar does not exist any more. Copy its new address from “My slots”.');
    const slots = await readSpeakerSlots(this.source.manager, feed);
    await reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'private, no-cache')
      .send(writeSlotsCalendar(feed.title, Number(feed.revision), slots, new Date()));
  }

  private async replace(slug: string, actor: Actor, work: (tx: EntityManager, speakerId: SpeakerId) => Promise<void>): Promise<void> {
    await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      const speaker = await findOwnSpeaker(tx, conference.id, actor);
      await tx.query(`SELECT FROM speaker WHERE id = $1 FOR NO KEY UPDATE`, [speaker.id]);
      await tx.query(`DELETE FROM speaker_feed WHERE speaker_id = $1`, [speaker.id]);
      await work(tx, speaker.id);
    });
  }
}

const pathOf = (secret: string): string => `/api/calendar/${secret}.ics`;
const contextOf = (id: string): string => `speaker_feed.secret:${id}`;
