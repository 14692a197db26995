import type { TrackKey } from '../../rules/streams/source.js';

/** Somebody who asked for what is not there yet. */
interface Waiting {
  isThere: () => boolean;
  answer: (inTime: boolean) => void;
}

/** Requests that one channel keeps waiting over all of its tracks; far more than players of one process. */
const MOST = 50_000;

/** Blocking reloads: each is answered when what it asked for is there, or when it has waited long enough. */
export class WaitingReloads {
  private readonly byTrack = new Map<TrackKey, Set<Waiting>>();
  private count = 0;

  /** @param limit milliseconds that a reload waits */
  constructor(private readonly limit: number) {}

  /**
   * Calls `answer` once, unless it is taken back by what is returned. At once, and not in time, where too many wait.
   * @param isThere looked at after each change of the track
   * @param limit milliseconds, where it waits longer than a reload does
   */
  add(track: TrackKey, isThere: () => boolean, answer: (inTime: boolean) => void, limit = this.limit): () => void {
    if (this.count >= MOST) {
      answer(false);
      return () => undefined;
    }
    const all = this.byTrack.get(track) ?? new Set();
    this.byTrack.set(track, all);
    const timer = setTimeout(() => waiting.answer(false), limit);
    const end = (): void => {
      clearTimeout(timer);
      if (all.delete(waiting)) this.count -= 1;
    };
    const waiting: Waiting = {
      isThere,
      answer: (inTime) => {
        end();
        answer(inTime);
      },
    };
    all.add(waiting);
    this.count += 1;
    return end;
  }

  /** Something changed: answers whom it helps. Those who ask for the same share what was looked up by `isThere`. */
  look(): void {
    for (const all of this.byTrack.values()) for (const waiting of all) if (waiting.isThere()) waiting.answer(true);
  }

  /** Nobody waits any longer. */
  end(): void {
    for (const all of this.byTrack.values()) for (const waiting of all) waiting.answer(false);
  }
}
