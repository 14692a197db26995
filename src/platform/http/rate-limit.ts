import { SetMetadata } from '@nestjs/common';
import { createHmac, randomBytes } from 'node:crypto';
import { TokenBucket, type Rate } from '../token-bucket.js';

export interface Limit {
  /** Of one account; for routes that need a sign-in. */
  person?: Rate;
  /** Of one network prefix. Generous: a venue's whole audience may share one. */
  network: Rate;
}

/** How often the routes that cost or reveal something may be asked, by one process. Codes and tokens have bounds of their own beside it. */
export const RATE_LIMITS = {
  'sign-in': { network: { perSecond: 2, burst: 100 } },
  'prove-sign-in': { network: { perSecond: 5, burst: 100 } },
  'register': { person: { perSecond: 0.2, burst: 20 }, network: { perSecond: 10, burst: 300 } },
  // a venue's audience behind one address begins to watch at once
  'watch': { network: { perSecond: 100, burst: 3_000 } },
  'check-in': { person: { perSecond: 5, burst: 100 }, network: { perSecond: 20, burst: 300 } },
  'accept-invitation': { person: { perSecond: 0.2, burst: 20 }, network: { perSecond: 1, burst: 100 } },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof RATE_LIMITS;

export const RATE_LIMIT = 'meridian:rate-limit';

/** The route may be asked so often by one person, and from one network: see {@link RATE_LIMITS}. */
export const RateLimited = (name: LimitName): MethodDecorator => SetMetadata(RATE_LIMIT, name);

/** Buckets that are kept; of more, the ones that were not used for longest are full again. */
const MOST_BUCKETS = 20_000;
const DAY_MS = 86_400_000;

/**
 * Counts who asks, in memory only. A network is known by a hash with a salt that is made anew each day: no address is kept,
 * and none can be found from what is.
 */
export class RateLimits {
  private readonly buckets = new Map<string, TokenBucket>();
  private salt = randomBytes(32);
  private saltedAt: number;

  /** Milliseconds of a clock that never goes back. */
  constructor(private readonly now: () => number) {
    this.saltedAt = now();
  }

  /** Takes one token of each bucket. Answers null, or the seconds to wait. */
  take(name: LimitName, who: { accountId: string | null; network: string | null }): number | null {
    const now = this.now();
    if (now - this.saltedAt >= DAY_MS) this.forget(now);
    const limit: Limit = RATE_LIMITS[name];
    if (limit.person !== undefined && who.accountId !== null) {
      const wait = this.takeOne(`${name} person ${who.accountId}`, limit.person, now);
      if (wait !== null) return wait;
    }
    const network = createHmac('sha256', this.salt).update(who.network ?? '').digest('base64');
    return this.takeOne(`${name} network ${network}`, limit.network, now);
  }

  private takeOne(key: string, rate: Rate, now: number): number | null {
    const bucket = this.buckets.get(key) ?? new TokenBucket(rate, now);
    // a map keeps the order in which its keys came: the one that was used last is put at its end
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    for (const oldest of this.buckets.keys()) {
      if (this.buckets.size <= MOST_BUCKETS) break;
      this.buckets.delete(oldest);
    }
    return bucket.take(now) ? null : bucket.secondsToNext();
  }

  private forget(now: number): void {
    this.buckets.clear();
    this.salt = randomBytes(32);
    this.saltedAt = now;
  }
}
