import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { ChannelId, StreamInputId } from '../../contract/ids.js';
import type { InputKind, NewStreamInput, StreamInput, StreamInputPatch, StreamInputWithSecret } from '../../contract/streams.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { reachedChannel, type ChannelPlace } from './channel-reach.js';
import { Channels } from './channels.queries.js';
import { takeFreePort } from './free-port.queries.js';
import { refuseForeignUplink } from './refuse-foreign-uplink.js';
import { refuseUnfetchable } from './refuse-unfetchable.js';
import { StreamInputEntity } from './stream-input.entity.js';
import { newStreamSecret } from './stream-secrets.js';

/** What may be changed of an input of a kind, besides how it leaves the venue. */
const OWN_FIELDS: Readonly<Record<InputKind, readonly (keyof StreamInputPatch)[]>> = { rtmp: [], srt: ['latencyMs'], udp: ['group'], hls: ['url'], test: [] };

/** A stage's inputs and their secrets. None of it is published; each change is in the audit log. */
@Injectable()
export class EditInputs {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly channels: Channels,
    @Inject(SEALING) private readonly sealing: Sealing,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** The secret is answered this once. @throws ProblemError `conflict` where the stage has an input of that role, or no port is left */
  async add(slug: string, channelId: ChannelId, { kind, role, via, uplinkId, ...own }: NewStreamInput, actor: Actor): Promise<StreamInputWithSecret> {
    const id = newId<StreamInputId>();
    return await this.write(slug, channelId, actor, { id, verb: 'add-input', details: { kind, role } }, async (tx, channel) => {
      if (channel.kind === 'programme') throw problem('conflict', 'The programme takes its picture from the stages. Add the input to a stage.');
      if (await tx.existsBy(StreamInputEntity, { channelId, role })) throw problem('conflict', `This stage has a ${role} input already. Change that one, or remove it first.`);
      await refuseForeignUplink(tx, channel, via, uplinkId);
      refuseUnfetchable('url' in own ? own.url : undefined, this.configuration.streams.hosts);
      const { secret, stored } = newStreamSecret(kind, id, this.sealing);
      const port = kind === 'srt' || kind === 'udp' ? await takeFreePort(tx, this.configuration.streams.ports) : null;
      await tx.insert(StreamInputEntity, { id, conferenceId: channel.conferenceId, channelId, kind, role, via, uplinkId, port, ...stored, ...own });
      return { input: this.channels.toInput(await mustFind(tx, channelId, id)), secret };
    });
  }

  async change(slug: string, channelId: ChannelId, id: StreamInputId, patch: StreamInputPatch, actor: Actor): Promise<StreamInput> {
    return await this.write(slug, channelId, actor, { id, verb: 'change-input', details: { fields: Object.keys(patch).join(', ') } }, async (tx, channel) => {
      const held = await mustFind(tx, channelId, id);
      refuseForeignFields(held.kind, patch);
      refuseUnfetchable(patch.url, this.configuration.streams.hosts);
      const { via = held.via, uplinkId = held.uplinkId } = patch;
      await refuseForeignUplink(tx, channel, via, uplinkId);
      if (Object.keys(patch).length > 0) await tx.update(StreamInputEntity, { id }, patch);
      return this.channels.toInput(await mustFind(tx, channelId, id));
    });
  }

  async remove(slug: string, channelId: ChannelId, id: StreamInputId, actor: Actor): Promise<void> {
    await this.write(slug, channelId, actor, { id, verb: 'remove-input' }, async (tx) => {
      await mustFind(tx, channelId, id);
      await tx.delete(StreamInputEntity, { id });
    });
  }

  /** From now on only the new one is taken; who sends with the old one is cut off. @throws ProblemError `conflict` where this kind has none */
  async rotate(slug: string, channelId: ChannelId, id: StreamInputId, actor: Actor): Promise<StreamInputWithSecret> {
    return await this.write(slug, channelId, actor, { id, verb: 'rotate-key' }, async (tx) => {
      const { kind } = await mustFind(tx, channelId, id);
      const { secret, stored } = newStreamSecret(kind, id, this.sealing);
      if (secret === null) throw problem('conflict', 'An input of this kind has neither key nor passphrase.');
      await tx.update(StreamInputEntity, { id }, stored);
      return { input: this.channels.toInput(await mustFind(tx, channelId, id)), secret };
    });
  }

  private async write<T>(
    slug: string, channelId: ChannelId, actor: Actor, told: { id: StreamInputId; verb: string; details?: Record<string, string> },
    work: (tx: EntityManager, channel: Awaited<ReturnType<typeof reachedChannel>> & ChannelPlace) => Promise<T>,
  ): Promise<T> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      const result = await work(tx, await reachedChannel(tx, conference, channelId, actor, 'edit-streams'));
      await recordAudit(tx, {
        actor: actorName(actor), action: `edit-streams.${told.verb}`, conferenceId: conference.id, subject: `stream-input:${told.id}`,
        details: { channel: channelId, ...told.details },
      });
      return result;
    });
  }
}

async function mustFind(tx: EntityManager, channelId: ChannelId, id: StreamInputId): Promise<StreamInputEntity> {
  const row = await tx.findOneBy(StreamInputEntity, { id, channelId });
  if (row === null) throw problem('not-found', 'This stage has no such input. It may have been removed.');
  return row;
}

function refuseForeignFields(kind: InputKind, patch: StreamInputPatch): void {
  const foreign = (['latencyMs', 'group', 'url'] as const).filter((field) => patch[field] !== undefined && !OWN_FIELDS[kind].includes(field));
  if (foreign.length > 0) {
    throw problem('invalid-input', `An input of the kind ${kind} does not have this.`, { errors: foreign.map((field) => ({ path: `/${field}`, message: 'Leave it out.' })) });
  }
}
