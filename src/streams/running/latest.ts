/** Work that is asked for again and again: one at a time, and what was asked for meanwhile is done once afterwards. Never rejects. */
export class Latest {
  private working: Promise<void> | undefined;
  private isAsked = false;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Resolves when what is asked for now is done, or has failed. */
  async run(): Promise<void> {
    this.isAsked = true;
    this.working ??= this.runAll().finally(() => {
      this.working = undefined;
    });
    await this.working;
  }

  async idle(): Promise<void> {
    await this.working;
  }

  private async runAll(): Promise<void> {
    while (this.isAsked) {
      this.isAsked = false;
      await this.work().catch(this.failed);
    }
  }
}
