import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { OnAir } from '../../contract/channel.js';
import type { ChannelId, ConferenceId } from '../../contract/ids.js';
import { publishChannels } from '../setup/publish-channels.js';

/** Milliseconds until it is tried again, when the database did not take it. */
const RETRY = 1_000;

/** As the revision log knows who did it. */
const ACTOR = 'streams';

/**
 * Says what is on air as facts of the published agenda: one revision for what changes together, in order. What changes while one is
 * written is in the next; only the last counts.
 */
export class OnAirFacts {
  private readonly logger = new Logger(OnAirFacts.name);
  private readonly waiting = new Map<ConferenceId, Map<ChannelId, OnAir>>();
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly source: DataSource) {}

  say(conferenceId: ConferenceId, channelId: ChannelId, onAir: OnAir): void {
    const wanted = this.waiting.get(conferenceId) ?? new Map<ChannelId, OnAir>();
    wanted.set(channelId, onAir);
    this.waiting.set(conferenceId, wanted);
    this.write();
  }

  /** Resolves when what was said before is written, or could not be. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.writing;
  }

  /** When nothing that was said is waiting. Of a database that is away, never. */
  async settled(): Promise<void> {
    while (this.writing !== undefined) await this.writing;
  }

  private write(): void {
    this.writing ??= this.writeAll().finally(() => {
      this.writing = undefined;
    });
  }

  private async writeAll(): Promise<void> {
    // what is said in the same turn belongs together
    await Promise.resolve();
    for (let next = this.take(); next !== null; next = this.take()) {
      const [conferenceId, wanted] = next;
      try {
        await publishOnAir(this.source, conferenceId, wanted);
      } catch (error) {
        this.logger.warn(`what is on air was not published: ${String(error)}`);
        this.keep(conferenceId, wanted);
        if (!this.stopped) this.timer = setTimeout(() => this.write(), RETRY).unref();
        return;
      }
    }
  }

  private take(): [ConferenceId, Map<ChannelId, OnAir>] | null {
    const [next] = this.waiting;
    if (next === undefined) return null;
    this.waiting.delete(next[0]);
    return next;
  }

  /** What was said since then counts more. */
  private keep(conferenceId: ConferenceId, wanted: Map<ChannelId, OnAir>): void {
    this.waiting.set(conferenceId, new Map([...wanted, ...(this.waiting.get(conferenceId) ?? [])]));
  }
}

/** A channel that was removed meanwhile says nothing; so does one that says what is known. */
async function publishOnAir(source: DataSource, conferenceId: ConferenceId, wanted: ReadonlyMap<ChannelId, OnAir>): Promise<void> {
  await source.transaction(async (tx) => {
    const [conference] = await tx.query<object[]>(`SELECT 1 FROM conference WHERE id = $1`, [conferenceId]);
    if (conference === undefined) return;
    await publishChannels(tx, conferenceId, ACTOR, async () => {
      for (const [channelId, { state, onAirChannelId }] of wanted) {
        await tx.query(
          `UPDATE stream_channel SET state = $3, on_air_channel_id = (SELECT id FROM stream_channel WHERE id = $4 AND conference_id = $2)
           WHERE id = $1 AND conference_id = $2`,
          [channelId, conferenceId, state, onAirChannelId],
        );
      }
    });
  });
}
