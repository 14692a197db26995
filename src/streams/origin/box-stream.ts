import { BadMedia, readHeader } from './boxes.js';

/** Bytes of one box: a second of ten video frames at 100 Mbit/s. */
const MOST_BYTES = 16_000_000;

/** Cuts what a pipe brings into whole boxes of the top level. Holds one box at most. */
export class BoxStream {
  private chunks: Buffer[] = [];
  private length = 0;

  constructor(private readonly take: (type: string, bytes: Buffer) => void) {}

  /** @throws BadMedia; nothing more is to be pushed then */
  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
    for (;;) {
      const header = readHeader(this.beginning());
      if (header === null) return;
      if (header.size > MOST_BYTES) throw new BadMedia('a box that is too large');
      if (this.length < header.size) return;
      const bytes = this.joined();
      this.chunks = bytes.length === header.size ? [] : [bytes.subarray(header.size)];
      this.length -= header.size;
      this.take(header.type, bytes.subarray(0, header.size));
    }
  }

  /** Enough to read a header from, without joining what may be many chunks of one box. */
  private beginning(): Buffer {
    const [first] = this.chunks;
    return first === undefined || first.length >= 16 ? (first ?? Buffer.alloc(0)) : this.joined();
  }

  private joined(): Buffer {
    if (this.chunks.length > 1) this.chunks = [Buffer.concat(this.chunks, this.length)];
    return this.chunks[0] ?? Buffer.alloc(0);
  }
}
