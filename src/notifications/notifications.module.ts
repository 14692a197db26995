import { Inject, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ConferencesModule } from '../conferences/conferences.module.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration.js';
import { PeriodicJobs } from '../platform/periodic/periodic-jobs.js';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';
import { RealtimeModule } from '../realtime/realtime.module.js';
import { DeliverMail } from './deliver-mail.js';
import { FollowingController } from './followed/following.controller.js';
import { tellOfSoon } from './followed/tell-of-soon.js';
import { MyNotificationsController } from './my-notifications.controller.js';
import { OutboxController } from './outbox.controller.js';
import { DeliverPush } from './push/deliver-push.js';
import { MyPushController } from './push/my-push.controller.js';
import { PushEndpoints } from './push/push-endpoint.js';
import { PUSH_SENDER } from './push/push-sender.js';
import { openPushSender } from './push/open-push-sender.js';
import { TellBrowsers } from './tell-browsers.js';
import { tellOfRevisions } from './tell-of-revisions.js';

@Module({
  imports: [RealtimeModule, ConferencesModule],
  controllers: [OutboxController, MyNotificationsController, MyPushController, FollowingController],
  providers: [
    DeliverMail,
    DeliverPush,
    TellBrowsers,
    { provide: PushEndpoints, inject: [CONFIGURATION], useFactory: ({ pushLoopback }: Configuration) => new PushEndpoints(pushLoopback) },
    { provide: PUSH_SENDER, inject: [CONFIGURATION, PushEndpoints], useFactory: openPushSender },
  ],
})
export class NotificationsModule {
  constructor(jobs: PeriodicJobs, source: DataSource, @Inject(SEALING) sealing: Sealing, @Inject(CONFIGURATION) configuration: Configuration) {
    const post = { sealing, configuration };
    jobs.add({ name: 'tell-of-revisions', everySeconds: 15, run: async () => ({ sessions: await tellOfRevisions(source, post) }) });
    jobs.add({ name: 'tell-of-soon', everySeconds: 15, run: async (now) => ({ sessions: await tellOfSoon(source, post, now) }) });
  }
}
