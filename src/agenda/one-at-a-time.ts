/**
 * Runs a piece of work at most once at a time a key. Calls that come while it runs share one further run, so that each
 * caller's promise stands for a run that began after its call.
 */
export class OneAtATime<K> {
  private readonly running = new Map<K, Promise<void>>();
  private readonly waiting = new Map<K, Promise<void>>();

  constructor(private readonly work: (key: K) => Promise<void>) {}

  async run(key: K): Promise<void> {
    const waiting = this.waiting.get(key);
    if (waiting !== undefined) return await waiting;
    const running = this.running.get(key);
    if (running === undefined) return await this.start(key);
    const next = running.then(
      async () => await this.start(key),
      async () => await this.start(key),
    );
    this.waiting.set(key, next);
    return await next;
  }

  private async start(key: K): Promise<void> {
    this.waiting.delete(key);
    const run = this.work(key).finally(() => {
      if (this.running.get(key) === run) this.running.delete(key);
    });
    this.running.set(key, run);
    return await run;
  }
}
