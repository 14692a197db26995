/** Seconds that are looked at. */
const WINDOW = 4;

/** Milliseconds between two readings of which the usual is made, and how many are kept: those of ten minutes. */
const READ_EACH = 10_000;
const MOST_READINGS = 60;
/** Readings before one knows what is usual. */
const ENOUGH = 6;
/** Of the usual: fewer bits are not what one gets used to. */
const UNUSUAL = 0.25;

/** How fast bytes come, over the last seconds, and over the last minutes. */
export class ByteRate {
  private readonly seconds: { at: number; bytes: number }[] = [];
  private began: number | null = null;
  private readings: number[] = [];
  private readAt: number | null = null;

  constructor(private readonly now: () => number = Date.now) {}

  add(bytes: number): void {
    const at = Math.floor(this.now() / 1_000);
    this.began ??= this.now();
    const last = this.seconds.at(-1);
    if (last?.at === at) last.bytes += bytes;
    else this.seconds.push({ at, bytes });
    if (this.seconds.length > WINDOW + 1) this.seconds.shift();
    this.read();
  }

  /** Bits a second, the median of the last minutes; null in the first one. */
  usual(): number | null {
    if (this.readings.length < ENOUGH) return null;
    return [...this.readings].sort((a, b) => a - b)[Math.floor(this.readings.length / 2)]!;
  }

  private read(): void {
    const now = this.now();
    this.readAt ??= now;
    if (now - this.readAt < READ_EACH) return;
    this.readAt = now;
    const [rate, usual] = [this.bitsPerSecond(), this.usual()];
    if (usual === null || rate >= usual * UNUSUAL) this.readings = [...this.readings, rate].slice(-MOST_READINGS);
  }

  bitsPerSecond(): number {
    if (this.began === null) return 0;
    const now = this.now() / 1_000;
    const recent = this.seconds.filter(({ at }) => at + 1 > now - WINDOW);
    const over = Math.max(1, Math.min(WINDOW, now - this.began / 1_000));
    return Math.round((recent.reduce((sum, { bytes }) => sum + bytes, 0) * 8) / over);
  }
}
