import type { Revision } from '../contract/changes.js';

/** What a log may hold: the older end is folded into the snapshot when it grows past either. */
export interface LogBounds {
  revisions: number;
  /** UTF-16 units of JSON, which is about bytes. */
  size: number;
}

interface Entry {
  revision: Revision;
  size: number;
}

/** The last revisions of one conference, gapless and ascending, for clients that were away. */
export class RevisionLog {
  private entries: Entry[] = [];
  private size = 0;

  constructor(private readonly bounds: LogBounds) {}

  /** @throws RangeError when the revision does not follow the last one */
  append(revision: Revision): void {
    const last = this.entries.at(-1)?.revision.revision;
    if (last !== undefined && revision.revision !== last + 1) throw new RangeError(`revision ${revision.revision} does not follow ${last}`);
    const size = JSON.stringify(revision).length;
    this.entries.push({ revision, size });
    this.size += size;
    while (this.entries.length > this.bounds.revisions || this.size > this.bounds.size) {
      const folded = this.entries.shift();
      this.size -= folded?.size ?? 0;
    }
  }

  /** The revisions after `since`, when all of them up to `current` are kept and together are no larger than `most`; else null. */
  after(since: number, current: number, most: number): Revision[] | null {
    const count = current - since;
    if (count === 0) return [];
    if (count < 0 || count > this.entries.length) return null;
    const missed = this.entries.slice(this.entries.length - count);
    const size = missed.reduce((sum, entry) => sum + entry.size, 0);
    return size > most ? null : missed.map((entry) => entry.revision);
  }
}
