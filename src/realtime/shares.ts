/** Who holds how many of something that there is enough of, so that nobody takes it all. */
export class Shares {
  private readonly held = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Takes one for this holder; false where they have their share. */
  take(holder: string): boolean {
    const held = this.held.get(holder) ?? 0;
    if (held >= this.most) return false;
    this.held.set(holder, held + 1);
    return true;
  }

  /** Gives one back that was taken. */
  give(holder: string): void {
    const left = (this.held.get(holder) ?? 0) - 1;
    if (left > 0) this.held.set(holder, left);
    else this.held.delete(holder);
  }
}
