export interface Rate {
  perSecond: number;
  burst: number;
}

/** A token bucket. The caller gives the time (milliseconds of a clock that never goes back). */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  constructor(
    private readonly rate: Rate,
    now: number,
  ) {
    this.tokens = rate.burst;
    this.filledAt = now;
  }

  /** Takes one token, or answers false. */
  take(now: number): boolean {
    this.tokens = Math.min(this.rate.burst, this.tokens + ((now - this.filledAt) / 1_000) * this.rate.perSecond);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }

  /** Seconds, whole and at least one, until the next token. */
  secondsToNext(): number {
    return Math.max(1, Math.ceil((1 - this.tokens) / this.rate.perSecond));
  }
}
