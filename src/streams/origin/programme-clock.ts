/** Milliseconds: how long a lowest delay is remembered, in steps of a second. */
const REMEMBERED = 30_000;
const STEP = 1_000;
/** Milliseconds without a lower delay, after which the first burst (what waited while the engine looked at its input) is over. */
const QUIET = 400;
const LOWER = 20;
/** Milliseconds after which one waits no longer for that. */
const PATIENCE = 3_000;
/** Milliseconds that the clock is corrected by from one segment to the next: the venue's clock and ours drift apart. */
const CORRECTION = 5;

/**
 * When was a frame seen? An engine's media come late, by what it took to make them, and never early: so the least of (arrival - media time) is
 * nearest to the truth. Instants are epoch milliseconds, media times seconds.
 */
export class ProgrammeClock {
  private readonly steps: { at: number; least: number }[] = [];
  private began: number | null = null;
  private lastLower = 0;
  private offset: number | null = null;

  /** Media up to this time are here. */
  saw(mediaTime: number, arrival: number): void {
    const delay = arrival - mediaTime * 1_000;
    this.began ??= arrival;
    const least = this.least();
    if (least === null || delay < least - LOWER) this.lastLower = arrival;
    const last = this.steps.at(-1);
    if (last === undefined || arrival - last.at >= STEP) this.steps.push({ at: arrival, least: delay });
    else last.least = Math.min(last.least, delay);
    while (this.steps[0] !== undefined && arrival - this.steps[0].at > REMEMBERED) this.steps.shift();
  }

  /** Before that, what is here came in a burst, and its times would have to be taken back. */
  isSettled(now: number): boolean {
    return this.began !== null && (now - this.lastLower >= QUIET || now - this.began >= PATIENCE);
  }

  /** The instant of a segment's beginning; asked once a segment, in order. */
  startOf(mediaTime: number): number {
    const least = this.least() ?? 0;
    this.offset = this.offset === null ? least : this.offset + Math.max(-CORRECTION, Math.min(CORRECTION, least - this.offset));
    return Math.round(this.offset + mediaTime * 1_000);
  }

  private least(): number | null {
    return this.steps.length === 0 ? null : Math.min(...this.steps.map(({ least }) => least));
  }
}
