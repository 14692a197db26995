import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../platform/configuration.js';
import { DatabaseListener } from '../platform/database/database-listener.js';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';
import { judgeMailFailure } from './judge-mail.js';
import type { Claimed } from './outbox-claims.js';
import { OutboxWorker } from './outbox-worker.js';
import { openPostOffice, type PostOffice } from './post-office.js';
import { renderMail, type RenderedMail, type SealedMail } from './render-mail.js';

/** Mails that one process sends at once. */
const AT_ONCE = 4;

type ClaimedMail = Claimed & SealedMail;

/** Sends the mails that wait, by SMTP; without a mail server they wait for the administrator. */
@Injectable()
export class DeliverMail implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly office: PostOffice | undefined;
  private readonly worker: OutboxWorker<ClaimedMail> | undefined;

  constructor(
    source: DataSource,
    @Inject(SEALING) private readonly sealing: Sealing,
    @Inject(CONFIGURATION) { mail }: Configuration,
    listener: DatabaseListener,
  ) {
    if (mail === undefined) return;
    const office = (this.office = openPostOffice(mail, AT_ONCE));
    this.worker = new OutboxWorker<ClaimedMail>(source, new Logger(DeliverMail.name), {
      from: { table: 'mail', columns: `email_sealed AS "emailSealed", template, language, params_sealed AS "paramsSealed"` },
      name: 'a mail',
      atOnce: AT_ONCE,
      send: async (claimed) => await office.send(claimed.id, this.render(claimed)),
      judge: judgeMailFailure,
      remember: async ({ id }) => {
        await source.query(`UPDATE mail SET sent_at = now(), email_sealed = '', params_sealed = '', error = NULL WHERE id = $1`, [id]);
      },
    });
    listener.listen('mail_queued', () => this.worker?.wake());
    listener.onConnected(() => this.worker?.wake());
  }

  onApplicationBootstrap(): void {
    this.worker?.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker?.stop();
    this.office?.close();
  }

  private render(mail: ClaimedMail): RenderedMail {
    try {
      return renderMail(this.sealing, mail);
    } catch {
      throw Object.assign(new Error('the mail cannot be made'), { code: 'EUNREADABLE' });
    }
  }
}
