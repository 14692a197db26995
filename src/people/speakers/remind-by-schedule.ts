import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { PeriodicJobs } from '../../platform/periodic/periodic-jobs.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { sendDueReminders } from './send-due-reminders.js';

/** Looks every hour whom a conference's schedule says to remind. */
@Injectable()
export class RemindBySchedule {
  constructor(jobs: PeriodicJobs, source: DataSource, @Inject(SEALING) sealing: Sealing, @Inject(CONFIGURATION) configuration: Configuration) {
    jobs.add({ name: 'speaker-reminders', everySeconds: 3_600, run: async (now) => ({ mails: await sendDueReminders(source, { sealing, configuration }, now) }) });
  }
}
