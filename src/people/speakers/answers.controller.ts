import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences, type ConferenceKey } from '../../conferences/conference.queries.js';
import type { SpeakerId } from '../../contract/ids.js';
import { AllAnswers, ReminderReceipt, ReminderRequest, ReminderSchedule, SpeakerInvitation } from '../../contract/speaking.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath, RowPath } from '../../platform/http/path-params.js';
import { problem } from '../../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { SpeakerEntity } from '../speaker.entity.js';
import { readAnswers } from './answers.queries.js';
import { inviteSpeaker, resendInvitation, type Post as Mails } from './invite-speaker.js';
import { readWaiting, remindSpeakers } from './remind-speakers.js';
import { USUAL_DAYS } from './send-due-reminders.js';

/** Who speaks, who has joined, who has answered: what organizers ask and do about it. */
@ApiTags('speaking')
@Access('edit-speakers')
@Controller('api/conferences/:slug/speakers')
export class AnswersController {
  private readonly mails: Mails;

  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    @Inject(SEALING) sealing: Sealing,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.mails = { sealing, configuration };
  }

  @Get('answers')
  @Access('read-speakers')
  @Answers(AllAnswers)
  async list(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<AllAnswers> {
    const conference = await this.conferences.bySlug(slug);
    return { speakers: await readAnswers(this.source.manager, conference.id, actor) };
  }

  /** Mails one speaker, or all, who have not answered: each at most once a day. */
  @Post('reminders')
  @Answers(ReminderReceipt, 201)
  async remind(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: ReminderRequest }) body: ReminderRequest, @CurrentActor() actor: Actor): Promise<ReminderReceipt> {
    return await this.write(slug, actor, 'remind', body.speakerId ?? null, async (tx, { id }) => {
      const now = new Date();
      return await remindSpeakers(tx, this.mails, id, await readWaiting(tx, id, now, body.speakerId), now);
    });
  }

  @Get('reminder-schedule')
  @Answers(ReminderSchedule)
  async schedule(@Param({ schema: ConferencePath }) { slug }: ConferencePath): Promise<ReminderSchedule> {
    const conference = await this.conferences.bySlug(slug);
    const [row] = await this.source.query<ReminderSchedule[]>(`SELECT days_before AS "daysBefore" FROM reminder_schedule WHERE conference_id = $1`, [conference.id]);
    return row ?? { daysBefore: USUAL_DAYS };
  }

  /** No days: nobody is reminded by schedule. */
  @Put('reminder-schedule')
  @Answers(ReminderSchedule)
  async setSchedule(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: ReminderSchedule }) body: ReminderSchedule, @CurrentActor() actor: Actor): Promise<ReminderSchedule> {
    const daysBefore = [...new Set(body.daysBefore)].sort((a, b) => b - a);
    return await this.write(slug, actor, 'schedule-reminders', null, async (tx, { id }) => {
      await tx.query(
        `INSERT INTO reminder_schedule (conference_id, days_before) VALUES ($1, $2) ON CONFLICT (conference_id) DO UPDATE SET days_before = excluded.days_before`,
        [id, daysBefore],
      );
      return { daysBefore };
    });
  }

  /** Sends the link by which this speaker joins. An address that was mistyped is corrected by inviting again. */
  @Post(':id/invitation')
  @HttpCode(204)
  async invite(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: SpeakerInvitation }) { email }: SpeakerInvitation, @CurrentActor() actor: Actor): Promise<void> {
    await this.write(slug, actor, 'invite', id, async (tx, conference) => {
      const invitedBy = actor.kind === 'person' ? actor.accountId : null;
      await inviteSpeaker(tx, this.mails, await findSpeaker(tx, conference, id), email, invitedBy);
    });
  }

  @Post(':id/invitation/resend')
  @HttpCode(204)
  async resend(@Param({ schema: RowPath }) { slug, id }: RowPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.write(slug, actor, 'invite-again', id, async (tx, conference) => await resendInvitation(tx, this.mails, await findSpeaker(tx, conference, id)));
  }

  private async write<T>(slug: string, actor: Actor, what: string, speakerId: string | null, work: (tx: EntityManager, conference: ConferenceKey) => Promise<T>): Promise<T> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      const done = await work(tx, conference);
      const subject = speakerId === null ? 'speakers' : `speaker:${speakerId}`;
      await recordAudit(tx, { actor: actorName(actor), action: `edit-speakers.${what}`, conferenceId: conference.id, subject });
      return done;
    });
  }
}

async function findSpeaker(tx: EntityManager, conference: ConferenceKey, id: string): Promise<SpeakerEntity> {
  // invitations of one speaker come one after another, so that one link works at a time
  const row = await tx.findOne(SpeakerEntity, { where: { id: id as SpeakerId, conferenceId: conference.id }, lock: { mode: 'for_no_key_update' } });
  if (row === null) throw problem('not-found', 'This conference has no such speaker.');
  return row;
}
