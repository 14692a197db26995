import type { Logger } from '@nestjs/common';
import pg from 'pg';

/** Milliseconds between attempts to become the one. */
const RETRY = 2_000;

/** What begins when this process becomes the one that runs the streams, and how to end it. */
export type Lead = () => Promise<() => Promise<void>>;

/**
 * Of all processes on one database, one at a time runs the streams: whoever holds this lock, on a connection of its own. Who loses the
 * connection goes on until it can ask again, for a database that is away must not darken a picture; it ends only where another
 * process has the lock by then.
 */
export class StreamLeader {
  private client: pg.Client | undefined;
  private end: (() => Promise<void>) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  /** One thing after the other: to begin, to end. */
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly databaseUrl: string,
    private readonly lead: Lead,
    private readonly logger: Pick<Logger, 'log' | 'warn'>,
  ) {}

  /** Whether this process runs the streams. */
  get isLeading(): boolean {
    return this.end !== undefined;
  }

  start(): void {
    this.work = this.work.then(async () => await this.attempt());
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.work;
    await this.resign();
    await this.client?.end().catch(() => undefined);
  }

  private async attempt(): Promise<void> {
    if (this.stopped || this.client !== undefined) return;
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'meridian streams', connectionTimeoutMillis: 5_000, keepAlive: true });
    // also while it is not connected yet: without a listener it would end the process
    client.on('error', () => undefined);
    // not at the error: until the database has closed the connection, it may hold the lock for it, which looks like another process
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      const { rows } = await client.query<{ got: boolean }>(`SELECT pg_try_advisory_lock(hashtext('meridian streams')) AS got`);
      if (rows[0]?.got === true) {
        this.client = client;
        await this.begin();
        return;
      }
      await this.resign();
    } catch (error) {
      this.client = undefined;
      this.logger.warn(`who runs the streams could not be asked, or they could not be begun: ${String(error)}`);
    }
    await client.end().catch(() => undefined);
    this.later(RETRY);
  }

  private async begin(): Promise<void> {
    if (this.end !== undefined) return;
    this.end = await this.lead();
    this.logger.log('this process runs the streams');
  }

  private lost(client: pg.Client): void {
    if (this.client !== client || this.stopped) return;
    this.client = undefined;
    client.end().catch(() => undefined);
    this.later(0);
  }

  private async resign(): Promise<void> {
    const { end } = this;
    this.end = undefined;
    await end?.();
  }

  private later(delay: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.start(), delay).unref();
  }
}
