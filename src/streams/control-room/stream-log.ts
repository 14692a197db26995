import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { ChannelId, StreamInputId } from '../../contract/ids.js';
import type { StreamEvent, StreamEvents } from '../../contract/streams.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { PeriodicJobs } from '../../platform/periodic/periodic-jobs.js';
import { reachedChannel } from '../setup/channel-reach.js';
import { seenStages } from './seen-stages.js';
import { readStreamEvents } from './stream-event.queries.js';

/** Days after which it is forgotten. */
const KEPT_DAYS = 30;

export interface StreamHappening {
  channelId: ChannelId;
  inputId?: StreamInputId | undefined;
  /** `input.lost`, `stage.on-backup`, …: a code, for which the control room has the words. */
  what: string;
  details?: StreamEvent['details'];
}

/** What happened to channels and inputs: for whoever looks into it afterwards, and for the control room. */
@Injectable()
export class StreamLog {
  private readonly logger = new Logger(StreamLog.name);

  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    jobs: PeriodicJobs,
  ) {
    jobs.add({ name: 'forget-stream-events', everySeconds: 86_400, run: async () => ({ forgotten: await this.forget() }) });
  }

  /** Never rejects: a log that cannot be written holds up no stream. Of a channel that was removed nothing is kept. */
  async record({ channelId, inputId, what, details = {} }: StreamHappening): Promise<void> {
    try {
      await this.source.query(
        `INSERT INTO stream_event (channel_id, input_id, what, details)
         SELECT s.id, (SELECT i.id FROM stream_input i WHERE i.id = $2), $3, $4 FROM stream_channel s WHERE s.id = $1`,
        [channelId, inputId ?? null, what, JSON.stringify(details)],
      );
    } catch (error) {
      this.logger.warn(`${what} of channel ${channelId} is not in the log: ${String(error)}`);
    }
  }

  /** The newest first. @throws ProblemError `not-found` */
  async read(slug: string, channelId: ChannelId, actor: Actor): Promise<StreamEvents> {
    const { manager } = this.source;
    await reachedChannel(manager, await this.conferences.bySlug(slug), channelId, actor, 'read-streams');
    return { items: await readStreamEvents(manager, { channelId }) };
  }

  /** Of all channels that the actor looks after, the newest first. */
  async readAll(slug: string, actor: Actor): Promise<StreamEvents> {
    const { manager } = this.source;
    const { id } = await this.conferences.bySlug(slug);
    return { items: await readStreamEvents(manager, { conferenceId: id, seen: await seenStages(manager, actor, id) }) };
  }

  private async forget(): Promise<number> {
    const [, count] = await this.source.query<[unknown, number]>(`DELETE FROM stream_event WHERE at < now() - make_interval(days => $1)`, [KEPT_DAYS]);
    return count;
  }
}

/** What a person did to a channel, in the transaction in which they did it. */
export async function recordDirected(tx: EntityManager, actor: Actor, { channelId, what, details = {} }: Omit<StreamHappening, 'inputId'>): Promise<void> {
  await tx.query(`INSERT INTO stream_event (channel_id, what, details, actor) VALUES ($1, $2, $3, $4)`, [channelId, what, JSON.stringify(details), actorName(actor)]);
}
