import { Coalescer } from './coalescer.js';

/** Records batches, and lets the spec say when each is sent. */
function anAudience(): { batches: number[][]; send: (key: string, items: number[]) => Promise<void>; sent: () => Promise<void>; batch: () => Promise<number[]> } {
  const batches: number[][] = [];
  let release: () => void = () => undefined;
  let arrived: () => void = () => undefined;
  let next = new Promise<void>((resolve) => (arrived = resolve));
  return {
    batches,
    send: async (_key, items) => {
      batches.push(items);
      arrived();
      await new Promise<void>((resolve) => (release = resolve));
    },
    sent: async () => {
      next = new Promise<void>((resolve) => (arrived = resolve));
      release();
      await Promise.resolve();
    },
    batch: async () => {
      await next;
      return batches.at(-1) ?? [];
    },
  };
}

test('what comes within the window is one batch, in order', async () => {
  const audience = anAudience();
  const coalescer = new Coalescer<string, number>(5, audience.send);
  [1, 2, 3].forEach((item) => coalescer.add('a', item));
  expect(await audience.batch()).toEqual([1, 2, 3]);
});

test('while a batch is being sent the next one grows', async () => {
  const audience = anAudience();
  const coalescer = new Coalescer<string, number>(5, audience.send);
  coalescer.add('a', 1);
  await audience.batch();
  coalescer.add('a', 2);
  coalescer.add('a', 3);
  expect(audience.batches).toEqual([[1]]);
  await audience.sent();
  expect(await audience.batch()).toEqual([2, 3]);
});

test('keys do not wait for each other', async () => {
  const seen: string[] = [];
  const both = new Promise<void>((resolve) => {
    const coalescer = new Coalescer<string, number>(5, async (key) => {
      seen.push(key);
      if (seen.length === 2) resolve();
      // the first one is never done
      await new Promise<void>(() => undefined);
    });
    coalescer.add('a', 1);
    coalescer.add('b', 1);
  });
  await both;
  expect(seen.sort()).toEqual(['a', 'b']);
});

test('what is cleared is not sent', async () => {
  const audience = anAudience();
  const coalescer = new Coalescer<string, number>(5, audience.send);
  coalescer.add('a', 1);
  coalescer.clear('a');
  coalescer.add('a', 2);
  expect(await audience.batch()).toEqual([2]);
});
