import type { BoardPointer } from '@contract/board.js';

/** Of whom nothing came for so long, they are gone. Milliseconds. */
const GONE_AFTER = 30_000;

/** Where the other organizers point. Changes several times a second, and so stands beside the board's own store. */
export class OthersStore {
  private others: readonly BoardPointer[] = [];
  private readonly heardAt = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private sweep: ReturnType<typeof setInterval> | undefined;

  read = (): readonly BoardPointer[] => this.others;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.sweep ??= setInterval(() => this.forgetSilent(), 5_000);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      clearInterval(this.sweep);
      this.sweep = undefined;
    };
  };

  /** @param you this board's own name, which is not another */
  pointed(pointer: BoardPointer, you: string | null): void {
    if (pointer.who === you) return;
    this.heardAt.set(pointer.who, Date.now());
    const rest = this.others.filter(({ who }) => who !== pointer.who);
    this.set(pointer.at === null && pointer.sessionId === null ? rest : [...rest, pointer]);
  }

  clear(): void {
    if (this.others.length > 0) this.set([]);
  }

  private forgetSilent(): void {
    const heard = this.others.filter(({ who }) => Date.now() - (this.heardAt.get(who) ?? 0) < GONE_AFTER);
    if (heard.length !== this.others.length) this.set(heard);
  }

  private set(others: readonly BoardPointer[]): void {
    this.others = others;
    for (const listener of this.listeners) listener();
  }
}
