const PACKET = 188;
const SYNC = 0x47;
/** Ticks of a transport stream's clock in a millisecond; it begins anew after 2^33 of them. */
const TICKS = 90;
/** Milliseconds: more is no time that passes, but another clock. */
const MOST_STEP = 10_000;

interface Piece {
  /** Milliseconds of its clock since the first piece. */
  at: number;
  bytes: Buffer;
}

/**
 * Hands on an MPEG transport stream as fast as its own clock runs: segments come whole, and what reads them expects what a venue would send.
 * Where nothing is left to hand on, what comes next is in time again: a stream that came late stays that much behind.
 */
export class TsPacer {
  private readonly pieces: Piece[] = [];
  private rest: Buffer = Buffer.alloc(0);
  private open: Buffer[] = [];
  private clock: number | null = null;
  private at = 0;
  /** Epoch in milliseconds at which the first piece would have been handed on. */
  private began: number | null = null;
  private emptySince: number;
  private timer: NodeJS.Timeout | null = null;
  private waiting: (() => void)[] = [];

  constructor(private readonly take: (bytes: Buffer) => void, private readonly now: () => number = Date.now) {
    this.emptySince = now();
  }

  /** Milliseconds of the stream that wait. */
  get held(): number {
    return this.pieces.length === 0 ? 0 : this.at - this.pieces[0]!.at;
  }

  /** Milliseconds for which there was nothing to hand on. */
  get dryFor(): number {
    return this.pieces.length > 0 ? 0 : this.now() - this.emptySince;
  }

  push(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const whole = bytes.length - (bytes.length % PACKET);
    this.rest = bytes.subarray(whole);
    let from = 0;
    for (let packet = 0; packet < whole; packet += PACKET) {
      const clock = clockOf(bytes, packet);
      if (clock === null) continue;
      this.open.push(bytes.subarray(from, packet));
      this.closePiece();
      from = packet;
      this.advance(clock);
    }
    this.open.push(bytes.subarray(from, whole));
  }

  /** Resolves when all that came is handed on. */
  async drained(): Promise<void> {
    this.closePiece();
    if (this.pieces.length > 0) await new Promise<void>((resolve) => void this.waiting.push(resolve));
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.pieces.length = 0;
    for (const go of this.waiting.splice(0)) go();
  }

  private advance(clock: number): void {
    const step = this.clock === null ? 0 : (clock - this.clock) / TICKS;
    this.clock = clock;
    if (step > 0 && step <= MOST_STEP) this.at += step;
  }

  private closePiece(): void {
    const bytes = Buffer.concat(this.open);
    this.open = [];
    if (bytes.length === 0) return;
    const now = this.now();
    if (this.pieces.length === 0 && (this.began === null || this.began + this.at < now)) this.began = now - this.at;
    this.pieces.push({ at: this.at, bytes });
    if (this.timer === null) this.handOn();
  }

  private handOn(): void {
    this.timer = null;
    const now = this.now();
    let next = this.pieces[0];
    while (next !== undefined && this.began! + next.at <= now) {
      this.pieces.shift();
      this.take(next.bytes);
      next = this.pieces[0];
    }
    if (next !== undefined) {
      this.timer = setTimeout(() => this.handOn(), this.began! + next.at - now);
      return;
    }
    this.emptySince = now;
    for (const go of this.waiting.splice(0)) go();
  }
}

/** The upper part of a packet's clock reference, in ticks; null where it has none. */
function clockOf(bytes: Buffer, packet: number): number | null {
  const has = bytes[packet] === SYNC && (bytes[packet + 3]! & 0x20) !== 0 && bytes[packet + 4]! >= 7 && (bytes[packet + 5]! & 0x10) !== 0;
  return has ? bytes.readUInt32BE(packet + 6) * 2 + (bytes[packet + 10]! >> 7) : null;
}
