/** What is to be looked at, in order; each once. */
export class Queue<T> {
  private readonly waiting: T[] = [];
  private readonly known = new Set<T>();

  constructor(private readonly compare: (a: T, b: T) => number) {}

  add(item: T): void {
    if (this.known.has(item)) return;
    this.known.add(item);
    let [low, high] = [0, this.waiting.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      // kept from last to first, so that taking the first costs nothing
      if (this.compare(this.waiting[middle] as T, item) > 0) low = middle + 1;
      else high = middle;
    }
    this.waiting.splice(low, 0, item);
  }

  take(): T | undefined {
    return this.waiting.pop();
  }
}
