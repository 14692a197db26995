import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ChannelId } from '../../contract/ids.js';
import { DatabaseListener } from '../../platform/database/database-listener.js';
import { Broadcaster } from '../../realtime/broadcaster.js';
import type { Caller } from '../../realtime/caller.js';
import { watchingRoom } from '../../realtime/rooms.js';
import { drawAudience, NOBODY_TOLD, type ToldAudience } from '../../rules/streams/told-audience.js';
import { Admission } from '../admission/admission.js';
import { AUDIENCE_COUNTING, type AudienceCounting } from './audience-counting.js';
import { WatchingTally, type Watching } from './watching-tally.js';

/** On which each process tells how many watch there, to the one that draws. */
const COUNTED = 'audience_counted';
/** On which that one tells everybody what may be told. */
const TOLD = 'audience_told';
/** Milliseconds after which a number that was not said again is nobody's. */
const STALE = 60_000;

const Counted = z.object({ process: z.string(), channelId: ChannelId, people: z.number().int().min(0) });
const Told = z.object({ channelId: ChannelId, told: z.number().int().nullable() });

/**
 * Counts who watches a channel, over all processes, and tells those who do what may be told of it. The exact count is stored nowhere and
 * shown to nobody; one process, the one that runs the streams, draws the number: two would be two draws for whoever compares.
 */
@Injectable()
export class Audiences implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Audiences.name);
  private readonly process = randomUUID();
  private readonly tally = new WatchingTally();
  /** What this process told the others last. */
  private reported = new Set<ChannelId>();
  /** As every process hears it, with when: milliseconds of this process. */
  private readonly heard = new Map<ChannelId, { told: number | null; at: number }>();
  /** Of the process that draws; null in all others. */
  private drawn: Map<ChannelId, ToldAudience> | null = null;
  private readonly watched = new Set<string>();
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly source: DataSource,
    private readonly broadcaster: Broadcaster,
    private readonly admission: Admission,
    @Inject(AUDIENCE_COUNTING) private readonly counting: AudienceCounting,
    listener: DatabaseListener,
  ) {
    listener.listen(COUNTED, (payload) => {
      const word = Counted.safeParse(JSON.parse(payload));
      if (word.success && word.data.process !== this.process) this.tally.report(word.data.process, word.data.channelId, word.data.people, performance.now());
    });
    listener.listen(TOLD, (payload) => {
      const word = Told.safeParse(JSON.parse(payload));
      if (word.success) this.hear(word.data.channelId, word.data.told);
    });
  }

  onApplicationBootstrap(): void {
    this.timers = [setInterval(() => void this.tell(), this.counting.tellEvery).unref(), setInterval(() => void this.draw(), this.counting.drawEvery).unref()];
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const channelId of this.reported) await this.notify(COUNTED, { process: this.process, channelId, people: 0 });
  }

  /** From now on this process draws the numbers, or no longer. What was told before goes on from there. */
  drawHere(isHere: boolean): void {
    this.drawn = isHere ? new Map([...this.heard].map(([channelId, { told }]) => [channelId, { ...NOBODY_TOLD, told }])) : null;
  }

  /** @returns what is told of the channel now */
  enter(caller: Caller, watching: Watching): number | null {
    const before = this.tally.of(caller.id);
    if (before !== undefined && before.channelId !== watching.channelId) caller.leave(watchingRoom(before.channelId));
    caller.join(watchingRoom(watching.channelId));
    this.tally.enter(caller.id, watching);
    if (!this.watched.has(caller.id)) {
      this.watched.add(caller.id);
      caller.whenGone(() => {
        this.watched.delete(caller.id);
        this.tally.gone(caller.id);
      });
    }
    return this.toldOf(watching.channelId);
  }

  leave(caller: Caller, channelId: ChannelId): void {
    caller.leave(watchingRoom(channelId));
    if (this.tally.of(caller.id)?.channelId === channelId) this.tally.gone(caller.id);
  }

  /** People, as everybody may know; null: too few, or not known. */
  toldOf(channelId: ChannelId): number | null {
    return this.heard.get(channelId)?.told ?? null;
  }

  /** Lets go of who may no longer watch, and tells the others how many do. */
  async tell(): Promise<void> {
    const now = performance.now();
    this.tally.expire(now);
    for (const channelId of this.tally.keep((watching) => this.admission.refuses(watching.token, watching.channelId) === null)) {
      this.broadcaster.evict(watchingRoom(channelId), ({ id }) => this.tally.of(id)?.channelId === channelId);
    }
    const here = this.tally.here();
    for (const channelId of new Set([...here.keys(), ...this.reported])) {
      await this.notify(COUNTED, { process: this.process, channelId, people: here.get(channelId) ?? 0 });
    }
    this.reported = new Set(here.keys());
    for (const [channelId, { told }] of this.drawn ?? []) if (told !== null) await this.notify(TOLD, { channelId, told });
    for (const [channelId, { at }] of this.heard) {
      if (now - at < STALE) continue;
      this.hear(channelId, null);
      this.heard.delete(channelId);
    }
  }

  /** One draw of each channel, where this process is the one that draws; each is told whatever comes of it. */
  async draw(): Promise<void> {
    const { drawn } = this;
    if (drawn === null) return;
    const people = this.tally.everywhere();
    for (const channelId of new Set([...people.keys(), ...drawn.keys()])) {
      const watching = people.get(channelId) ?? 0;
      const next = drawAudience(drawn.get(channelId) ?? NOBODY_TOLD, watching, this.counting.noise());
      drawn.set(channelId, next);
      if (next.told !== null || this.toldOf(channelId) !== null) await this.notify(TOLD, { channelId, told: next.told });
      if (watching === 0 && next.told === null) drawn.delete(channelId);
    }
  }

  private hear(channelId: ChannelId, told: number | null): void {
    const isNews = told !== this.toldOf(channelId);
    this.heard.set(channelId, { told, at: performance.now() });
    if (!isNews) return;
    this.broadcaster.publishVolatile(watchingRoom(channelId), 'audience:counted', { channelId, watching: told })
      .catch((error: unknown) => this.logger.debug(`how many watch was not sent: ${String(error)}`));
  }

  private async notify(channel: string, payload: object): Promise<void> {
    try {
      await this.source.query(`SELECT pg_notify($1, $2)`, [channel, JSON.stringify(payload)]);
    } catch (error) {
      this.logger.debug(`how many watch is not told to other processes: ${String(error)}`);
    }
  }
}
