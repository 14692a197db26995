import type { SourceId } from '../../rules/streams/source.js';
import type { SourceRegistry } from './source-registry.js';

/** When the last media of each source came, and whether it comes in parts. */
export class SourcePulse {
  private readonly beats = new Map<SourceId, { at: number; newest: string }>();

  constructor(private readonly sources: SourceRegistry, private readonly now: () => number) {
    sources.onChange((source) => this.look(source));
  }

  /** Epoch milliseconds; null: nothing ever came. */
  lastMediaAt(source: SourceId): number | null {
    return this.beats.get(source)?.at ?? null;
  }

  inParts(source: SourceId): boolean {
    const segments = this.sources.get(source)?.segments.slice(-2) ?? [];
    return segments.some(({ tracks }) => Object.values(tracks).some(({ parts }) => parts.length > 0));
  }

  forget(source: SourceId): void {
    this.beats.delete(source);
  }

  /** A change without new media (a restart of the engine) is no beat. */
  private look(source: SourceId): void {
    const last = this.sources.get(source)?.segments.at(-1);
    if (last === undefined) return;
    const newest = `${last.number} ${Object.values(last.tracks).reduce((seconds, { duration }) => seconds + duration, 0)}`;
    if (this.beats.get(source)?.newest !== newest) this.beats.set(source, { at: this.now(), newest });
  }
}
