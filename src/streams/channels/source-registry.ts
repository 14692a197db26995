import type { SourceId, SourceWindow, SourceWindows } from '../../rules/streams/source.js';
import type { SourceOrigin } from './source-origin.js';

/** Milliseconds that media of a source can be had after it was taken away: playlists name them for as long. */
const LINGERS = 60_000;
/** Names whose source is remembered. */
const MOST_FOUND = 20_000;

/** Every source of this process. */
export class SourceRegistry implements SourceWindows {
  private readonly origins = new Map<SourceId, SourceOrigin>();
  private leaving: { origin: SourceOrigin; until: number }[] = [];
  private readonly found = new Map<string, SourceOrigin>();
  private readonly listeners = new Set<(source: SourceId) => void>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Returns how to take it away. */
  add(origin: SourceOrigin): () => void {
    const stop = origin.onChange(() => this.changed(origin.id));
    this.origins.set(origin.id, origin);
    this.changed(origin.id);
    return () => {
      stop();
      if (this.origins.get(origin.id) === origin) this.origins.delete(origin.id);
      this.leaving = [...this.leaving.filter(({ until }) => until > this.now()), { origin, until: this.now() + LINGERS }];
      this.found.clear();
    };
  }

  onChange(listener: (source: SourceId) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  get(id: SourceId): SourceWindow | undefined {
    return this.origins.get(id)?.window();
  }

  has(id: SourceId): boolean {
    return this.origins.has(id);
  }

  /** Which source has media of that name, and what there is of them. */
  find(name: string): { origin: SourceOrigin; media: readonly Buffer[] } | null {
    const known = this.found.get(name);
    const media = known?.media(name);
    if (known !== undefined && media !== undefined) return { origin: known, media };
    return this.search(name);
  }

  private search(name: string): { origin: SourceOrigin; media: readonly Buffer[] } | null {
    for (const origin of [...this.origins.values(), ...this.leaving.map((one) => one.origin)]) {
      const media = origin.media(name);
      if (media === undefined) continue;
      if (this.found.size >= MOST_FOUND) this.found.clear();
      this.found.set(name, origin);
      return { origin, media };
    }
    return null;
  }

  private changed(source: SourceId): void {
    for (const listener of this.listeners) listener(source);
  }
}
