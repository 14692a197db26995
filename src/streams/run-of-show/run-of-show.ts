import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Conferences, type ConferenceKey } from '../../conferences/conference.queries.js';
import type { ChannelId, ConferenceId, HandOverId } from '../../contract/ids.js';
import type { NewRunOfShow, RunOfShow as Show } from '../../contract/streams.js';
import { actorName, mustBeAllowed } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';
import { recordDirected } from '../control-room/stream-log.js';
import { publishChannels } from '../setup/publish-channels.js';
import { StreamChannelEntity } from '../setup/stream-channel.entity.js';
import { HandOverEntity } from '../setup/hand-over.entity.js';

/** When the programme goes to which stage. It belongs to no city: the organizers write it, all of the staff may read it. */
@Injectable()
export class RunOfShow {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  async read(slug: string): Promise<Show> {
    const { id } = await this.conferences.bySlug(slug);
    return await readShow(this.source.manager, id);
  }

  /** Replaces what is still to come; what was on air stays said. @throws ProblemError `invalid-input`, `not-found`, `not-allowed` */
  async write(slug: string, { items }: NewRunOfShow, actor: Actor): Promise<Show> {
    return await this.source.transaction(async (tx) => {
      const { conference, programme } = await this.mayDirect(tx, slug, actor);
      const [{ now }] = await tx.query<[{ now: Date }]>(`SELECT clock_timestamp() AS now`);
      const past = items.findIndex(({ at }) => Date.parse(at) <= now.getTime());
      if (past >= 0) throw problem('invalid-input', 'A hand-over is planned for what is to come. To hand over at once, do so now.', { errors: [{ path: `/items/${past}/at`, message: 'Choose a later time.' }] });
      await refuseForeignStages(tx, conference.id, items.map(({ to }) => to), (index) => `/items/${index}/to`);
      await tx.query(`DELETE FROM hand_over WHERE conference_id = $1 AND at > $2`, [conference.id, now]);
      const rows = items.map(({ at, to }) => ({ id: newId<HandOverId>(), conferenceId: conference.id, at: new Date(at), toChannelId: to }));
      if (rows.length > 0) await tx.insert(HandOverEntity, rows);
      await recordAudit(tx, { actor: actorName(actor), action: 'direct-streams.run-of-show', conferenceId: conference.id, subject: 'programme', details: { handOvers: rows.length } });
      await recordDirected(tx, actor, { channelId: programme, what: 'director.run-of-show', details: { handOvers: rows.length } });
      return await readShow(tx, conference.id);
    });
  }

  /** Hands over now. Everyone is told by the revision that this makes; what is planned for later stays. */
  async handOver(slug: string, to: ChannelId | null, actor: Actor): Promise<Show> {
    return await this.source.transaction(async (tx) => {
      const { conference, programme } = await this.mayDirect(tx, slug, actor);
      await refuseForeignStages(tx, conference.id, [to], () => '/to');
      await publishChannels(tx, conference.id, actorName(actor), async () => {
        await tx.query(`INSERT INTO hand_over (id, conference_id, at, to_channel_id) VALUES ($1, $2, clock_timestamp(), $3)`, [newId(), conference.id, to]);
        await tx.update(StreamChannelEntity, { conferenceId: conference.id, kind: 'programme' }, { onAirChannelId: to });
      });
      await recordAudit(tx, { actor: actorName(actor), action: 'direct-streams.hand-over', conferenceId: conference.id, subject: to === null ? 'slate' : `channel:${to}` });
      await recordDirected(tx, actor, { channelId: programme, what: 'director.hand-over', details: { stage: to } });
      return await readShow(tx, conference.id);
    });
  }

  private async mayDirect(tx: EntityManager, slug: string, actor: Actor): Promise<{ conference: ConferenceKey; programme: ChannelId }> {
    const conference = await this.conferences.bySlug(slug, tx);
    mustBeAllowed(actor, 'direct-streams', { conferenceId: conference.id, cityId: null, venueId: null });
    const programme = await tx.findOneBy(StreamChannelEntity, { conferenceId: conference.id, kind: 'programme' });
    if (programme === null) throw problem('not-found', 'This conference has no programme. Add one to its channels first.');
    return { conference, programme: programme.id };
  }
}

async function readShow(tx: EntityManager, conferenceId: ConferenceId): Promise<Show> {
  const rows = await tx.find(HandOverEntity, { where: { conferenceId }, order: { at: 'ASC' } });
  return { items: rows.map(({ id, at, toChannelId }) => ({ id, at: at.toISOString(), to: toChannelId })) };
}

async function refuseForeignStages(tx: EntityManager, conferenceId: ConferenceId, wanted: readonly (ChannelId | null)[], path: (index: number) => string): Promise<void> {
  const ids = [...new Set(wanted.filter((id) => id !== null))];
  const stages = await tx.find(StreamChannelEntity, { select: { id: true }, where: { conferenceId, kind: 'stage', id: In(ids) } });
  const known = new Set(stages.map(({ id }) => id));
  const errors = wanted.flatMap((id, index) => (id === null || known.has(id) ? [] : [{ path: path(index), message: 'Not a stage of this conference.' }]));
  if (errors.length > 0) throw problem('not-found', 'This conference has no such stage. It may have been removed.', { errors });
}
