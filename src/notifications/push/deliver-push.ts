import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NotificationKind, NotificationParams } from '../../contract/notifications.js';
import { DatabaseListener } from '../../platform/database/database-listener.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import type { Claimed } from '../outbox-claims.js';
import { OutboxWorker } from '../outbox-worker.js';
import { isGone, judgePushFailure } from './judge-push.js';
import { writePush } from './push-payload.js';
import { PUSH_SENDER, type PushSender } from './push-sender.js';
import { PUSH_CHANNEL } from './queue-pushes.js';
import { readTarget, removeSubscription } from './subscriptions.js';

/** Pushes that one process sends at once. */
const AT_ONCE = 16;

interface ClaimedPush extends Claimed {
  subscriptionId: string;
  kind: NotificationKind;
  params: NotificationParams;
  expiresAt: Date;
}

/** Sends the pushes that wait to the push services of those browsers that subscribed, and to nobody else. */
@Injectable()
export class DeliverPush implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly worker: OutboxWorker<ClaimedPush>;

  constructor(
    private readonly source: DataSource,
    @Inject(SEALING) private readonly sealing: Sealing,
    @Inject(PUSH_SENDER) private readonly sender: PushSender,
    listener: DatabaseListener,
  ) {
    this.worker = new OutboxWorker<ClaimedPush>(source, new Logger(DeliverPush.name), {
      from: { table: 'push_message', columns: `subscription_id AS "subscriptionId", kind, params, expires_at AS "expiresAt"` },
      name: 'a push',
      atOnce: AT_ONCE,
      send: async (claimed) => await this.send(claimed),
      judge: judgePushFailure,
      remember: async ({ id }) => {
        await source.query(`UPDATE push_message SET sent_at = now(), params = '{}', error = NULL WHERE id = $1`, [id]);
      },
    });
    listener.listen(PUSH_CHANNEL, () => this.worker.wake());
    listener.onConnected(() => this.worker.wake());
  }

  onApplicationBootstrap(): void {
    this.worker.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.stop();
  }

  private async send({ id, subscriptionId, kind, params, expiresAt }: ClaimedPush): Promise<void> {
    const seconds = Math.floor((expiresAt.getTime() - Date.now()) / 1_000);
    const target = await readTarget(this.source.manager, this.sealing, subscriptionId);
    // too late to be of use, or the device has signed out meanwhile
    if (seconds <= 0 || target === null) return;
    const payload = JSON.stringify(writePush(id, target.language, kind, params));
    try {
      await this.sender.send(target, payload, { ttl: seconds, urgency: kind === 'followed-session-soon' ? 'high' : 'normal', topic: id.replaceAll('-', '') });
    } catch (error) {
      if (!isGone(error)) throw error;
      await removeSubscription(this.source.manager, subscriptionId);
    }
  }
}
