const LINES = 40;
const LINE_CHARACTERS = 400;
const WINDOW_MS = 10_000;
const FLOOD_BYTES = 256_000;

/** What a program said last, however much it says. */
export class LogTail {
  private readonly kept: string[] = [];
  private open = '';
  private windowBegan = Date.now();
  private windowBytes = 0;
  /** It writes more than anybody will read: something is wrong with it, and its log takes processor time from others. */
  flooded = false;

  take(chunk: Buffer): void {
    this.count(chunk.length);
    // of a line without an end, and of thousands in one chunk, only what may be kept is looked at
    const text = this.open + chunk.subarray(-LINES * LINE_CHARACTERS).toString('utf8');
    const lines = text.split(/[\r\n]+/);
    this.open = (lines.pop() ?? '').slice(0, LINE_CHARACTERS);
    for (const line of lines) if (line !== '') this.kept.push(withoutSecrets(line.slice(0, LINE_CHARACTERS)));
    this.kept.splice(0, this.kept.length - LINES);
  }

  get lines(): readonly string[] {
    return this.open === '' ? this.kept : [...this.kept, withoutSecrets(this.open)];
  }

  private count(bytes: number): void {
    const now = Date.now();
    if (now - this.windowBegan > WINDOW_MS) {
      this.windowBegan = now;
      this.windowBytes = 0;
    }
    this.windowBytes += bytes;
    if (this.windowBytes > FLOOD_BYTES) this.flooded = true;
  }
}

/** The query and the path of an address may hold keys. */
const withoutSecrets = (line: string): string => line.replace(/\b([a-z]+:\/\/)[^\s'"]+/gi, '$1…');
