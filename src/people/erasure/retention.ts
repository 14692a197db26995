import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { PeriodicJobs } from '../../platform/periodic/periodic-jobs.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { eraseExpired } from './erase-expired.js';
import { eraseIdleAccounts } from './erase-idle-accounts.js';

/** Erases what is kept no longer, every hour: a conference's days end at different hours. */
@Injectable()
export class Retention {
  constructor(jobs: PeriodicJobs, source: DataSource, @Inject(SEALING) sealing: Sealing, @Inject(CONFIGURATION) { idleAccountDays }: Configuration) {
    jobs.add({
      name: 'retention',
      everySeconds: 3_600,
      run: async (now) => ({
        ...(await eraseExpired(source, sealing, now)),
        idleAccounts: await eraseIdleAccounts(source, sealing, now, idleAccountDays),
      }),
    });
  }
}
