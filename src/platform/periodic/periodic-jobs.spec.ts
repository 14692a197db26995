import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { createLogger } from '../logging/logger.js';
import { PeriodicJobs, type PeriodicJob } from './periodic-jobs.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await aDatabase();
});
afterEach(async () => await database.drop());

/** As many processes as wanted, each with the same job. */
function processes(count: number, job: Omit<PeriodicJob, 'name' | 'everySeconds'>): { look: () => Promise<void>; log: () => string } {
  const lines: string[] = [];
  const all = Array.from({ length: count }, () => {
    const jobs = new PeriodicJobs(database.source, createLogger('info', { write: (line) => void lines.push(line) }));
    jobs.add({ name: 'a job', everySeconds: 3_600, ...job });
    return jobs;
  });
  return { look: async () => void (await Promise.all(all.map(async (jobs) => await jobs.look()))), log: () => lines.join('') };
}

it('runs once each time, whatever number of processes looks', async () => {
  let runs = 0;
  const { look, log } = processes(4, { run: async () => Promise.resolve({ erased: (runs += 1) }) });
  await look();
  await look();
  expect(runs).toBe(1);
  expect(log()).toContain('"job":"a job","erased":1');
  await database.source.query(`UPDATE periodic_job SET ran_at = ran_at - interval '1 h'`);
  await look();
  expect(runs).toBe(2);
});

it('is due again when it failed, and says so', async () => {
  let runs = 0;
  const { look, log } = processes(1, {
    run: async () => {
      runs += 1;
      if (runs === 1) throw new Error('not today');
      return Promise.resolve({ erased: 0 });
    },
  });
  await look();
  expect(log()).toContain('a periodic job failed');
  await look();
  await look();
  expect(runs).toBe(2);
});
