import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import { placeReach } from '../../conferences/place-reach.queries.js';
import type { ChannelId, ConferenceId, VenueId } from '../../contract/ids.js';
import type { ChannelDetails, Channels as ChannelList, StreamInput } from '../../contract/streams.js';
import { may, type Actor } from '../../platform/access/policy.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import type { StreamSettings } from '../../platform/stream-settings.js';
import { inputAddress } from './input-address.js';
import { StreamInputEntity } from './stream-input.entity.js';

type ChannelRow = Omit<ChannelDetails, 'inputs'> & { venueId: VenueId | null };

/** Reads of channels with their inputs, as far as who asks looks after them. */
@Injectable()
export class Channels {
  private readonly settings: StreamSettings;

  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    @Inject(CONFIGURATION) { streams }: Configuration,
  ) {
    this.settings = streams;
  }

  async list(slug: string, actor: Actor): Promise<ChannelList> {
    const { id } = await this.conferences.bySlug(slug);
    const { manager } = this.source;
    const reach = await placeReach(manager, actor, 'read-streams', id);
    const channels = (await readChannels(manager, id)).filter(({ kind, venueId }) =>
      kind === 'programme' ? may(actor, 'read-streams', { conferenceId: id, cityId: null, venueId: null }) === 'allowed' : reach === null || reach.venueIds.some((one) => one === venueId));
    const inputs = await this.inputsOf(manager, id);
    return { items: channels.map((row) => shaped(row, inputs)) };
  }

  async one(tx: EntityManager, conferenceId: ConferenceId, id: ChannelId): Promise<ChannelDetails> {
    const [row] = await readChannels(tx, conferenceId, id);
    if (row === undefined) throw new Error(`channel ${id} went away while it was read`);
    return shaped(row, await this.inputsOf(tx, conferenceId, id));
  }

  toInput(row: StreamInputEntity): StreamInput {
    const { id, role, kind, via, uplinkId, latencyMs, group, secretAt } = row;
    return { id, role, kind, via, uplinkId, latencyMs, group, address: inputAddress(row, this.settings), secretSince: secretAt?.toISOString() ?? null };
  }

  private async inputsOf(tx: EntityManager, conferenceId: ConferenceId, channelId?: ChannelId): Promise<Map<ChannelId, StreamInput[]>> {
    const rows = await tx.find(StreamInputEntity, { where: { conferenceId, ...(channelId === undefined ? {} : { channelId }) }, order: { role: 'DESC' } });
    const byChannel = new Map<ChannelId, StreamInput[]>();
    for (const row of rows) byChannel.set(row.channelId, [...(byChannel.get(row.channelId) ?? []), this.toInput(row)]);
    return byChannel;
  }
}

async function readChannels(tx: EntityManager, conferenceId: ConferenceId, id?: ChannelId): Promise<ChannelRow[]> {
  return await tx.query<ChannelRow[]>(
    `SELECT s.id, s.kind, s.room_id AS "roomId", s.state, s.on_air_channel_id AS "onAirChannelId", s.languages, s.access, s.choice, s.slides, v.id AS "venueId"
     FROM stream_channel s LEFT JOIN room r ON r.id = s.room_id LEFT JOIN venue v ON v.id = r.venue_id LEFT JOIN city c ON c.id = v.city_id
     WHERE s.conference_id = $1 ${id === undefined ? '' : 'AND s.id = $2'}
     ORDER BY s.kind, c.position, c.name, v.name, r.position, r.name, s.id`,
    id === undefined ? [conferenceId] : [conferenceId, id],
  );
}

function shaped(row: ChannelRow, inputs: ReadonlyMap<ChannelId, StreamInput[]>): ChannelDetails {
  const { id, kind, roomId, state, onAirChannelId, languages, access, choice, slides } = row;
  return { id, kind, roomId, state, onAirChannelId, languages, access, choice, slides, inputs: inputs.get(id) ?? [] };
}
