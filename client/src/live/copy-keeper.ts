import { type DeviceCopy, forgetCopy, readCopy, writeCopy } from './device-copy.js';

/** Milliseconds in which changes are gathered: a burst of them is written once. */
const GATHERED = 2_000;

/** Keeps a conference's agenda on this device in step with what is held, without writing at every change. */
export class CopyKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly hidden = (): void => {
    // the page may never be seen again
    if (document.visibilityState === 'hidden') this.write();
  };

  constructor(
    private readonly slug: string,
    private readonly held: () => DeviceCopy | null,
  ) {}

  start(): void {
    document.addEventListener('visibilitychange', this.hidden);
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.hidden);
    if (this.timer !== undefined) this.write();
  }

  read(): Promise<DeviceCopy | null> {
    return readCopy(this.slug);
  }

  writeSoon(): void {
    this.timer ??= setTimeout(() => this.write(), GATHERED);
  }

  forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    void forgetCopy(this.slug);
  }

  private write(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const copy = this.held();
    if (copy !== null) void writeCopy(this.slug, copy);
  }
}
