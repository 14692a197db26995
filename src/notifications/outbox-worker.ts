import type { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { claimNext, markFailed, untilNext, type Claimed, type OutboxTable } from './outbox-claims.js';
import type { Failure } from './outcome.js';

/** How one kind of outbox is emptied. */
export interface Outbox<C extends Claimed> {
  from: OutboxTable;
  /** In words for the log: `a mail`. */
  name: string;
  /** Sent at once by one process. */
  atOnce: number;
  /** @throws what `judge` understands */
  send: (claimed: C) => Promise<void>;
  judge: (thrown: unknown, tries: number) => Failure;
  /** Notes that it was sent, and forgets what it said and to whom. */
  remember: (claimed: C) => Promise<void>;
}

/** A notification that was missed costs no more than this, in milliseconds. */
const POLL_MS = 15_000;
/** Seconds, about: shorter than the lease. */
const REMEMBER_TRIES = 120;

/**
 * Sends what waits in an outbox; every server process does, and none sends what another has claimed. Why it is our own and
 * what it promises: docs/decisions/010-mail-from-an-outbox.md.
 */
export class OutboxWorker<C extends Claimed> {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly source: DataSource,
    private readonly logger: Logger,
    private readonly outbox: Outbox<C>,
  ) {}

  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
  }

  /** What is being said to a server is said to its end, or it would be said again. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer);
    let wait: number | null = null;
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        await Promise.all(Array.from({ length: this.outbox.atOnce }, async () => await this.empty()));
        wait = await untilNext(this.source, this.outbox.from);
      }
    } catch (error) {
      this.logger.warn({ err: error }, `the outbox of ${this.outbox.from.table} could not be read`);
    }
    if (!this.stopped) this.timer = setTimeout(() => this.wake(), Math.min(POLL_MS, Math.max(50, wait ?? POLL_MS))).unref();
  }

  private async empty(): Promise<void> {
    for (let next = await this.claim(); next !== null; next = this.stopped ? null : await this.claim()) await this.deliver(next);
  }

  private async claim(): Promise<C | null> {
    return await claimNext<C>(this.source, this.outbox.from);
  }

  private async deliver(claimed: C): Promise<void> {
    const { send, judge, name, from } = this.outbox;
    try {
      await send(claimed);
    } catch (thrown) {
      const failure = judge(thrown, claimed.tries);
      // never the error itself: it quotes the address and the server's words about it
      this.logger.warn({ [from.table]: claimed.id, tries: claimed.tries, error: failure.error, retryInSeconds: failure.retryInSeconds }, `${name} was not taken`);
      await markFailed(this.source, from, claimed, failure);
      return;
    }
    await this.remember(claimed);
  }

  /** Tried hard: what was sent and is not known to be would be sent again. */
  private async remember(claimed: C): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.outbox.remember(claimed);
      } catch (error) {
        if (attempt === REMEMBER_TRIES || this.stopped) throw error;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }
}
