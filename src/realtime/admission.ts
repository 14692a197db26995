import type { RealtimeLimits } from './limits.js';
import { TokenBucket } from '../platform/token-bucket.js';

/** `retryAfter` is in whole seconds. */
export type Admitted = { admitted: true } | { admitted: false; retryAfter: number };

/**
 * Decides who may connect now. Those refused are told different times to come back, as many a second as can be served,
 * so that ten thousand who arrive together do not arrive together again.
 */
export class Admission {
  private readonly bucket: TokenBucket;
  /** When the last of those who were sent away is due. */
  private queueEnds: number;

  constructor(
    private readonly limits: Pick<RealtimeLimits, 'sockets' | 'admission'>,
    now: number,
  ) {
    this.bucket = new TokenBucket(limits.admission, now);
    this.queueEnds = now;
  }

  /** `connected` is how many sockets there are already; `now` in milliseconds of a monotonic clock. */
  ask(connected: number, now: number): Admitted {
    if (connected >= this.limits.sockets) return { admitted: false, retryAfter: LONGEST_WAIT };
    if (this.bucket.take(now)) return { admitted: true };
    this.queueEnds = Math.max(this.queueEnds, now) + 1_000 / this.limits.admission.perSecond;
    return { admitted: false, retryAfter: Math.min(LONGEST_WAIT, Math.ceil((this.queueEnds - now) / 1_000)) };
  }
}

/** Seconds. */
const LONGEST_WAIT = 30;
