import { Body, Controller, Delete, Get, Param, Patch, Put, Req } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { publish } from '../../agenda/publish.js';
import { Conferences, type ConferenceKey } from '../../conferences/conference.queries.js';
import type { SpeakerId } from '../../contract/ids.js';
import { SpeakerProfile, SpeakerProfilePatch } from '../../contract/speaking.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath } from '../../platform/http/path-params.js';
import { SpeakerEntity } from '../speaker.entity.js';
import { findOwnSpeaker, type OwnSpeaker } from './own-speaker.js';
import { PHOTO_PATH } from './photo-body.js';
import { reencodePhoto } from './reencode-photo.js';

/** What a speaker says of themself. What is published of them changes in the agenda at once. */
@ApiTags('speaking')
@Access('own-slots')
@Controller()
export class ProfileController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  @Get('api/conferences/:slug/my-profile')
  @Answers(SpeakerProfile)
  async read(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<SpeakerProfile> {
    const conference = await this.conferences.bySlug(slug);
    return toProfile(await findOwnSpeaker(this.source.manager, conference.id, actor));
  }

  @Patch('api/conferences/:slug/my-profile')
  @Answers(SpeakerProfile)
  async change(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Body({ schema: SpeakerProfilePatch }) patch: SpeakerProfilePatch,
    @CurrentActor() actor: Actor,
  ): Promise<SpeakerProfile> {
    const conference = await this.conferences.bySlug(slug);
    const speaker = await findOwnSpeaker(this.source.manager, conference.id, actor);
    return await this.write(conference, speaker.id, actor, async (tx) => {
      if (Object.keys(patch).length > 0) await tx.update(SpeakerEntity, { id: speaker.id }, patch);
    });
  }

  /** The picture itself as the body: JPEG, PNG, WebP or AVIF of 5 MB at most. */
  @Put(PHOTO_PATH)
  @ApiConsumes('image/jpeg', 'image/png', 'image/webp', 'image/avif')
  @Answers(SpeakerProfile)
  async putPhoto(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<SpeakerProfile> {
    const conference = await this.conferences.bySlug(slug);
    const speaker = await findOwnSpeaker(this.source.manager, conference.id, actor);
    const { hash, image } = await reencodePhoto(request.body);
    return await this.write(conference, speaker.id, actor, async (tx) => {
      await tx.query(
        `INSERT INTO speaker_photo (speaker_id, hash, image) VALUES ($1, $2, $3)
         ON CONFLICT (speaker_id) DO UPDATE SET hash = excluded.hash, image = excluded.image`,
        [speaker.id, hash, image],
      );
      await tx.update(SpeakerEntity, { id: speaker.id }, { photoHash: hash });
    });
  }

  @Delete(PHOTO_PATH)
  @Answers(SpeakerProfile)
  async removePhoto(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<SpeakerProfile> {
    const conference = await this.conferences.bySlug(slug);
    const speaker = await findOwnSpeaker(this.source.manager, conference.id, actor);
    return await this.write(conference, speaker.id, actor, async (tx) => {
      await tx.query(`DELETE FROM speaker_photo WHERE speaker_id = $1`, [speaker.id]);
      await tx.update(SpeakerEntity, { id: speaker.id }, { photoHash: null });
    });
  }

  private async write({ id: conferenceId }: ConferenceKey, speakerId: SpeakerId, actor: Actor, work: (tx: EntityManager) => Promise<void>): Promise<SpeakerProfile> {
    return await this.source.transaction(async (tx) => {
      const scope = { place: false, sessions: [], speakers: [speakerId] };
      await publish(tx, { conferenceId, scope, kind: 'live', note: '', actor: actorName(actor) }, async () => await work(tx));
      return toProfile(await findOwnSpeaker(tx, conferenceId, actor));
    });
  }
}

function toProfile({ id, name, biography, zone, photoHash }: OwnSpeaker): SpeakerProfile {
  return { speakerId: id, name, biography, zone, photo: photoHash };
}
