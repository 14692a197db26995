/**
 * How many looks in a row found that nothing had come. They are counted, and not milliseconds: where we were held up ourselves, what came meanwhile waits for
 * us to read it, and that was one look.
 */
export class QuietLooks {
  private quiet = 0;

  /** @param limit looks that may find nothing */
  constructor(public limit: number) {}

  /** Something came. */
  heard(): void {
    this.quiet = 0;
  }

  /** Looks once more. Returns whether more looks than may have found nothing. */
  look(): boolean {
    this.quiet += 1;
    return this.quiet > this.limit;
  }
}
