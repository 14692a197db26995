import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences, type ConferenceKey } from '../../conferences/conference.queries.js';
import type { ChannelId } from '../../contract/ids.js';
import type { ChannelDetails, ChannelPatch, NewChannel, StageChoice } from '../../contract/streams.js';
import { actorName, mustBeAllowed } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';
import { recordDirected } from '../control-room/stream-log.js';
import { reachedChannel, reachedRoom } from './channel-reach.js';
import { Channels } from './channels.queries.js';
import { publishChannels } from './publish-channels.js';
import { StreamChannelEntity } from './stream-channel.entity.js';

/** Channels: each change is at once a revision of the published agenda, where the audience sees it, and an entry of the audit log. */
@Injectable()
export class EditChannels {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly channels: Channels,
  ) {}

  /** @throws ProblemError `conflict` where the room, or the conference, has one already; `not-found`, `not-allowed` */
  async add(slug: string, wanted: NewChannel, actor: Actor): Promise<ChannelDetails> {
    const id = newId<ChannelId>();
    return await this.write(slug, actor, { id, verb: 'add-channel' }, async (tx, conference) => {
      if (wanted.kind === 'programme') mustBeAllowed(actor, 'edit-streams', { conferenceId: conference.id, cityId: null, venueId: null });
      else await reachedRoom(tx, conference, wanted.roomId, actor);
      await refuseSecond(tx, conference, wanted);
      await tx.insert(StreamChannelEntity, { id, conferenceId: conference.id, roomId: null, ...wanted });
      return await this.channels.one(tx, conference.id, id);
    });
  }

  /** @throws ProblemError `conflict` where the programme is said to show slides; `not-found`, `not-allowed` */
  async change(slug: string, id: ChannelId, patch: ChannelPatch, actor: Actor): Promise<ChannelDetails> {
    return await this.write(slug, actor, { id, verb: 'change-channel', details: { fields: Object.keys(patch).join(', ') } }, async (tx, conference) => {
      const { kind } = await reachedChannel(tx, conference, id, actor, 'edit-streams');
      if (kind === 'programme' && patch.slides !== undefined) throw problem('conflict', 'The programme has no inputs of its own: say of its stages which of them show slides.');
      if (Object.keys(patch).length > 0) await tx.update(StreamChannelEntity, { id }, patch);
      return await this.channels.one(tx, conference.id, id);
    });
  }

  async remove(slug: string, id: ChannelId, actor: Actor): Promise<void> {
    await this.write(slug, actor, { id, verb: 'remove-channel' }, async (tx, conference) => {
      await reachedChannel(tx, conference, id, actor, 'edit-streams');
      await tx.delete(StreamChannelEntity, { id });
    });
  }

  /** The director's word on a stage. What runs it acts upon that, and publishes what comes of it. */
  async choose(slug: string, id: ChannelId, choice: StageChoice, actor: Actor): Promise<ChannelDetails> {
    return await this.write(slug, actor, { id, verb: 'switch', details: { choice } }, async (tx, conference) => {
      const { kind } = await reachedChannel(tx, conference, id, actor, 'direct-streams');
      if (kind === 'programme') throw problem('conflict', 'The programme has no inputs of its own. Hand it over to a stage, or switch that stage.');
      await tx.update(StreamChannelEntity, { id }, { choice });
      await recordDirected(tx, actor, { channelId: id, what: 'director.switch', details: { choice } });
      return await this.channels.one(tx, conference.id, id);
    });
  }

  private async write<T>(
    slug: string, actor: Actor, told: { id: ChannelId; verb: string; details?: Record<string, string> }, work: (tx: EntityManager, conference: ConferenceKey) => Promise<T>,
  ): Promise<T> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      const results: T[] = [];
      await publishChannels(tx, conference.id, actorName(actor), async () => {
        results.push(await work(tx, conference));
      });
      const action = told.verb === 'switch' ? 'direct-streams.switch' : `edit-streams.${told.verb}`;
      await recordAudit(tx, { actor: actorName(actor), action, conferenceId: conference.id, subject: `channel:${told.id}`, ...(told.details === undefined ? {} : { details: told.details }) });
      return results[0] as T;
    });
  }
}

async function refuseSecond(tx: EntityManager, { id: conferenceId }: ConferenceKey, wanted: NewChannel): Promise<void> {
  const same = wanted.kind === 'stage' ? { roomId: wanted.roomId } : { conferenceId, kind: wanted.kind };
  if (await tx.existsBy(StreamChannelEntity, same)) {
    throw problem('conflict', wanted.kind === 'stage' ? 'This room is a stage already. Change that one.' : 'This conference has its programme already. Change that one.');
  }
}
