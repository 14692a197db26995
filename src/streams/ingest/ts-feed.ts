import type { Feed } from './feed.js';

/** An MPEG transport stream as it comes: a reader may begin anywhere. */
export class TsFeed implements Feed {
  readonly container = 'mpegts';
  private readonly readers = new Set<(chunk: Buffer) => void>();

  read(take: (chunk: Buffer) => void): () => void {
    const reader = (chunk: Buffer): void => take(chunk);
    this.readers.add(reader);
    return () => void this.readers.delete(reader);
  }

  push(chunk: Buffer): void {
    for (const reader of this.readers) reader(chunk);
  }
}
