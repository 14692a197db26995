import { PeriodicJobs } from '../../src/platform/periodic/periodic-jobs.js';
import type { RunningApp } from './an-app.js';

/** What an application does now and then it has done once, and does no more by itself: from here on the spec says when, however long it takes. */
export async function jobsAtRest({ app }: RunningApp): Promise<void> {
  const jobs = app.get(PeriodicJobs);
  await jobs.look();
  await jobs.stop();
}
