import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeriodicJobs } from '../../platform/periodic/periodic-jobs.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { eraseExpired } from './erase-expired.js';

/** Erases what is kept no longer, every hour: a conference's days end at different hours. */
@Injectable()
export class Retention {
  constructor(jobs: PeriodicJobs, source: DataSource, @Inject(SEALING) sealing: Sealing) {
    jobs.add({ name: 'retention', everySeconds: 3_600, run: async (now) => ({ ...(await eraseExpired(source, sealing, now)) }) });
  }
}
