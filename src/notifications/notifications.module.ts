import { Inject, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeriodicJobs } from '../platform/periodic/periodic-jobs.js';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';
import { RealtimeModule } from '../realtime/realtime.module.js';
import { DeliverMail } from './deliver-mail.js';
import { MyNotificationsController } from './my-notifications.controller.js';
import { OutboxController } from './outbox.controller.js';
import { TellBrowsers } from './tell-browsers.js';
import { tellSpeakers } from './tell-speakers.js';

@Module({
  imports: [RealtimeModule],
  controllers: [OutboxController, MyNotificationsController],
  providers: [DeliverMail, TellBrowsers],
})
export class NotificationsModule {
  constructor(jobs: PeriodicJobs, source: DataSource, @Inject(SEALING) sealing: Sealing) {
    jobs.add({ name: 'tell-speakers', everySeconds: 15, run: async () => ({ sessions: await tellSpeakers(source, sealing) }) });
  }
}
