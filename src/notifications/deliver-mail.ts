import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../platform/configuration.js';
import { DatabaseListener } from '../platform/database/database-listener.js';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';
import { claimMail, markFailed, markSent, untilNextMail, type ClaimedMail } from './mail-claims.js';
import { judgeFailure } from './mail-outcome.js';
import { openPostOffice, type PostOffice } from './post-office.js';
import { renderMail, type RenderedMail } from './render-mail.js';

/** Mails that one process sends at once. */
const AT_ONCE = 4;
/** A notification that was missed costs no more than this, in milliseconds. */
const POLL_MS = 15_000;

/**
 * Sends what waits in the outbox; every server process does, and none sends what another has claimed. Why it is our own and
 * what it promises: docs/decisions/010-mail-from-an-outbox.md.
 */
@Injectable()
export class DeliverMail implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DeliverMail.name);
  private readonly office: PostOffice | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly source: DataSource,
    @Inject(SEALING) private readonly sealing: Sealing,
    @Inject(CONFIGURATION) { mail }: Configuration,
    listener: DatabaseListener,
  ) {
    if (mail === undefined) return;
    this.office = openPostOffice(mail, AT_ONCE);
    listener.listen('mail_queued', () => this.wake());
    listener.onConnected(() => this.wake());
  }

  onApplicationBootstrap(): void {
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    // what is being said to the mail server is said to its end, or it would be said again
    await this.running;
    this.office?.close();
  }

  private wake(): void {
    if (this.office === undefined || this.stopped) return;
    this.again = true;
    this.running ??= this.run(this.office).finally(() => {
      this.running = undefined;
    });
  }

  private async run(office: PostOffice): Promise<void> {
    clearTimeout(this.timer);
    let wait: number | null = null;
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        await Promise.all(Array.from({ length: AT_ONCE }, async () => await this.empty(office)));
        wait = await untilNextMail(this.source);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'the outbox could not be read');
    }
    if (!this.stopped) this.timer = setTimeout(() => this.wake(), Math.min(POLL_MS, Math.max(50, wait ?? POLL_MS))).unref();
  }

  private async empty(office: PostOffice): Promise<void> {
    for (let mail = await claimMail(this.source); mail !== null; mail = this.stopped ? null : await claimMail(this.source)) {
      await this.deliver(office, mail);
    }
  }

  private async deliver(office: PostOffice, mail: ClaimedMail): Promise<void> {
    try {
      await office.send(mail.id, this.render(mail));
    } catch (error) {
      const failure = judgeFailure(error, mail.tries);
      // never the error itself: it quotes the address and the server's words about it
      this.logger.warn({ mail: mail.id, tries: mail.tries, error: failure.error, retryInSeconds: failure.retryInSeconds }, 'a mail was not taken');
      await markFailed(this.source, mail, failure);
      return;
    }
    await this.remember(mail);
  }

  private render(mail: ClaimedMail): RenderedMail {
    try {
      return renderMail(this.sealing, mail);
    } catch {
      throw Object.assign(new Error('the mail cannot be made'), { code: 'EUNREADABLE' });
    }
  }

  /** Tried hard: a mail that was sent and is not known to be would be sent again. */
  private async remember(mail: ClaimedMail): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await markSent(this.source, mail);
      } catch (error) {
        if (attempt === REMEMBER_TRIES || this.stopped) throw error;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }
}

/** Seconds, about: shorter than the lease. */
const REMEMBER_TRIES = 120;
