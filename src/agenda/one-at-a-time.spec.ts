import { OneAtATime } from './one-at-a-time.js';

/** A piece of work whose runs the spec ends one by one. */
function aWork(): { work: () => Promise<void>; runs: () => number; end: () => void } {
  const ends: (() => void)[] = [];
  let runs = 0;
  return {
    work: async () => {
      runs += 1;
      await new Promise<void>((resolve) => ends.push(resolve));
    },
    runs: () => runs,
    end: () => ends.shift()?.(),
  };
}

test('calls during a run share one further run, which begins after it', async () => {
  const { work, runs, end } = aWork();
  const once = new OneAtATime<string>(work);
  const first = once.run('a');
  const second = once.run('a');
  const third = once.run('a');
  expect(runs()).toBe(1);
  end();
  await first;
  // the waiting run begins in the microtasks after the first
  await new Promise(setImmediate);
  expect(runs()).toBe(2);
  end();
  await Promise.all([second, third]);
  expect(runs()).toBe(2);
});

test('a run that fails does not keep the next from starting', async () => {
  let runs = 0;
  const once = new OneAtATime<string>(async () => {
    runs += 1;
    await Promise.resolve();
    if (runs === 1) throw new Error('the database is away');
  });
  const first = once.run('a');
  const second = once.run('a');
  await expect(first).rejects.toThrow('away');
  await second;
  await once.run('a');
  expect(runs).toBe(3);
});
