import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { NotificationPreference, NotificationPreferences, Notifications, SeenUpTo } from '../contract/notifications.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/policy.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { readNotifications, readPreferences } from './notify.queries.js';
import { ownerOf } from './owner.js';

/** What one was told, and how one wishes to be told. */
@ApiTags('account')
@Access('own-account')
@Controller('api/me')
export class MyNotificationsController {
  constructor(private readonly source: DataSource) {}

  @Get('notifications')
  @Answers(Notifications)
  async list(@CurrentActor() actor: Actor): Promise<Notifications> {
    return await readNotifications(this.source.manager, ownerOf(actor).accountId);
  }

  /** Those up to the given one were seen; what came since was not. */
  @Post('notifications/seen')
  @HttpCode(204)
  async seen(@Body({ schema: SeenUpTo }) { id }: SeenUpTo, @CurrentActor() actor: Actor): Promise<void> {
    await this.source.query(`UPDATE notification SET seen_at = now() WHERE account_id = $1 AND id <= $2 AND seen_at IS NULL`, [ownerOf(actor).accountId, id]);
  }

  @Get('notification-preferences')
  @Answers(NotificationPreferences)
  async preferences(@CurrentActor() actor: Actor): Promise<NotificationPreferences> {
    return { items: await readPreferences(this.source.manager, ownerOf(actor).accountId) };
  }

  /** Chooses the ways of one kind. */
  @Put('notification-preferences')
  @HttpCode(204)
  async choose(@Body({ schema: NotificationPreference }) { kind, inApp, mail, push }: NotificationPreference, @CurrentActor() actor: Actor): Promise<void> {
    await this.source.query(
      `INSERT INTO notification_preference (account_id, kind, in_app, mail, push) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (account_id, kind) DO UPDATE SET in_app = excluded.in_app, mail = excluded.mail, push = excluded.push`,
      [ownerOf(actor).accountId, kind, inApp, mail, push],
    );
  }
}
