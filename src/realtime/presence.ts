import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { ConferenceId } from '../contract/ids.js';
import { DatabaseListener } from '../platform/database/database-listener.js';
import { sameValue } from '../rules/same-value.js';
import { Broadcaster } from './broadcaster.js';
import type { Caller } from './caller.js';
import { PresenceTally, type Counts } from './presence-tally.js';
import { conferenceRoom } from './rooms.js';

export interface Place {
  conference: ConferenceId;
  slug: string;
  cityId: string | null;
}

const CHANNEL = 'presence';
const TICK_MS = 1_000;
/** Counts are told again, changed or not, so that a new process learns them and a dead one is missed. */
const REPEAT_EVERY_TICKS = 10;
/** Presence may take about a twentieth of what one process can deliver: 60,000 messages a second. */
const DELIVERIES_PER_SECOND = 3_000;
/** NOTIFY takes 8,000 bytes: cities beyond this many, the smallest, are not told to other processes. */
const MOST_CITIES = 150;

const Report = z.object({ process: z.string(), conference: z.uuid(), counts: z.object({ total: z.number(), cities: z.record(z.string(), z.number()) }) });

/** Counts who follows which conference, over all processes, and tells those who follow. Approximate, and it may be lost. */
@Injectable()
export class Presence implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Presence.name);
  private readonly process = randomUUID();
  private readonly tally = new PresenceTally();
  private readonly slugs = new Map<ConferenceId, string>();
  /** Sockets whose end is waited for: once each, however often they follow. */
  private readonly watched = new Set<string>();
  private readonly told = new Map<string, Counts>();
  private readonly shown = new Map<string, { counts: Counts; nextAt: number }>();
  private timer: NodeJS.Timeout | undefined;
  private ticks = 0;

  constructor(
    private readonly source: DataSource,
    listener: DatabaseListener,
    private readonly broadcaster: Broadcaster,
  ) {
    listener.listen(CHANNEL, (payload) => this.heard(payload));
  }

  enter(caller: Caller, place: Place): void {
    this.slugs.set(place.conference, place.slug);
    this.tally.enter(place.conference, caller.id, place.cityId);
    if (this.watched.has(caller.id)) return;
    this.watched.add(caller.id);
    caller.whenGone(() => {
      this.watched.delete(caller.id);
      this.tally.gone(caller.id);
    });
  }

  leave(caller: Caller, conference: ConferenceId): void {
    this.tally.leave(conference, caller.id);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tick(), TICK_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    for (const conference of this.told.keys()) await this.tell(conference, { total: 0, cities: {} });
  }

  private async tick(): Promise<void> {
    const now = performance.now();
    this.ticks += 1;
    this.tally.expire(now);
    const repeat = this.ticks % REPEAT_EVERY_TICKS === 0;
    for (const conference of this.tally.conferences()) {
      const counts = this.tally.local(conference);
      if (repeat || !sameValue(counts, this.told.get(conference))) await this.tell(conference, counts);
      await this.show(conference as ConferenceId, now);
      if (counts.total === 0) this.forget(conference as ConferenceId);
    }
  }

  private async tell(conference: string, counts: Counts): Promise<void> {
    const largest = Object.entries(counts.cities).sort(([, a], [, b]) => b - a).slice(0, MOST_CITIES);
    const report: z.infer<typeof Report> = { process: this.process, conference, counts: { total: counts.total, cities: Object.fromEntries(largest) } };
    try {
      await this.source.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(report)]);
      this.told.set(conference, counts);
    } catch (error) {
      this.logger.debug(`presence is not told to other processes: ${String(error)}`);
    }
  }

  private heard(payload: string): void {
    const report = Report.safeParse(JSON.parse(payload));
    if (!report.success || report.data.process === this.process) return;
    this.tally.report(report.data.process, report.data.conference, report.data.counts, performance.now());
  }

  private async show(conference: ConferenceId, now: number): Promise<void> {
    const counts = this.tally.shown(conference);
    const last = this.shown.get(conference);
    if (last !== undefined && (now < last.nextAt || sameValue(counts, last.counts))) return;
    const room = conferenceRoom(conference);
    const pause = Math.max(TICK_MS, (this.broadcaster.audience(room) / DELIVERIES_PER_SECOND) * 1_000);
    this.shown.set(conference, { counts, nextAt: now + pause });
    await this.broadcaster.publishVolatile(room, 'presence:counted', { conference: this.slugs.get(conference) ?? '', ...counts });
  }

  private forget(conference: ConferenceId): void {
    this.tally.forget(conference);
    this.shown.delete(conference);
    this.told.delete(conference);
    this.slugs.delete(conference);
  }
}
