import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DatabaseListener } from '../../platform/database/database-listener.js';
import { PeriodicJobs } from '../../platform/periodic/periodic-jobs.js';
import { TOKEN_SECONDS } from './issue-playback.js';

/** Told by triggers of the database, whatever takes a ticket or a role away: see migrations/1764200000000-streams.ts. */
const CHANNEL = 'playback_revoked';
/** Milliseconds that a notification which was missed costs. */
const POLL_MS = 3_000;
/** Read again each time, for what was written before and is committed only now. */
const OVERLAP_SECONDS = 120;

/**
 * Who may no longer watch. Every process holds all of them in memory, for as long as a token lives: after a start they are read
 * from the table, so that no token comes to life again by it.
 */
@Injectable()
export class Revocations implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Revocations.name);
  private readonly held = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  /** Epoch seconds, the database's; what came before is held. */
  private readUntil = 0;
  private reading: Promise<void> | undefined;
  private readAgain = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: DataSource,
    listener: DatabaseListener,
    jobs: PeriodicJobs,
  ) {
    listener.listen(CHANNEL, () => void this.refresh());
    listener.onConnected(() => void this.refresh());
    jobs.add({ name: 'forget-playback-revocations', everySeconds: 600, run: async () => ({ forgotten: await this.forget() }) });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.timer = setInterval(() => void this.refresh(), POLL_MS).unref();
    await this.refresh();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.reading;
  }

  since(subject: string): number | undefined {
    return this.held.get(subject);
  }

  /** Called after there are new ones: who holds a request of theirs open answers it. */
  onRevoked(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Never rejects: what could not be read is read at the next poll. */
  private async refresh(): Promise<void> {
    this.readAgain = true;
    this.reading ??= this.readAll().finally(() => {
      this.reading = undefined;
    });
    await this.reading;
  }

  private async readAll(): Promise<void> {
    while (this.readAgain) {
      this.readAgain = false;
      try {
        await this.read();
      } catch (error) {
        this.logger.warn(`who may no longer watch could not be read: ${String(error)}`);
      }
    }
  }

  private async read(): Promise<void> {
    const rows = await this.source.query<{ subject: string; at: number; now: number }[]>(
      `SELECT encode(substring(subject FROM 1 FOR 16), 'hex') AS subject, extract(epoch FROM max(at))::float8 AS at, extract(epoch FROM now())::float8 AS now
       FROM playback_revocation WHERE at > to_timestamp($1) GROUP BY 1`,
      [this.readUntil - OVERLAP_SECONDS],
    );
    let isNews = false;
    for (const { subject, at, now } of rows) {
      const ms = Math.ceil(at * 1_000);
      isNews ||= this.held.get(subject) !== ms;
      this.held.set(subject, ms);
      this.readUntil = now;
    }
    for (const [subject, at] of this.held) if (at < (this.readUntil - TOKEN_SECONDS) * 1_000) this.held.delete(subject);
    if (isNews) for (const listener of this.listeners) listener();
  }

  private async forget(): Promise<number> {
    const [, count] = await this.source.query<[unknown, number]>(`DELETE FROM playback_revocation WHERE at < now() - make_interval(secs => $1)`, [2 * TOKEN_SECONDS]);
    return count;
  }
}
