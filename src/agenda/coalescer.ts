/**
 * Gathers what comes within a window into one batch a key, in order, and hands over one batch at a time: while one is
 * being sent the next one grows, so that a slow audience costs larger messages, not more of them.
 */
export class Coalescer<K, T> {
  private readonly pending = new Map<K, { items: T[]; busy: boolean }>();

  /** `send` must not fail. `windowMs` runs from the first item of a batch. */
  constructor(
    private readonly windowMs: number,
    private readonly send: (key: K, items: T[]) => Promise<void>,
  ) {}

  add(key: K, item: T): void {
    const batch = this.pending.get(key) ?? { items: [], busy: false };
    this.pending.set(key, batch);
    batch.items.push(item);
    if (!batch.busy) this.schedule(key, batch);
  }

  /** Drops what was not sent yet. */
  clear(key: K): void {
    const batch = this.pending.get(key);
    if (batch !== undefined) batch.items = [];
  }

  private schedule(key: K, batch: { items: T[]; busy: boolean }): void {
    batch.busy = true;
    setTimeout(() => void this.flush(key, batch), this.windowMs);
  }

  private async flush(key: K, batch: { items: T[]; busy: boolean }): Promise<void> {
    const { items } = batch;
    batch.items = [];
    if (items.length > 0) await this.send(key, items);
    if (batch.items.length > 0) this.schedule(key, batch);
    else this.pending.delete(key);
  }
}
