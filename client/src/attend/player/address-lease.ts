import type { Playback } from '@contract/channel.js';
import { RequestRefused } from '../../account/ask-api.js';
import { backOff } from './back-off.js';

/** Asked for this long before an address ends, in milliseconds; sooner where it lives shortly. */
const AHEAD = 60_000;
/** A clock that is wrong must not make us ask without end. */
const LEAST = 20_000;

/** Holds the addresses of a channel, and gets new ones before they end. */
export class AddressLease {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ended = false;

  /** @param renewed is told the new addresses of each renewal */
  constructor(
    private readonly ask: () => Promise<Playback>,
    private readonly renewed: (playback: Playback) => void,
  ) {}

  /** @throws RequestRefused with the server's reason, or without a problem where it did not answer */
  async take(): Promise<Playback> {
    const playback = await this.ask();
    if (!this.ended) this.plan(untilRenewal(playback, Date.now()), 0);
    return playback;
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  private plan(wait: number, attempt: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renew(attempt), wait);
  }

  private async renew(attempt: number): Promise<void> {
    try {
      const playback = await this.take();
      if (!this.ended) this.renewed(playback);
    } catch (error) {
      // refused: what is held works until the server says otherwise, and then it is asked why
      const unheard = !(error instanceof RequestRefused) || error.problem === null || error.problem.status >= 500;
      if (unheard && !this.ended) this.plan(backOff(attempt, Math.random()), attempt + 1);
    }
  }
}

/** Milliseconds from `now` until new addresses are asked for. */
export function untilRenewal(playback: Pick<Playback, 'expiresAt'>, now: number): number {
  const life = Date.parse(playback.expiresAt) - now;
  return Math.max(LEAST, life - Math.min(AHEAD, life / 3));
}
