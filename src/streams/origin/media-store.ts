import { randomBytes } from 'node:crypto';

/** Milliseconds that media stay after they were last in the window: playlists in caches still name them. */
const LINGER = 60_000;
/** Bytes of one source at most, about four minutes at 8 Mbit/s. */
const MOST_BYTES = 256_000_000;

/** The bytes of one source, in memory, by unguessable names. */
export class MediaStore {
  private readonly media = new Map<string, Buffer[]>();
  private leaving: { names: readonly string[]; at: number }[] = [];
  private bytes = 0;

  constructor(private readonly now: () => number) {}

  /** A new name: 128 random bits as base64url. */
  name(): string {
    const name = randomBytes(16).toString('base64url');
    this.media.set(name, []);
    return name;
  }

  add(name: string, bytes: Buffer): void {
    this.media.get(name)?.push(bytes);
    this.bytes += bytes.length;
  }

  /** No more comes: its pieces lie side by side from now on, and can be sent as one. */
  seal(name: string): void {
    const pieces = this.media.get(name);
    if (pieces === undefined || pieces.length < 2) return;
    const whole = Buffer.concat(pieces);
    let end = 0;
    this.media.set(name, pieces.map(({ length }) => whole.subarray(end, (end += length))));
  }

  get(name: string): readonly Buffer[] | undefined {
    return this.media.get(name);
  }

  /** They are in no window any more. */
  retire(names: readonly string[]): void {
    this.leaving.push({ names, at: this.now() + LINGER });
    this.sweep();
  }

  private sweep(): void {
    let gone = 0;
    for (const { names, at } of this.leaving) {
      if (at > this.now() && this.bytes < MOST_BYTES) break;
      gone += 1;
      for (const name of names) {
        for (const { length } of this.media.get(name) ?? []) this.bytes -= length;
        this.media.delete(name);
      }
    }
    this.leaving.splice(0, gone);
  }
}
