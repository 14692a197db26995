import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** Milliseconds between attempts to connect again: doubled from the first to the last. */
const BACK_OFF = { first: 100, last: 5_000 };

/**
 * One connection a process that listens to what other processes NOTIFY. It comes back by itself; what was said in between
 * is lost, so listeners read what they missed in `onConnected`. Channels are named before the application starts.
 */
@Injectable()
export class DatabaseListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DatabaseListener.name);
  private readonly channels = new Map<string, (payload: string) => void>();
  private readonly connectedListeners: (() => void)[] = [];
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private delay = BACK_OFF.first;
  private stopped = false;

  constructor(private readonly source: DataSource) {}

  /** One listener a channel. */
  listen(channel: string, listener: (payload: string) => void): void {
    this.channels.set(channel, listener);
  }

  onConnected(listener: () => void): void {
    this.connectedListeners.push(listener);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: (this.source.options as { url?: string }).url,
      application_name: 'meridian listener',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    let lost = false;
    const onLost = (error?: Error): void => {
      if (lost || this.stopped) return;
      lost = true;
      this.logger.warn(`not listening to the database: ${error?.message ?? 'the connection ended'}; trying again in ${this.delay} ms`);
      client.end().catch(() => undefined);
      this.retry = setTimeout(() => void this.connect(), this.delay);
      this.delay = Math.min(this.delay * 2, BACK_OFF.last);
    };
    client.on('error', onLost);
    client.on('end', () => onLost());
    client.on('notification', ({ channel, payload = '' }) => this.hear(channel, payload));
    this.client = client;
    try {
      await client.connect();
      for (const channel of this.channels.keys()) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      onLost(error as Error);
      return;
    }
    this.delay = BACK_OFF.first;
    for (const listener of this.connectedListeners) listener();
  }

  /** Anyone who may use the database may NOTIFY: what a listener can't read must not end the process. */
  private hear(channel: string, payload: string): void {
    try {
      this.channels.get(channel)?.(payload);
    } catch (error) {
      this.logger.warn(`a notification on ${channel} could not be read: ${String(error)}`);
    }
  }
}
