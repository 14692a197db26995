import { Module } from '@nestjs/common';
import { RealtimeModule } from '../realtime/realtime.module.js';
import { DeliverMail } from './deliver-mail.js';
import { OutboxController } from './outbox.controller.js';

@Module({
  imports: [RealtimeModule],
  controllers: [OutboxController],
  providers: [DeliverMail],
})
export class NotificationsModule {}
