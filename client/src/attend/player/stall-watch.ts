/** Milliseconds that are looked back over. */
const SPAN = 60_000;
/** As many stalls within the span say that the connection is too small for what is watched. */
const MANY = 3;

/** Sees when playing stands still too often to be watched. */
export class StallWatch {
  private stalls: number[] = [];

  /** @param now milliseconds of any clock that does not go back. True: there were many of late; the count begins anew. */
  stalled(now: number): boolean {
    this.stalls = [...this.stalls.filter((at) => at > now - SPAN), now];
    if (this.stalls.length < MANY) return false;
    this.stalls = [];
    return true;
  }

  reset(): void {
    this.stalls = [];
  }
}
